package dev.npanel.web.panel;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.web.Web;
import dev.npanel.web.server.InspectWeb;
import dev.npanel.web.server.RepairWeb;
import dev.npanel.web.server.WebState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sees to it that a site's file which somebody has broken by hand blocks nobody else: when a change fails for it, the panel, on its own
 * behalf and in its own name in both audit trails, has it made from its model again, and the change tried once more. Thread-safe.
 */
@Component(service = Neighbours.class)
public final class Neighbours {
    private static final String CODE = "web.neighbour";
    /** nginx names one file at a time. */
    private static final int MOST = 5;

    private final Agent agent;

    @Activate
    public Neighbours(@Reference Agent agent) {
        this.agent = agent;
    }

    <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request) {
        for (int i = 0; i < MOST; i++) {
            try {
                return agent.call(context, action, request);
            } catch (ProblemException refused) {
                if (!refused.problem().code().equals(CODE)) {
                    throw refused;
                }
                repair(context.caller().request());
            }
        }
        return agent.call(context, action, request);
    }

    WebState inspect() {
        return agent.read(CallContext.ofPanel("health"), Web.INSPECT, new InspectWeb());
    }

    private void repair(String request) {
        try {
            agent.call(CallContext.ofPanel(request), Web.REPAIR, new RepairWeb());
        } catch (ProblemException next) {
            // another file is broken, too: it is named now, and is the next one
            if (!next.problem().code().equals(CODE)) {
                throw next;
            }
        }
    }
}
