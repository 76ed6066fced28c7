package dev.npanel.agent.dispatch;

import dev.npanel.host.action.Declaration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * What a plugin may touch, from the manifest of its bundle: {@code NPanel-Actions}, {@code NPanel-Paths}, {@code
 * NPanel-Units}, {@code NPanel-Programs} and {@code NPanel-Effects}, each with values between commas.
 */
public final class Declarations {
    private Declarations() {}

    /** What this bundle declares. */
    public static Declaration of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        return new Declaration(
                bundle.getSymbolicName(),
                values(headers.get("NPanel-Actions")),
                values(headers.get("NPanel-Paths")),
                values(headers.get("NPanel-Units")),
                values(headers.get("NPanel-Programs")),
                values(headers.get("NPanel-Effects")));
    }

    private static Set<String> values(@Nullable String header) {
        return header == null
                ? Set.of()
                : Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet());
    }
}
