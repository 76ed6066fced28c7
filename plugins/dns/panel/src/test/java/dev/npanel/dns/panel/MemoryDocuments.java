package dev.npanel.dns.panel;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.document.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents that are kept as JSON in a map. */
public final class MemoryDocuments implements Documents {
    private final Map<String, byte[]> kept = new TreeMap<>();

    @Override
    public <D extends Record> Optional<D> find(String collection, String name, Class<D> type) {
        return Optional.ofNullable(kept.get(collection + "/" + name))
                .map(json -> Json.rest().read(json, type));
    }

    @Override
    public <D extends Record> List<D> list(String collection, Class<D> type) {
        return kept.entrySet().stream()
                .filter(each -> each.getKey().startsWith(collection + "/"))
                .map(each -> Json.rest().read(each.getValue(), type))
                .toList();
    }

    @Override
    public void put(String collection, String name, Record document) {
        kept.put(collection + "/" + name, Json.rest().write(document));
    }

    @Override
    public boolean add(String collection, String name, Record document) {
        return kept.putIfAbsent(collection + "/" + name, Json.rest().write(document)) == null;
    }

    @Override
    public boolean remove(String collection, String name) {
        return kept.remove(collection + "/" + name) != null;
    }
}
