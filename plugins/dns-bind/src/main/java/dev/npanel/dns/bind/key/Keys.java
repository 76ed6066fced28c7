package dev.npanel.dns.bind.key;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.bind.zone.ZoneFolder;
import dev.npanel.dns.bind.zone.Zones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xbill.DNS.Type;

/** The keys in the folders of zones. Thread-safe; keeps nothing. */
@Component(service = Keys.class)
public final class Keys {
    private static final String PUBLIC = ".key";
    private static final String PRIVATE = ".private";

    private final Zones zones;

    @Activate
    public Keys(@Reference Zones zones) {
        this.zones = zones;
    }

    /** The keys of a zone, without their private parts. */
    public List<HeldKey> of(DomainName zone) {
        return files(zone).stream().map(KeyFile::held).toList();
    }

    /** The NSEC3PARAM of a zone, or empty for NSEC. */
    public String nsec3(DomainName zone) {
        return zones.signing(zone, Type.NSEC3PARAM).stream()
                .findFirst()
                .map(record -> record.rdataToString())
                .orElse("");
    }

    List<KeyFile> files(DomainName zone) {
        ZoneFolder folder = zones.folder(zone);
        try {
            List<KeyFile> keys = new ArrayList<>();
            for (String name : folder.names()) {
                if (name.startsWith("K") && name.endsWith(PRIVATE)) {
                    String key = name.substring(0, name.length() - PRIVATE.length());
                    keys.add(KeyFile.parse(zone, read(folder, key + PUBLIC), read(folder, name)));
                }
            }
            return keys;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Away.because(unreadable);
        }
    }

    void write(KeyFile key, long ttl) throws IOException {
        ZoneFolder folder = zones.folder(key.zone());
        folder.write(key.name() + PUBLIC, key.publicText(ttl).getBytes(StandardCharsets.US_ASCII));
        folder.write(key.name() + PRIVATE, key.privateText().getBytes(StandardCharsets.US_ASCII));
    }

    void delete(KeyFile key) throws IOException {
        zones.folder(key.zone()).delete(key.name() + PRIVATE);
        zones.folder(key.zone()).delete(key.name() + PUBLIC);
    }

    /** The names of all files of keys. */
    List<String> names(DomainName zone) {
        return files(zone).stream()
                .flatMap(key -> List.of(key.name() + PRIVATE, key.name() + PUBLIC).stream())
                .toList();
    }

    private static String read(ZoneFolder folder, String name) throws IOException {
        return Files.readString(folder.path().resolve(name), StandardCharsets.US_ASCII);
    }
}
