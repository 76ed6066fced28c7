package dev.npanel.agent.account;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The users of the host as passwd(5) has them, and which of them are ours: those with our mark in the comment field. */
public record PasswordFile(List<Line> lines) {
    /** In the comment field of each user that nPanel makes; only root can write there. */
    static final String MARK = "nPanel account";

    private static final AbsolutePath PATH = new AbsolutePath("/etc/passwd");
    private static final int FIELDS = 7;

    /** One user. */
    public record Line(String name, int uid, int gid, String comment, String home) {}

    /** As it is now. */
    public static PasswordFile of(HostView host) {
        String text =
                new String(host.file(PATH).map(Content::bytes).orElseGet(() -> new byte[0]), StandardCharsets.UTF_8);
        return new PasswordFile(text.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == FIELDS)
                .map(fields -> new Line(
                        fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), fields[4], fields[5]))
                .toList());
    }

    /** The number of a user. */
    public OptionalInt uid(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .mapToInt(Line::uid)
                .findAny();
    }

    /** Whether there is a user of this name, whoever has made it. */
    boolean has(AccountName name) {
        return lines.stream().anyMatch(line -> line.name().equals(name.text()));
    }

    /** The user of this name, if nPanel has made it. */
    Optional<UnixUser> ours(AccountName name) {
        return lines.stream()
                .filter(line ->
                        line.name().equals(name.text()) && line.comment().startsWith(MARK))
                .map(line -> new UnixUser(line.uid(), line.home()))
                .findAny();
    }

    /** The highest number in the range that a user has, or the one before the range. */
    int highest(int first, int last) {
        return lines.stream()
                .mapToInt(Line::uid)
                .filter(uid -> uid >= first && uid <= last)
                .max()
                .orElse(first - 1);
    }
}
