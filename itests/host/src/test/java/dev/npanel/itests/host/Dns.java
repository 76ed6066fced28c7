package dev.npanel.itests.host;

import java.util.ArrayList;
import java.util.List;

/** Asks name servers as anybody does: dig and delv. */
public final class Dns {
    private Dns() {}

    /** The data of the answer section, sorted; no lines when there is no such record. */
    public static List<String> answers(String server, String name, String type) {
        return dig(server, "+short", name, type)
                .lines()
                .filter(line -> !line.startsWith(";"))
                .sorted()
                .toList();
    }

    /** Runs dig with these arguments. */
    public static String dig(String server, String... arguments) {
        List<String> all = new ArrayList<>(List.of("dig", "@" + server, "+time=3", "+tries=2"));
        all.addAll(List.of(arguments));
        return Programs.run(all, new byte[0]).ok();
    }

    public static long serial(String server, String zone) {
        return Long.parseLong(answers(server, zone, "SOA").get(0).split(" ", -1)[2]);
    }
}
