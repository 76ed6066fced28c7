package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.action.Contract;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.zone.FirstSerials;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** D7: zone files are taken as a whole or not at all. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/{domain}/import")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource implements Resource {
    /** A large file takes tens of megabytes while it is read. */
    private static final int AT_ONCE = 2;

    private static final int RETRY_SECONDS = 2;
    private static final int MAX_VIOLATIONS = 100;

    private final Agent agent;
    private final FirstSerials serials;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** What becomes of records of types that nPanel does not keep. */
    public enum Unsupported {
        /** The file is refused. */
        REFUSE,
        /** They are left out, and said in the report. */
        SKIP
    }

    @Activate
    public ImportResource(@Reference Agent agent, @Reference FirstSerials serials) {
        this.agent = agent;
        this.serials = serials;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @POST
    @Consumes({"text/dns", MediaType.TEXT_PLAIN})
    @Requires("dns.zone.import")
    @Answers(ImportReport.class)
    public Response take(
            @Context CallContext caller,
            @PathParam("domain") DomainName zone,
            @QueryParam("mode") @DefaultValue("REPLACE") ImportZone.Mode mode,
            @QueryParam("create") @DefaultValue("false") boolean create,
            @QueryParam("unsupported") @DefaultValue("REFUSE") Unsupported unsupported,
            byte @Nullable [] file) {
        return take(caller, zone, new Wish(mode, create, unsupported), new ZoneText(file == null ? "" : text(file)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("dns.zone.import")
    @Answers(ImportReport.class)
    public Response takeJson(
            @Context CallContext caller,
            @PathParam("domain") DomainName zone,
            @QueryParam("mode") @DefaultValue("REPLACE") ImportZone.Mode mode,
            @QueryParam("create") @DefaultValue("false") boolean create,
            @QueryParam("unsupported") @DefaultValue("REFUSE") Unsupported unsupported,
            ZoneText file) {
        return take(caller, zone, new Wish(mode, create, unsupported), file);
    }

    private Response take(CallContext caller, DomainName zone, Wish wish, ZoneText file) {
        if (!places.tryAcquire()) {
            throw new Problem(
                            ProblemKind.LIMIT,
                            "dns.import.busy",
                            "Other zone files are being read.",
                            List.of(),
                            RETRY_SECONDS,
                            null)
                    .asException();
        }
        try {
            boolean creates = wish.create() && !exists(caller, zone);
            boolean whole = creates || wish.mode() == ImportZone.Mode.REPLACE;
            ZoneFile read = ZoneFileReader.read(zone, file.zone(), whole);
            check(read, wish.unsupported());
            return answer(
                    creates ? create(caller, zone, read) : replace(caller, zone, wish.mode(), read),
                    ImportReport.of(zone, wish.mode(), creates, read));
        } finally {
            places.release();
        }
    }

    private Outcome<ZoneInfo> replace(CallContext caller, DomainName zone, ImportZone.Mode mode, ZoneFile read) {
        return agent.call(caller, Dns.ZONE_IMPORT, new ImportZone(zone, mode, read.soa(), read.records()));
    }

    private Outcome<ZoneInfo> create(CallContext caller, DomainName zone, ZoneFile read) {
        Soa soa = read.soa() == null ? Soa.of(zone, firstServer(zone, read)).withSerial(serials.next()) : read.soa();
        return agent.call(caller, Dns.ZONE_CREATE, new CreateZone(zone, ZoneType.NATIVE, soa, read.records()));
    }

    private boolean exists(CallContext caller, DomainName zone) {
        return agent.find(caller, Dns.ZONE_READ, new ReadZone(zone)).isPresent();
    }

    private static RecordName firstServer(DomainName zone, ZoneFile read) {
        return read.records().stream()
                .filter(record ->
                        record.type().name().equals("NS") && record.name().equals(RecordName.apex(zone)))
                .findFirst()
                .map(record -> new RecordName(record.content()))
                .orElseThrow(() -> Text.refuse("must have a name server"));
    }

    private static void check(ZoneFile read, Unsupported unsupported) {
        Stream<Remark> left = unsupported == Unsupported.REFUSE ? read.unsupported().stream() : Stream.empty();
        List<Violation> violations = Stream.concat(read.refused().stream(), left)
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .limit(MAX_VIOLATIONS)
                .map(remark -> new Violation(remark.line() == 0 ? "zone" : "line " + remark.line(), remark.reason()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Problem(
                            ProblemKind.INVALID,
                            "dns.import.refused",
                            "The zone file was not taken.",
                            violations,
                            null,
                            null)
                    .asException();
        }
    }

    private static Response answer(Outcome<ZoneInfo> outcome, ImportReport report) {
        return outcome instanceof Outcome.Preview<ZoneInfo> preview
                ? Response.ok(report.withSteps(preview.preview().steps())).build()
                : Reply.ok(outcome, info -> report);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw Text.refuse("must be a zone file in ASCII or UTF-8");
        }
    }

    private record Wish(ImportZone.Mode mode, boolean create, Unsupported unsupported) {}
}
