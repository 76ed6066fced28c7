package dev.npanel.dns.record;

import dev.npanel.api.value.Text;
import java.util.regex.Pattern;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SSHFPRecord;
import org.xbill.DNS.TLSARecord;

/** What dnsjava lets pass and no resolver, mail server or certification authority could use. */
final class ContentRules {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    /** RFC 8659 section 4.1. */
    private static final Pattern CAA_TAG = Pattern.compile("[A-Za-z0-9]{1,15}");

    private static final int SHA1 = 20;
    private static final int SHA256 = 32;
    private static final int SHA384 = 48;
    private static final int SHA512 = 64;

    private ContentRules() {}

    static void check(Record parsed) {
        if (parsed instanceof MXRecord mx) {
            checkHost(mx.getTarget());
        } else if (parsed instanceof SRVRecord srv) {
            checkHost(srv.getTarget());
        } else if (parsed instanceof NSRecord ns) {
            checkName(ns.getTarget());
        } else if (parsed instanceof CNAMERecord cname) {
            checkName(cname.getTarget());
        } else if (parsed instanceof PTRRecord ptr) {
            checkName(ptr.getTarget());
        } else if (parsed instanceof CAARecord caa) {
            if (!CAA_TAG.matcher(caa.getTag()).matches()) {
                throw Text.refuse("must have a tag of letters and digits, such as issue");
            }
        } else {
            checkDigest(parsed);
        }
    }

    /** Digests of the wrong length (RFC 4509, RFC 6605, RFC 6698 section 2.1.3, RFC 4255, RFC 6594). */
    private static void checkDigest(Record parsed) {
        if (parsed instanceof DSRecord ds) {
            checkLength(
                    ds.getDigest().length,
                    switch (ds.getDigestID()) {
                        case 1 -> SHA1;
                        case 2 -> SHA256;
                        case 4 -> SHA384;
                        default -> ds.getDigest().length;
                    });
        } else if (parsed instanceof SSHFPRecord sshfp) {
            checkLength(
                    sshfp.getFingerPrint().length,
                    switch (sshfp.getDigestType()) {
                        case 1 -> SHA1;
                        case 2 -> SHA256;
                        default -> sshfp.getFingerPrint().length;
                    });
        } else if (parsed instanceof TLSARecord tlsa) {
            checkLength(
                    tlsa.getCertificateAssociationData().length,
                    switch (tlsa.getMatchingType()) {
                        case 1 -> SHA256;
                        case 2 -> SHA512;
                        default -> tlsa.getCertificateAssociationData().length;
                    });
        }
    }

    private static void checkLength(int length, int wanted) {
        if (length != wanted || length == 0) {
            throw Text.refuse("must have a digest as long as its type says");
        }
    }

    /** A host, or the root for "none" (RFC 7505, RFC 2782). */
    private static void checkHost(Name target) {
        if (!target.equals(Name.root)) {
            checkName(target);
        }
    }

    private static void checkName(Name target) {
        String text = target.toString(true);
        if (ADDRESS.matcher(text).matches()) {
            throw Text.refuse("must name a host, not an address");
        }
        new RecordName(text);
    }
}
