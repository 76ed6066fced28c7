package dev.npanel.ssl.agent.challenge;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.challenge.ChallengeFile;
import dev.npanel.ssl.challenge.DeleteChallenge;
import dev.npanel.ssl.use.CertificateFiles;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.challenge.delete}: nothing to do when there is none. */
@Component(service = Action.class)
public final class DeleteChallengeAction implements Action<DeleteChallenge, ChallengeFile> {
    @Override
    public ActionType<DeleteChallenge, ChallengeFile> type() {
        return Ssl.CHALLENGE_DELETE;
    }

    @Override
    public Set<Lock> locks(DeleteChallenge request) {
        return Set.of(PutChallengeAction.lock(request.token()));
    }

    @Override
    public Plan<ChallengeFile> plan(DeleteChallenge request, HostView host) {
        ChallengeFile file = new ChallengeFile(CertificateFiles.challenge(request.token()));
        return host.file(file.path()).isEmpty() ? Plan.answer(file) : Plan.of(List.of(new Delete(file.path())), file);
    }
}
