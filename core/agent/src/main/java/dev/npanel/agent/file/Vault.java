package dev.npanel.agent.file;

import dev.npanel.api.value.AbsolutePath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Directories that only root can look into, one on each mount that changes touch: new files are made ready in them, old
 * ones are kept in them, and what is deleted lies there until the trash is emptied. From here into place and back is
 * one rename, which nobody can get in between. Thread-safe.
 */
public final class Vault {
    private static final String NAME = ".npanel";
    private static final FileAttribute<Set<PosixFilePermission>> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Tree tree;
    private final Mounts mounts;
    private final AbsolutePath home;
    private final Set<AbsolutePath> made = ConcurrentHashMap.newKeySet();

    /** @param home the vault of its own mount; every other mount has one at its root when it needs one */
    public Vault(Tree tree, AbsolutePath home) {
        this(tree, new Mounts(Path.of("/proc/self/mountinfo")), home);
    }

    Vault(Tree tree, Mounts mounts, AbsolutePath home) {
        this.tree = tree;
        this.mounts = mounts;
        this.home = home;
    }

    /** The vault from which a rename reaches the path. */
    public AbsolutePath reaching(AbsolutePath path) throws IOException {
        Mounts.Mount mount = mounts.of(tree.real(path));
        AbsolutePath vault =
                mount.equals(mounts.of(tree.real(home))) || !mount.point().startsWith(tree.root())
                        ? home
                        : tree.path(mount.point().resolve(NAME));
        // Whatever is done in it looks again whether it is root's alone.
        if (!made.contains(vault) || !Files.isDirectory(tree.real(vault))) {
            make(vault);
            made.add(vault);
        }
        return vault;
    }

    /** Takes away everything in any vault whose name satisfies the condition, directories with all that is in them. */
    public void sweep(Predicate<String> condition) throws IOException {
        for (AbsolutePath vault : all()) {
            for (String name : tree.children(vault)) {
                if (condition.test(name)) {
                    Erasure.erase(tree, vault.child(name));
                }
            }
        }
    }

    private List<AbsolutePath> all() throws IOException {
        List<AbsolutePath> vaults = new ArrayList<>(List.of(home));
        for (Mounts.Mount mount : mounts.all()) {
            Path vault = mount.point().resolve(NAME);
            if (vault.startsWith(tree.root()) && Files.isDirectory(vault)) {
                vaults.add(tree.path(vault));
            }
        }
        return vaults;
    }

    private void make(AbsolutePath vault) throws IOException {
        try (Place place = tree.place(vault)) {
            if (!place.trust().closed()) {
                throw new AccessDeniedException(vault.text(), null, "others can write where the vault is to be");
            }
            Files.createDirectory(tree.real(vault), CLOSED);
        } catch (FileAlreadyExistsException there) {
            requireClosed(vault);
        }
    }

    private void requireClosed(AbsolutePath vault) throws IOException {
        try (Place inside = tree.place(vault.child("x"))) {
            if (!inside.trust().closed()) {
                throw new AccessDeniedException(vault.text(), null, "not a vault");
            }
        }
    }
}
