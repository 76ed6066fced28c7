package dev.npanel.hotdeploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/**
 * A jar of the plugin folder that may be installed.
 *
 * @param stamp tells this content from what was under the same name before
 */
record PluginJar(Path file, Stamp stamp) {

    /** What changes whenever another file is put in place. */
    record Stamp(Object inode, FileTime modified, long size) {}

    /** Where the framework says the bundle of this jar came from. */
    String location() {
        return location(file);
    }

    static String location(Path file) {
        return "reference:" + file.toUri();
    }

    /**
     * The jar in this file, when it is all there: the directory of a zip file is its end, so a jar that is still being written
     * has none. Empty for what is gone again.
     *
     * @throws IOException with the reason why this is no plugin
     */
    static Optional<PluginJar> of(Path file, Owners owners) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new IOException("it is no file itself");
        }
        owners.require(file);
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw new IOException("no OSGi bundle");
            }
        }
        Object inode = attributes.fileKey();
        return Optional.of(new PluginJar(file, new Stamp(inode, attributes.lastModifiedTime(), attributes.size())));
    }
}
