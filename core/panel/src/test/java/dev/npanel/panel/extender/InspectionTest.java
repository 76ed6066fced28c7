package dev.npanel.panel.extender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.action.Contract;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ADVISORIES 57: an operation that does not say who may use it keeps its whole bundle out. */
class InspectionTest {
    @Test
    void knowsEveryOperationAndItsPermission() {
        List<Operation> operations = Inspection.of(List.of(new Things())).operations();

        assertThat(operations).hasSize(9);
        assertThat(operations).filteredOn(Operation::anonymous).hasSize(3);
        assertThat(operations)
                .filteredOn(operation -> operation.method().equals("DELETE"))
                .singleElement()
                .satisfies(operation -> {
                    assertThat(operation.path()).isEqualTo("/api/things/{domain}");
                    assertThat(operation.permission())
                            .isEqualTo(Things.CONTRACT.own().get(1));
                });
    }

    @Test
    void refusesAMethodThatSaysNothing() {
        assertThat(refusals(new Silent())).singleElement().asString().contains("Silent.get must carry @Requires");
    }

    @Test
    void refusesAPermissionOfNobody() {
        assertThat(refusals(new Stranger())).singleElement().asString().contains("requires other.get");
    }

    @Test
    void refusesTheCallerOfNobody() {
        assertThat(refusals(new Nobody())).singleElement().asString().contains("takes a CallContext");
    }

    @Test
    void refusesWhatItCannotSeeThrough() {
        assertThat(refusals(new Locator())).singleElement().asString().contains("sub-resource locator");
    }

    @Test
    void refusesAPathThatBelongsToNobody() {
        assertThat(refusals(new Everything())).singleElement().asString().contains("does not begin with a literal");
    }

    @Test
    void refusesAClassWithoutPath() {
        assertThat(refusals(new Pathless())).singleElement().asString().contains("has no @Path");
    }

    private static List<String> refusals(Resource resource) {
        return Inspection.of(List.of(resource)).refusals();
    }

    /** Has the contract of the things. */
    interface OfThings extends Resource {
        @Override
        default Contract contract() {
            return Things.CONTRACT;
        }
    }

    /** Says nothing. */
    @Path("silent")
    public static final class Silent implements OfThings {
        @GET
        public String get() {
            return "";
        }
    }

    /** Names a permission of another contract. */
    @Path("stranger")
    public static final class Stranger implements OfThings {
        @GET
        @Requires("other.get")
        public String get() {
            return "";
        }
    }

    /** Wants to know who nobody is. */
    @Path("nobody")
    public static final class Nobody implements OfThings {
        @GET
        @Anonymous(because = "of the test")
        public String get(@Context CallContext caller) {
            return "";
        }
    }

    /** Hides its methods in another object. */
    @Path("locator")
    public static final class Locator implements OfThings {
        @Path("more")
        public Object more() {
            return new Things();
        }
    }

    /** Takes every path. */
    @Path("{anything}")
    public static final class Everything implements OfThings {
        @GET
        @Requires("thing.get")
        public String get() {
            return "";
        }
    }

    /** Has no path. */
    public static final class Pathless implements OfThings {}
}
