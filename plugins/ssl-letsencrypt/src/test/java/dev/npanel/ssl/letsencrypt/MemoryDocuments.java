package dev.npanel.ssl.letsencrypt;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.document.Documents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Documents as JSON in a map. */
final class MemoryDocuments implements Documents {
    private final Map<String, String> kept = new ConcurrentSkipListMap<>();

    @Override
    public <D extends Record> Optional<D> find(String collection, String name, Class<D> type) {
        return Optional.ofNullable(kept.get(collection + "/" + name)).map(json -> read(json, type));
    }

    @Override
    public <D extends Record> List<D> list(String collection, Class<D> type) {
        return kept.entrySet().stream()
                .filter(each -> each.getKey().startsWith(collection + "/"))
                .map(each -> read(each.getValue(), type))
                .toList();
    }

    @Override
    public void put(String collection, String name, Record document) {
        kept.put(collection + "/" + name, new String(Json.rest().write(document), StandardCharsets.UTF_8));
    }

    @Override
    public boolean add(String collection, String name, Record document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String collection, String name) {
        return kept.remove(collection + "/" + name) != null;
    }

    @Override
    public String toString() {
        return kept.toString();
    }

    private static <D extends Record> D read(String json, Class<D> type) {
        return Json.rest().read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
