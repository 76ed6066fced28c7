package dev.npanel.dns.bind.key;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.Dnskey;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.dnssec.KeyRole;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The two files of a key as named reads them: the public part, and the private part with the times from which on the key is
 * published, signs, and is taken out. All times are in the past: named does at once what the files say when it is told to read them.
 *
 * @param secret the lines of the private file that are no times; in no state, log or answer
 */
record KeyFile(DomainName zone, Dnskey dnskey, List<String> secret, boolean active, boolean published) {
    private static final int KSK = 257;
    private static final int ZSK = 256;
    private static final int ECDSA_P256 = 13;
    private static final int DNSSEC = 3;
    private static final int COORDINATE = 32;
    private static final String HEAD = "Private-key-format: v1.3";
    /** Lines of the private file that say when, not what. */
    private static final Set<String> TIMES = Set.of(
            "Created", "Publish", "Activate", "Revoke", "Inactive", "Delete", "DSPublish", "SyncPublish", "SyncDelete");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    /** Some time in the past: which one makes no difference. */
    private static final String PAST = TIME.format(Instant.parse("2020-01-01T00:00:00Z"));

    /** A new key, with a tag that none of the others has. */
    static KeyFile generate(DomainName zone, KeyRole role, List<Integer> taken, boolean active, boolean published) {
        KeyFile key = generate(zone, role, active, published);
        return taken.contains(key.tag()) ? generate(zone, role, taken, active, published) : key;
    }

    private static KeyFile generate(DomainName zone, KeyRole role, boolean active, boolean published) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
            byte[] point = new byte[2 * COORDINATE];
            System.arraycopy(fixed(publicKey.getW().getAffineX()), 0, point, 0, COORDINATE);
            System.arraycopy(fixed(publicKey.getW().getAffineY()), 0, point, COORDINATE, COORDINATE);
            String base64 = Base64.getEncoder().encodeToString(point);
            Dnskey dnskey = new Dnskey(role == KeyRole.KSK ? KSK : ZSK, DNSSEC, ECDSA_P256, base64);
            String secret = Base64.getEncoder().encodeToString(fixed(((ECPrivateKey) pair.getPrivate()).getS()));
            return new KeyFile(
                    zone,
                    dnskey,
                    List.of(HEAD, "Algorithm: 13 (" + HeldKey.ALGORITHM + ")", "PrivateKey: " + secret),
                    active,
                    published);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when these are no key files */
    static KeyFile parse(DomainName zone, String publicFile, String privateFile) {
        String record = publicFile
                .lines()
                .filter(line -> !line.startsWith(";") && line.contains(" DNSKEY "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no DNSKEY"));
        Dnskey dnskey = Dnskey.parse(record.substring(record.indexOf(" DNSKEY ") + " DNSKEY ".length()));
        List<String> lines = privateFile.lines().toList();
        boolean gone = lines.stream().anyMatch(line -> line.startsWith("Delete:"));
        return new KeyFile(
                zone,
                dnskey,
                kept(lines),
                !gone && lines.stream().anyMatch(line -> line.startsWith("Activate:")),
                !gone && lines.stream().anyMatch(line -> line.startsWith("Publish:")));
    }

    /** What of the lines of a private file is no time. */
    static List<String> kept(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(":") && !TIMES.contains(line.substring(0, line.indexOf(':'))))
                .map(line -> line.startsWith("Private-key-format:") ? HEAD : line)
                .toList();
    }

    KeyFile with(boolean nowActive, boolean nowPublished) {
        return new KeyFile(zone, dnskey, secret, nowActive, nowPublished);
    }

    int tag() {
        return dnskey.tag();
    }

    /** What the files are called, up to {@code .key} and {@code .private}. */
    String name() {
        return String.format("K%s.+%03d+%05d", zone, dnskey.algorithm(), tag());
    }

    HeldKey held() {
        return new HeldKey(tag(), dnskey, algorithm(), false, active, published);
    }

    /** @param ttl of the DNSKEY records */
    String publicText(long ttl) {
        return zone + ". " + ttl + " IN DNSKEY " + dnskey.flags() + " " + dnskey.protocol() + " " + dnskey.algorithm()
                + " " + dnskey.publicKey() + "\n";
    }

    String privateText() {
        List<String> lines = new ArrayList<>(secret);
        lines.add("Created: " + PAST);
        if (published) {
            lines.add("Publish: " + PAST);
        }
        if (active) {
            lines.add("Activate: " + PAST);
        }
        if (!active && !published) {
            lines.add("Delete: " + PAST);
        }
        return String.join("\n", lines) + "\n";
    }

    @Override
    public String toString() {
        return name();
    }

    private String algorithm() {
        return dnskey.algorithm() == ECDSA_P256 ? HeldKey.ALGORITHM : "" + dnskey.algorithm();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        Arrays.fill(bytes, (byte) 0);
        return fixed;
    }
}
