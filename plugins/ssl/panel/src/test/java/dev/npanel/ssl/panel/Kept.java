package dev.npanel.ssl.panel;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.document.Documents;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The panel's store in a map, and jobs that are only taken. */
public final class Kept implements Documents, Jobs {
    /** The jobs that were taken, and those that were woken: type and subject. */
    public final List<String> jobs = new ArrayList<>();

    /** What they have to know. */
    public final List<Record> payloads = new ArrayList<>();

    private final Map<String, byte[]> documents = new TreeMap<>();

    @Override
    public JobView submit(CallContext context, String type, String subject, Record payload) {
        jobs.add(type + " " + subject);
        payloads.add(payload);
        return new JobView(
                "id", type, subject, context.caller().account(), JobView.State.QUEUED, "", Instant.EPOCH, null, null);
    }

    @Override
    public void wake(String type, String subject) {
        jobs.add("wake " + type + " " + subject);
    }

    @Override
    public <D extends Record> Optional<D> find(String collection, String name, Class<D> type) {
        return Optional.ofNullable(documents.get(collection + "/" + name))
                .map(json -> Json.rest().read(json, type));
    }

    @Override
    public <D extends Record> List<D> list(String collection, Class<D> type) {
        return documents.entrySet().stream()
                .filter(each -> each.getKey().startsWith(collection + "/"))
                .map(each -> Json.rest().read(each.getValue(), type))
                .toList();
    }

    @Override
    public void put(String collection, String name, Record document) {
        documents.put(collection + "/" + name, Json.rest().write(document));
    }

    @Override
    public boolean add(String collection, String name, Record document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String collection, String name) {
        return documents.remove(collection + "/" + name) != null;
    }
}
