package dev.npanel.ssl.agent.challenge;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.challenge.ChallengeFile;
import dev.npanel.ssl.challenge.PutChallenge;
import dev.npanel.ssl.challenge.Token;
import dev.npanel.ssl.use.CertificateFiles;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.challenge.put}. */
@Component(service = Action.class)
public final class PutChallengeAction implements Action<PutChallenge, ChallengeFile> {
    private final Ownership file;

    @Activate
    public PutChallengeAction() {
        this(Ownership.ROOT_0644);
    }

    /** For a test that is not root's. */
    PutChallengeAction(Ownership file) {
        this.file = file;
    }

    @Override
    public ActionType<PutChallenge, ChallengeFile> type() {
        return Ssl.CHALLENGE_PUT;
    }

    @Override
    public Set<Lock> locks(PutChallenge request) {
        return Set.of(lock(request.token()));
    }

    static Lock lock(Token token) {
        return new Lock("ssl:challenge:" + token);
    }

    @Override
    public Plan<ChallengeFile> plan(PutChallenge request, HostView host) {
        AbsolutePath path = CertificateFiles.challenge(request.token());
        return Plan.of(List.of(new PutFile(path, Content.of(request.answer()), file)), new ChallengeFile(path));
    }
}
