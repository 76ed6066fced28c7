package dev.npanel.panel.documents;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.document.Documents;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents as rows. */
@Component(service = Documents.class)
public final class StoredDocuments implements Documents {
    private final Store store;
    private final Json form = Json.rest();

    @Activate
    public StoredDocuments(@Reference Store store) {
        this.store = store;
    }

    @Override
    public <D extends Record> Optional<D> find(String collection, String name, Class<D> type) {
        return store.read(sql -> sql.one(
                        "SELECT json FROM document WHERE collection = ? AND name = ?",
                        row -> row.getString(1),
                        collection,
                        name))
                .map(json -> read(json, type));
    }

    @Override
    public <D extends Record> List<D> list(String collection, Class<D> type) {
        return store
                .read(sql -> sql.list(
                        "SELECT json FROM document WHERE collection = ? ORDER BY name",
                        row -> row.getString(1),
                        collection))
                .stream()
                .map(json -> read(json, type))
                .toList();
    }

    @Override
    public void put(String collection, String name, Record document) {
        String json = write(document);
        store.write(sql -> {
            if (sql.update("UPDATE document SET json = ? WHERE collection = ? AND name = ?", json, collection, name)
                    == 0) {
                insert(sql, collection, name, json);
            }
            return json;
        });
    }

    @Override
    public boolean add(String collection, String name, Record document) {
        String json = write(document);
        return store.write(sql -> {
            boolean free =
                    sql.number("SELECT count(*) FROM document WHERE collection = ? AND name = ?", collection, name)
                            == 0;
            if (free) {
                insert(sql, collection, name, json);
            }
            return free;
        });
    }

    @Override
    public boolean remove(String collection, String name) {
        return store.write(
                sql -> sql.update("DELETE FROM document WHERE collection = ? AND name = ?", collection, name) > 0);
    }

    private static void insert(Sql sql, String collection, String name, String json) throws SQLException {
        sql.update("INSERT INTO document (collection, name, json) VALUES (?, ?, ?)", collection, name, json);
    }

    private <D> D read(String json, Class<D> type) {
        return form.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private String write(Record document) {
        return new String(form.write(document), StandardCharsets.UTF_8);
    }
}
