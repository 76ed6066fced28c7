package dev.npanel.panel.registry;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePage;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A zone and a site of one domain, and an agent that remembers what was done to them and reverts it. */
final class ThingsOfADomain implements Agent {
    /** What was done: {@code +} made, {@code -} taken away, {@code =} told that it is back. */
    final List<String> done = new ArrayList<>();

    /** Newest first. */
    final List<ChangeSummary> history = new ArrayList<>();

    final Thing zone = new Thing("zone", 10);
    final Thing site = new Thing("site", 20);

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> type, I request) {
        if (request instanceof RevertChange revert) {
            ChangeSummary reverted = history.stream()
                    .filter(each -> each.id().equals(revert.id()))
                    .findFirst()
                    .orElseThrow();
            Thing back = reverted.action().equals("zone.delete") ? zone : site;
            back.there = true;
            done.add("+" + back.name());
            history.add(0, change(String.valueOf(history.size()), "request", revert.id()));
            return new Outcome.Done<>(type.output().cast(reverted), null);
        }
        return new Outcome.Done<>(type.output().cast(new ChangePage(history, null)), null);
    }

    static ChangeSummary change(String number, String request, @Nullable ChangeId reverts) {
        String action = reverts == null ? number.equals("0") ? "site.delete" : "zone.delete" : "change.revert";
        return new ChangeSummary(
                new ChangeId("change00000" + number),
                Instant.now(),
                action,
                "server",
                new AccountName("alice"),
                request,
                reverts);
    }

    final class Thing implements DomainService {
        private final String name;
        private final int order;
        boolean there;
        boolean stays;

        private Thing(String name, int order) {
            this.name = name;
            this.order = order;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean isThere(DomainName domain, CallContext context) {
            return there;
        }

        @Override
        public Optional<String> of(DomainName domain, CallContext context) {
            return there ? Optional.of("the " + name) : Optional.empty();
        }

        @Override
        public JobResult setUp(DomainName domain, CallContext context) {
            done.add("+" + name);
            there = true;
            return new JobResult.Done("made");
        }

        @Override
        public JobResult takeDown(DomainName domain, CallContext context) {
            done.add("-" + name);
            there = stays;
            history.add(
                    0, change(String.valueOf(history.size()), context.caller().request(), null));
            return new JobResult.Done("gone");
        }

        @Override
        public void restored(DomainName domain, CallContext context) {
            done.add("=" + name);
        }
    }
}
