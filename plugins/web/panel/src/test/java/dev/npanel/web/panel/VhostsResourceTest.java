package dev.npanel.web.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.channel.json.Json;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.php.PhpVersions;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.VhostPage;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W1")
class VhostsResourceTest {
    private static final DomainName DOMAIN = new DomainName("example.com");
    private static final CallContext ALICE = context("alice", Caller.Role.USER);
    private static final CallContext ADMIN = context("root1", Caller.Role.ADMINISTRATOR);

    private final Json json = Json.rest();
    private final MemoryWeb web = new MemoryWeb();
    private final Owners owners = new Owners(new Owned(), new OfAdministrators());
    private final VhostsResource vhosts =
            new VhostsResource(web, new Owned(), owners, new VhostDrafts(web, owners), new Neighbours(web));

    @Test
    void aDomainIsAllThatIsNeeded() {
        assertThat(create(ALICE, "{'domain':'example.com'}").getStatus()).isEqualTo(201);
        VhostView made = vhosts.read(ALICE, DOMAIN);
        assertThat(made.username().text()).isEqualTo("alice");
        assertThat(made.type()).isEqualTo(SiteType.PHP);
        assertThat(made.php()).isEqualTo(new PhpVersion("8.2"));
        assertThat(String.valueOf(made.root())).isEqualTo("domains/example.com/public_html");
    }

    @Test
    void allNamesAreTheOwners() {
        assertThat(refused(() -> create(ALICE, "{'domain':'example.com','aliases':['bob.example']}"))
                        .kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(refused(() -> create(ALICE, "{'domain':'nobody.example'}")).kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(refused(() -> create(ADMIN, "{'domain':'bob.example','username':'alice'}"))
                        .violations()
                        .get(0)
                        .field())
                .isEqualTo("username");
        create(ALICE, "{'domain':'example.com'}");
        assertThat(refused(() -> update("{'aliases':['bob.example']}")).kind()).isEqualTo(ProblemKind.FORBIDDEN);
    }

    @Test
    void aProxyLeadsToTheTenantsOwnUnlessAnAdministratorSaysSo() {
        for (String upstream : List.of("http://127.0.0.1:8443", "http://127.0.0.1:8081", "http://10.0.0.1:3000")) {
            String body = "{'domain':'example.com','type':'PROXY','upstream':'" + upstream + "'}";
            assertThat(refused(() -> create(ALICE, body)).kind()).isEqualTo(ProblemKind.FORBIDDEN);
        }
        create(ADMIN, "{'domain':'example.com','type':'PROXY','upstream':'http://10.0.0.1:3000'}");
        // what an administrator has allowed stays when the owner changes something else
        assertThat(update("{'www':'NONE'}").getStatus()).isEqualTo(200);
        assertThat(refused(() -> update("{'upstream':'http://10.0.0.2:3000'}")).kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
    }

    @Test
    void whatIsNotSaidStays() {
        create(ALICE, "{'domain':'example.com','settings':{'memory':512},'aliases':['a.example.com']}");
        update("{'settings':{'upload':10}}");
        VhostView changed = vhosts.read(ALICE, DOMAIN);
        assertThat(settings(changed).memory()).isEqualTo(512);
        assertThat(settings(changed).upload()).isEqualTo(10);
        assertThat(changed.aliases()).hasSize(1);
        update("{'type':'STATIC'}");
        assertThat(vhosts.read(ALICE, DOMAIN).root()).isEqualTo(changed.root());
    }

    @Test
    void whatASiteOfTheTypeHasNotIsNamed() {
        Map.of(
                        "{'domain':'example.com','type':'STATIC','php':'8.2'}", "php",
                        "{'domain':'example.com','type':'PHP','upstream':'unix:a'}", "upstream",
                        "{'domain':'example.com','type':'PROXY'}", "upstream",
                        "{'domain':'example.com','type':'PROXY','upstream':'unix:a','root':'b'}", "root")
                .forEach((body, field) -> assertThat(refused(() -> create(ALICE, body))
                                .violations()
                                .get(0)
                                .field())
                        .isEqualTo(field));
    }

    @Test
    void furtherDirectivesAreForAdministratorsAndStayWhenTheOwnerChangesSomethingElse() {
        create(ALICE, "{'domain':'example.com','type':'STATIC'}");
        String body = "{'directives':['expires 1d;']}";
        assertThat(refused(() -> update(body)).kind()).isEqualTo(ProblemKind.FORBIDDEN);
        vhosts.update(ADMIN, DOMAIN, body(VhostFields.class, body));
        update("{'errorPages':[{'status':404,'page':'/missing.html'}]}");
        assertThat(vhosts.read(ALICE, DOMAIN).directives().get(0).text()).isEqualTo("expires 1d");
        assertThat(refused(() -> update("{'type':'PROXY','upstream':'unix:a'}"))
                        .violations()
                        .get(0)
                        .field())
                .isEqualTo("errorPages");
    }

    @Test
    @Tag("W3")
    void anOwnerDoesNotEndASuspension() {
        create(ALICE, "{'domain':'example.com'}");
        vhosts.suspend(ADMIN, DOMAIN);
        vhosts.php(ALICE, DOMAIN, body(PhpChoice.class, "{'version':'8.1'}"));
        assertThat(vhosts.read(ALICE, DOMAIN).suspended()).isTrue();
        vhosts.unsuspend(ADMIN, DOMAIN);
        assertThat(vhosts.read(ALICE, DOMAIN).suspended()).isFalse();
    }

    @Test
    @Tag("C5")
    void aDomainIsInUseAsLongAsAnythingAnswersToIt() {
        SiteService use = new SiteService(web, new Owned(), new VhostDrafts(web, owners), new Neighbours(web));
        DomainName other = new DomainName("alias.example");
        assertThat(use.of(DOMAIN, ADMIN)).isEmpty();
        create(ALICE, "{'domain':'example.com','aliases':['alias.example']}");
        assertThat(use.of(DOMAIN, ADMIN)).hasValue("the web site example.com");
        assertThat(use.of(other, ADMIN)).hasValue("a name of the web site example.com");
        use.takeDown(other, ADMIN);
        assertThat(use.of(other, ADMIN)).isEmpty();
        assertThat(use.of(DOMAIN, ADMIN))
                .as("the site of the other domain stays")
                .isPresent();
        use.takeDown(DOMAIN, ADMIN);
        assertThat(use.of(DOMAIN, ADMIN)).isEmpty();
    }

    private Response create(CallContext caller, String text) {
        return vhosts.create(caller, body(NewVhost.class, text));
    }

    private Response update(String text) {
        return vhosts.update(ALICE, DOMAIN, body(VhostFields.class, text));
    }

    private <T> T body(Class<T> type, String text) {
        return json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }

    private static PhpSettings settings(VhostView view) {
        return Objects.requireNonNull(view.settings());
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private static CallContext context(String account, Caller.Role role) {
        return new CallContext(new Caller(new AccountName(account), role, "192.0.2.9", "request"), false);
    }

    private static final class Owned implements Domains {
        private static final Map<String, String> OWNERS =
                Map.of("example.com", "alice", "alias.example", "alice", "bob.example", "bob");

        @Override
        public Optional<AccountName> ownerOf(DomainName domain) {
            return OWNERS.entrySet().stream()
                    .filter(owned -> domain.isWithin(new DomainName(owned.getKey())))
                    .map(owned -> new AccountName(owned.getValue()))
                    .findAny();
        }

        @Override
        public Optional<Instant> ownedSince(DomainName domain) {
            return Optional.of(Instant.EPOCH);
        }

        @Override
        public DomainSet ownedBy(AccountName account) {
            return DomainSet.of(OWNERS.entrySet().stream()
                    .filter(owned -> owned.getValue().equals(account.text()))
                    .map(owned -> new DomainName(owned.getKey()))
                    .toList());
        }
    }

    private static final class OfAdministrators implements Privileged {
        @Override
        public <T> T perform(CallContext context, Permission permission, Scope scope, Supplier<T> work) {
            if (context.caller().role() != Caller.Role.ADMINISTRATOR) {
                throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Not yours.")
                        .asException();
            }
            return work.get();
        }
    }

    /** A web server that keeps what it is given. */
    private static final class MemoryWeb implements Agent {
        private final Map<DomainName, Vhost> there = new TreeMap<>();

        @Override
        public <I extends Record & Scoped, O extends Record> Outcome<O> call(
                CallContext context, ActionType<I, O> action, I request) {
            return new Outcome.Done<>(action.output().cast(answer(request)), null);
        }

        private Object answer(Object request) {
            if (request instanceof CreateVhost create) {
                there.put(create.vhost().domain(), create.vhost());
                return create.vhost();
            } else if (request instanceof UpdateVhost update) {
                there.put(update.vhost().domain(), update.vhost());
                return update.vhost();
            } else if (request instanceof DeleteVhost delete) {
                return Objects.requireNonNull(there.remove(delete.domain()));
            } else if (request instanceof ReadVhost read) {
                return Objects.requireNonNull(there.get(read.domain()));
            }
            if (request instanceof ListVhosts) {
                return new VhostPage(List.copyOf(there.values()), false);
            }
            return new PhpVersions(List.of(new PhpVersion("8.1"), new PhpVersion("8.2")));
        }
    }
}
