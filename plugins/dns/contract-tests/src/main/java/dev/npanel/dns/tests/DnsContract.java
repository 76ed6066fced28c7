package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every backend of the dns kind has to pass. A backend extends it with one class that starts its real daemon; the tests
 * share the daemon, each with zones of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DnsContract implements ZoneTests, RecordTests, NameTests, ContentTests, DnssecTests {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger number = new AtomicInteger();
    private DnsBackend backend;
    private Host host;
    private Asking asking;

    /**
     * Starts the daemon and the backend; closed after the last test.
     *
     * @param clock to be the backend's only source of time
     */
    protected abstract DnsBackend start(Clock clock);

    @BeforeAll
    void open() {
        backend = start(clock);
        host = new Host(backend);
        asking = new Asking(backend.port());
    }

    @AfterAll
    void close() {
        backend.close();
    }

    @Test
    void servesEveryActionOfTheContract() {
        assertThat(host.actions())
                .containsExactlyElementsOf(Dns.CONTRACT.actions().stream()
                        .map(ActionType::name)
                        .sorted()
                        .toList());
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Asking asking() {
        return asking;
    }

    @Override
    public DomainName fresh() {
        return new DomainName("z" + number.incrementAndGet() + ".example");
    }
}
