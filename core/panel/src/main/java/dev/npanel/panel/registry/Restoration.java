package dev.npanel.panel.registry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePage;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.Changes;
import dev.npanel.api.change.Changes.ListChanges;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives removed domains back with all that was taken from them: the domain first, then each change of the removal is reverted,
 * the last one first, one in each step. What has been reverted is known from the agent's history, so nothing is reverted twice.
 */
@Component(service = Restoration.class)
public final class Restoration {
    private static final int PAGE = 500;
    private static final String DOMAIN = "domain:";

    private final RemovedDomains removed;
    private final DomainServices services;
    private final Agent agent;
    private final Gate gate;

    @Activate
    public Restoration(
            @Reference RemovedDomains removed,
            @Reference DomainServices services,
            @Reference Agent agent,
            @Reference Gate gate) {
        this.removed = removed;
        this.services = services;
        this.agent = agent;
        this.gate = gate;
    }

    /** Does the next step. */
    JobResult step(DomainName domain, CallContext context) {
        RemovedDomain wanted = removed.find(domain).orElse(null);
        if (wanted == null) {
            return new JobResult.Done(domain + " is back.");
        }
        gate.check(context.caller(), DomainsResource.CREATE, new Scope.Account(wanted.account()));
        removed.give(wanted, false);
        List<ChangeSummary> since = since(wanted, context);
        List<ChangeSummary> removal = since.stream()
                .filter(change -> wanted.jobs().contains(change.request()) && change.reverts() == null)
                .toList();
        if (removal.isEmpty() && !wanted.things().isEmpty()) {
            throw refuse("is back, but without what it had: the history has forgotten the removal");
        }
        Set<ChangeId> reverted = since.stream()
                .flatMap(change -> Stream.ofNullable(change.reverts()))
                .collect(Collectors.toSet());
        List<ChangeSummary> left = removal.stream()
                .filter(change -> !reverted.contains(change.id()))
                .toList();
        if (left.isEmpty()) {
            services.all().forEach(service -> service.restored(domain, context));
            removed.forget(domain);
            return new JobResult.Done(domain + " is back, with all that it had.");
        }
        ChangeSummary next = left.get(0);
        revert(next, context);
        int done = removal.size() - left.size() + 1;
        return new JobResult.Again(
                Duration.ZERO, done + " of " + removal.size() + ": " + next.action() + " of " + next.scope());
    }

    private void revert(ChangeSummary change, CallContext context) {
        try {
            agent.call(context, Changes.REVERT, new RevertChange(change.id(), domain(change), null));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == ProblemKind.UNAVAILABLE) {
                throw refused;
            }
            throw refuse("is back in part: " + change.action() + " of " + change.scope() + " cannot be taken back: "
                    + refused.problem().message());
        }
    }

    private static @Nullable DomainName domain(ChangeSummary change) {
        return change.scope().startsWith(DOMAIN) ? new DomainName(change.scope().substring(DOMAIN.length())) : null;
    }

    /** All changes of the server since the removal began, the newest first: the panel's own look, of which the caller sees nothing. */
    private List<ChangeSummary> since(RemovedDomain wanted, CallContext context) {
        CallContext panel = CallContext.ofPanel(context.caller().request());
        List<ChangeSummary> changes = new ArrayList<>();
        ChangeId before = null;
        do {
            ChangePage page = agent.read(panel, Changes.LIST, new ListChanges(null, wanted.at(), before, PAGE));
            changes.addAll(page.changes());
            before = page.next();
        } while (before != null);
        return changes;
    }

    private static ProblemException refuse(String what) {
        return Problem.of(ProblemKind.CONFLICT, "domain.restore.incomplete", "The domain " + what + ".")
                .asException();
    }
}
