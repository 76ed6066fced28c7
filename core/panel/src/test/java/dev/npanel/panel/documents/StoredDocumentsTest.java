package dev.npanel.panel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.fixture.TestPanel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDocumentsTest {
    private static final String TEMPLATES = "dns.template";

    @TempDir
    Path directory;

    private TestPanel panel;
    private StoredDocuments documents;

    record Template(DomainName nameserver, List<String> records) {}

    record Leaky(Secret secret) {}

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        documents = new StoredDocuments(panel.store);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void areReadAsTheyWereKept() {
        documents.put(TEMPLATES, "a'b", template("ns1.example"));
        assertThat(documents.find(TEMPLATES, "a'b", Template.class)).contains(template("ns1.example"));
        assertThat(documents.find("dns.other", "a'b", Template.class)).isEmpty();
    }

    @Test
    void replaceOneAnotherOnlyWhenPut() {
        assertThat(documents.add(TEMPLATES, "default", template("ns1.example"))).isTrue();
        assertThat(documents.add(TEMPLATES, "default", template("ns2.example"))).isFalse();
        documents.put(TEMPLATES, "default", template("ns3.example"));
        assertThat(documents.list(TEMPLATES, Template.class)).containsExactly(template("ns3.example"));
    }

    @Test
    void areListedInTheOrderOfTheirNames() {
        documents.put(TEMPLATES, "b", template("b.example"));
        documents.put(TEMPLATES, "a", template("a.example"));
        assertThat(documents.list(TEMPLATES, Template.class))
                .containsExactly(template("a.example"), template("b.example"));
        assertThat(documents.remove(TEMPLATES, "a")).isTrue();
        assertThat(documents.remove(TEMPLATES, "a")).isFalse();
    }

    @Test
    void areCheckedByTheirClassWhenRead() {
        documents.put(TEMPLATES, "broken", template("a.example"));
        panel.store.write(sql -> sql.update("UPDATE document SET json = '{\"nameserver\":\"../x\"}'"));
        assertThatThrownBy(() -> documents.find(TEMPLATES, "broken", Template.class))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void keepNoSecrets() {
        assertThatThrownBy(() -> documents.put(TEMPLATES, "x", new Leaky(new Secret("s3cret"))))
                .isInstanceOf(RuntimeException.class);
    }

    private static Template template(String nameserver) {
        return new Template(new DomainName(nameserver), List.of("www A 192.0.2.1"));
    }
}
