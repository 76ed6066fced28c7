package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.use.CertificateFiles;

/** The files of a certificate, beyond those that {@link CertificateFiles} tells everybody. All are root's and nobody else's, and so
 * the engine shows no content of theirs, only sizes: not in a dry run, not in the history. */
final class Shelf {
    private static final Ownership CLOSED = new Ownership("root", "root", 0700);

    private final Ownership directory;
    private final Ownership file;

    Shelf() {
        this(CLOSED, Ownership.ROOT_0600);
    }

    /** For a test that is not root's. */
    Shelf(Ownership directory, Ownership file) {
        this.directory = directory;
        this.file = file;
    }

    /** The key of a request that is under way. */
    static AbsolutePath requestKey(CertificateId id) {
        return CertificateFiles.directory(id).child("request-key.pem");
    }

    /** That request: it says for which names. */
    static AbsolutePath request(CertificateId id) {
        return CertificateFiles.directory(id).child("request.pem");
    }

    /** The certificate's directory. The one above is the package's: taking a change back must not take others' with it. */
    Step directory(CertificateId id) {
        return new PutDirectory(CertificateFiles.directory(id), directory);
    }

    Step put(AbsolutePath path, Content content) {
        return new PutFile(path, content, file);
    }

    static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "ssl.certificate.unknown", "There is no such certificate.")
                .asException();
    }
}
