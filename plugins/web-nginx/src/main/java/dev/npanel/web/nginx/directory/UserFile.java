package dev.npanel.web.nginx.directory;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.Secret;
import dev.npanel.host.step.Content;
import dev.npanel.web.directory.DirectoryPassword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of a directory's users, as nginx reads it: {@code name:hash} in lines. The hashes are bcrypt's, which crypt(3) of Debian 12
 * knows. nginx computes one anew for every request and does nothing else meanwhile, so they take a few milliseconds, not more; that
 * is why passwords have to be long.
 */
final class UserFile {
    private static final int COST = 6;

    private UserFile() {}

    /** @param present the file of before */
    static Content of(List<DirectoryPassword> users, Optional<Content> present) {
        Map<String, String> had = hashes(present);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < users.size(); i++) {
            DirectoryPassword user = users.get(i);
            String name = user.name().text();
            text.append(name)
                    .append(':')
                    .append(hash(user.password(), had.get(name), i))
                    .append('\n');
        }
        return Content.of(text.toString());
    }

    private static String hash(@Nullable Secret password, @Nullable String present, int index) {
        if (password != null) {
            return BCrypt.with(BCrypt.Version.VERSION_2Y)
                    .hashToString(COST, password.reveal().toCharArray());
        } else if (present == null) {
            throw Problem.invalid("users[" + index + "].password", "is needed for a new user")
                    .asException();
        }
        return present;
    }

    private static Map<String, String> hashes(Optional<Content> file) {
        Map<String, String> found = new TreeMap<>();
        file.map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("")
                .lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        found.put(line.substring(0, colon), line.substring(colon + 1));
                    }
                });
        return found;
    }
}
