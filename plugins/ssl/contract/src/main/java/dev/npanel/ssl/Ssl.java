package dev.npanel.ssl;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scoped;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificatePage;
import dev.npanel.ssl.certificate.DeleteCertificate;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.InstalledCertificate;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.SelfSign;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.certificate.UploadCertificate;
import dev.npanel.ssl.challenge.ChallengeFile;
import dev.npanel.ssl.challenge.DeleteChallenge;
import dev.npanel.ssl.challenge.PutChallenge;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.key.SigningRequest;
import java.util.List;

/**
 * The contract of the ssl kind. Problems that several actions share: {@code NOT_FOUND ssl.certificate.unknown}, {@code CONFLICT
 * ssl.certificate.in-use}, and {@code INVALID} for a chain or key that does not fit.
 */
public final class Ssl {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);

    public static final ActionType<NewRequest, SigningRequest> REQUEST_CREATE =
            change("request.create", NewRequest.class, SigningRequest.class);
    public static final ActionType<InstallChain, InstalledCertificate> CERTIFICATE_INSTALL =
            change("certificate.install", InstallChain.class, InstalledCertificate.class);
    public static final ActionType<UploadCertificate, CertificateInfo> CERTIFICATE_UPLOAD =
            change("certificate.upload", UploadCertificate.class, CertificateInfo.class);
    public static final ActionType<SelfSign, CertificateInfo> CERTIFICATE_SELF_SIGN =
            change("certificate.self-sign", SelfSign.class, CertificateInfo.class);
    public static final ActionType<DeleteCertificate, CertificateInfo> CERTIFICATE_DELETE =
            change("certificate.delete", DeleteCertificate.class, CertificateInfo.class);
    /** S5. */
    public static final ActionType<ListCertificates, CertificatePage> CERTIFICATE_LIST =
            read("certificate.list", ListCertificates.class, CertificatePage.class);

    public static final ActionType<ReadCertificate, StoredCertificate> CERTIFICATE_READ =
            read("certificate.read", ReadCertificate.class, StoredCertificate.class);
    public static final ActionType<PutChallenge, ChallengeFile> CHALLENGE_PUT =
            change("challenge.put", PutChallenge.class, ChallengeFile.class);
    public static final ActionType<DeleteChallenge, ChallengeFile> CHALLENGE_DELETE =
            change("challenge.delete", DeleteChallenge.class, ChallengeFile.class);

    /** S1. */
    public static final Permission CERTIFICATE_ISSUE = own("certificate.issue", Access.OWNER);
    /** S2. */
    public static final Permission CERTIFICATE_RENEW = own("certificate.renew", Access.OWNER);
    /** S3. */
    public static final Permission CERTIFICATE_REVOKE = own("certificate.revoke", Access.OWNER);
    /** S4. */
    public static final Permission CERTIFICATE_AUTO_RENEW = own("certificate.auto-renew", Access.OWNER);
    /** To see what would keep an authority from issuing. */
    public static final Permission CERTIFICATE_CHECK = own("certificate.check", Access.OWNER);
    /** To see which authority issues certificates. */
    public static final Permission AUTHORITY_READ = own("authority.read", Access.ADMINISTRATOR);
    /** To register with one, which takes accepting its terms. */
    public static final Permission AUTHORITY_CHANGE = own("authority.change", Access.ADMINISTRATOR);

    public static final Contract CONTRACT = new Contract(
            "ssl",
            List.of(
                    REQUEST_CREATE,
                    CERTIFICATE_INSTALL,
                    CERTIFICATE_UPLOAD,
                    CERTIFICATE_SELF_SIGN,
                    CERTIFICATE_DELETE,
                    CERTIFICATE_LIST,
                    CERTIFICATE_READ,
                    CHALLENGE_PUT,
                    CHALLENGE_DELETE),
            List.of(
                    CERTIFICATE_ISSUE,
                    CERTIFICATE_RENEW,
                    CERTIFICATE_REVOKE,
                    CERTIFICATE_AUTO_RENEW,
                    CERTIFICATE_CHECK,
                    AUTHORITY_READ,
                    AUTHORITY_CHANGE));

    private Ssl() {}

    private static Permission own(String name, Access access) {
        return new Permission("ssl." + name, access);
    }

    private static <I extends Record & Scoped, O extends Record> ActionType<I, O> read(
            String name, Class<I> input, Class<O> output) {
        return ActionType.read(VERSION, "ssl." + name, Access.OWNER, input, output);
    }

    private static <I extends Record & Scoped, O extends Record> ActionType<I, O> change(
            String name, Class<I> input, Class<O> output) {
        return ActionType.change(VERSION, "ssl." + name, Access.OWNER, input, output);
    }
}
