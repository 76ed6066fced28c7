package dev.npanel.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Bundles with {@link Telling} in them. */
final class TestBundle {
    private static final String TELLING = Telling.class.getName();

    private TestBundle() {}

    /** A bundle that tells when it starts and stops. */
    static void telling(Path folder, String name, String moreImports) throws IOException {
        telling(folder, name, moreImports, Map.of());
    }

    /** The same, of a kind that acts upon what other bundles bring. */
    static void extender(Path folder, String name) throws IOException {
        telling(folder, name, "", Map.of("Provide-Capability", "osgi.extender;osgi.extender=test"));
    }

    private static void telling(Path folder, String name, String moreImports, Map<String, String> more)
            throws IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Activator", TELLING);
        headers.put("Import-Package", "org.osgi.framework,org.slf4j;version=\"[2,3)\"" + moreImports);
        write(folder.resolve(name + ".jar"), headers);
    }

    /** A fragment of another bundle. */
    static void fragment(Path folder, String name, String host) throws IOException {
        write(folder.resolve(name + ".jar"), Map.of("Bundle-SymbolicName", name, "Fragment-Host", host));
    }

    private static void write(Path jar, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        headers.forEach(main::putValue);
        String entry = TELLING.replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream type = Objects.requireNonNull(TestBundle.class.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new ZipEntry(entry));
            type.transferTo(out);
        }
    }
}
