package dev.npanel.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import dev.npanel.api.action.Contract;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The contracts of core and of every kind, found by their constants. */
final class Contracts {
    private Contracts() {}

    /** By the class that declares it. */
    static Map<String, Contract> all() {
        Map<String, Contract> contracts = new TreeMap<>();
        try (URLClassLoader loader = new URLClassLoader(outputs(), Contracts.class.getClassLoader())) {
            Tree.MAIN.stream()
                    .flatMap(type -> type.getFields().stream())
                    .filter(field -> field.getName().equals("CONTRACT")
                            && field.getRawType().isEquivalentTo(Contract.class))
                    .forEach(field -> contracts.put(field.getOwner().getName(), value(loader, field)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return contracts;
    }

    private static Contract value(ClassLoader loader, JavaField field) {
        try {
            var constant =
                    Class.forName(field.getOwner().getName(), true, loader).getDeclaredField(field.getName());
            constant.setAccessible(true);
            return (Contract) constant.get(null);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static URL[] outputs() {
        return Tree.modules().stream()
                .map(module -> Tree.ROOT.resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .map(path -> {
                    try {
                        return path.toUri().toURL();
                    } catch (MalformedURLException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toArray(URL[]::new);
    }
}
