package dev.npanel.dns.panel.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.ConfirmDs;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll;
import dev.npanel.dns.dnssec.KeyRoll.Phase;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.dns.panel.MemoryDns;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DnssecResourceTest extends RestTest {
    private static final JobRun RUN = new JobRun(USER, told -> {});
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final RollJob.Roll ROLL = new RollJob.Roll(ZONE);

    private final MemoryDns agent = new MemoryDns();
    private final KeptJobs jobs = new KeptJobs();
    private final DnssecResource dnssec = new DnssecResource(agent, jobs);
    private final RollJob job = new RollJob(agent, Clock.fixed(NOW, ZoneOffset.UTC));
    private @Nullable KeyRoll roll;

    @BeforeEach
    void aSignedZone() {
        agent.on(Dns.DNSSEC_READ, request -> info());
        agent.on(Dns.DNSSEC_ENABLE, request -> info());
        agent.on(Dns.DNSSEC_CONFIRM_DS, request -> info());
        agent.on(Dns.DNSSEC_ADVANCE, request -> info());
        agent.on(Dns.DNSSEC_ROTATE, request -> {
            if (roll != null) {
                throw Problem.of(ProblemKind.CONFLICT, "dns.roll", "On its way.")
                        .asException();
            }
            roll = at(Phase.PUBLISHED, NOW.plusSeconds(300));
            return info();
        });
    }

    @Test
    @Tag("D8")
    void enablingNeedsNoBody() {
        Response answer = dnssec.enable(USER, ZONE, null);
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(sent(answer).get("ds").get(0).asText()).startsWith("1 13 2");
        dnssec.enable(USER, ZONE, body(SigningWishes.Enable.class, "{'nsec3':true}"));
        assertThat(agent.last(EnableDnssec.class)).isEqualTo(new EnableDnssec(ZONE, true));
    }

    @Test
    @Tag("D9")
    void aRollIsFollowedByAJob() {
        Response answer =
                dnssec.rotate(USER, ZONE, body(SigningWishes.Rotate.class, "{'role':'ZSK','propagation':60}"));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/jobs/1");
        JsonNode sent = sent(answer);
        assertThat(sent.get("job").get("subject").asText()).isEqualTo("example.com");
        assertThat(sent.get("dnssec").get("roll").get("phase").asText()).isEqualTo("PUBLISHED");
        assertThat(agent.last(RollKey.class)).isEqualTo(new RollKey(ZONE, KeyRole.ZSK, 60));
        assertThat(jobs.submitted).containsExactly(RollJob.TYPE + " example.com " + ROLL);
    }

    @Test
    @Tag("D9")
    void aRollWhoseJobWasLostGetsAnother() {
        roll = at(Phase.SIGNING, NOW);
        SigningWishes.Rotate wish = body(SigningWishes.Rotate.class, "{'role':'KSK'}");
        assertThat(refused(() -> dnssec.rotate(USER, ZONE, wish)).kind()).isEqualTo(ProblemKind.CONFLICT);
        assertThat(jobs.submitted).hasSize(1);
        jobs.busy = true;
        dnssec.dsSeen(USER, ZONE, null);
        assertThat(jobs.woken).isEqualTo(1);
        assertThat(agent.last(ConfirmDs.class)).isEqualTo(new ConfirmDs(ZONE, 86_400));
    }

    @Test
    @Tag("D9")
    void aDryRunStartsNoJob() {
        SigningWishes.Rotate wish = body(SigningWishes.Rotate.class, "{'role':'KSK'}");
        assertThat(dnssec.rotate(DRY, ZONE, wish).getStatus()).isEqualTo(200);
        dnssec.dsSeen(DRY, ZONE, null);
        assertThat(jobs.submitted).isEmpty();
        assertThat(refused(() -> body(SigningWishes.Rotate.class, "{'role':'CSK'}"))
                        .violations())
                .extracting("field")
                .containsExactly("role");
    }

    @Test
    @Tag("D9")
    void theJobRunsAgainWhenTheNextStepIsDue() {
        roll = at(Phase.PUBLISHED, NOW.plusSeconds(300));
        assertThat(job.run(ROLL, RUN))
                .isInstanceOfSatisfying(
                        JobResult.Again.class,
                        again -> assertThat(again.after()).isEqualTo(Duration.ofSeconds(301)));
        roll = at(Phase.SIGNING, NOW.minusSeconds(300));
        assertThat(job.run(ROLL, RUN))
                .isInstanceOfSatisfying(
                        JobResult.Again.class,
                        again -> assertThat(again.after()).isEqualTo(Duration.ofSeconds(1)));
        roll = at(Phase.DS_WANTED, null);
        assertThat(job.run(ROLL, RUN)).isInstanceOf(JobResult.Waiting.class);
        roll = at(Phase.DONE, null);
        assertThat(job.run(ROLL, RUN)).isInstanceOf(JobResult.Done.class);
        roll = null;
        assertThat(job.run(ROLL, RUN)).isInstanceOf(JobResult.Done.class);
    }

    @Test
    @Tag("D9")
    void theJobEndsWithItsZoneAndNotWithTheAgent() {
        agent.on(Dns.DNSSEC_ADVANCE, request -> {
            throw Problem.of(ProblemKind.NOT_FOUND, "dns.zone.unknown", "Gone.").asException();
        });
        assertThat(job.run(ROLL, RUN)).isInstanceOf(JobResult.Done.class);
        agent.on(Dns.DNSSEC_ADVANCE, request -> {
            throw Problem.unavailable("agent.away", "Away.", 1).asException();
        });
        assertThat(refused(() -> job.run(ROLL, RUN)).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
    }

    private DnssecInfo info() {
        return new DnssecInfo(true, List.of(), List.of("1 13 2 " + "ab".repeat(32)), roll);
    }

    private static KeyRoll at(Phase phase, @Nullable Instant next) {
        return new KeyRoll(KeyRole.ZSK, phase, NOW, next, 1, 2);
    }

    private static final class KeptJobs implements Jobs {
        private final List<String> submitted = new ArrayList<>();
        private boolean busy;
        private int woken;

        @Override
        public JobView submit(CallContext context, String type, String subject, Record payload) {
            if (busy) {
                throw Problem.of(ProblemKind.CONFLICT, "job.exists", "One at a time.")
                        .asException();
            }
            submitted.add(type + " " + subject + " " + payload);
            return new JobView(
                    "1", type, subject, context.caller().account(), JobView.State.QUEUED, "", NOW, NOW, null);
        }

        @Override
        public void wake(String type, String subject) {
            woken++;
        }
    }
}
