package dev.npanel.panel.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.api.action.Access;
import dev.npanel.api.action.Permission;
import dev.npanel.panel.account.AccountsResource;
import dev.npanel.panel.auth.AuthResource;
import dev.npanel.panel.extender.Things;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C10")
class ApiDocumentTest {
    private final JsonNode document = new ObjectMapper()
            .valueToTree(ApiDocument.of(List.of(new MountedBundle(
                    7,
                    "npanel.panel",
                    "0.1.0",
                    List.of(
                            operation("POST", "/api/accounts", Access.ADMINISTRATOR, AccountsResource.class, "create"),
                            operation("GET", "/api/accounts", Access.ADMINISTRATOR, AccountsResource.class, "list"),
                            operation(
                                    "PUT",
                                    "/api/accounts/{name}/suspended",
                                    Access.ADMINISTRATOR,
                                    AccountsResource.class,
                                    "suspend"),
                            operation("GET", "/api/things", Access.OWNER, Things.class, "forwarded"),
                            new Operation("POST", "/api/auth/login", null, method(AuthResource.class, "login"))),
                    List.of()))));

    @Test
    void saysWhatAnOperationNeeds() {
        JsonNode create = document.at("/paths/~1api~1accounts/post");
        assertThat(create.at("/x-npanel-permission").asText()).isEqualTo("account.create");
        assertThat(create.at("/x-npanel-access").asText()).isEqualTo("ADMINISTRATOR");
        assertThat(document.at("/paths/~1api~1auth~1login/post").has("x-npanel-permission"))
                .isFalse();
        assertThat(document.at("/paths/~1api~1auth~1login/post/security").isEmpty())
                .isTrue();
    }

    @Test
    void describesTheBodyByItsRecord() {
        String reference = document.at("/paths/~1api~1accounts/post/requestBody/content/application~1json/schema/$ref")
                .asText();
        JsonNode schema = document.at(reference.substring(1));
        assertThat(schema.at("/properties/name/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/password/format").asText()).isEqualTo("password");
        assertThat(schema.at("/properties/role/enum").toString()).contains("ADMINISTRATOR", "USER");
        assertThat(schema.at("/required").toString()).isEqualTo("[\"name\",\"password\"]");
        assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void describesAnswersWithArguments() {
        String reference = document.at("/paths/~1api~1accounts/get/responses/2XX/content/application~1json/schema/$ref")
                .asText();
        JsonNode page = document.at(reference.substring(1));
        assertThat(page.at("/properties/items/items/$ref").asText()).isEqualTo("#/components/schemas/AccountView");
        assertThat(document.at("/components/schemas/AccountView/properties/created/format")
                        .asText())
                .isEqualTo("date-time");
    }

    @Test
    void describesWhatIsPassedOnByWhatIsInIt() {
        assertThat(document.at("/paths/~1api~1things/get/responses/2XX/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Thing");
    }

    @Test
    void describesAnswersThatAreMadeByHand() {
        assertThat(document.at("/paths/~1api~1accounts/post/responses/201/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/AccountView");
        assertThat(document.at("/paths/~1api~1accounts/post/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .as("of a dry run")
                .isEqualTo("#/components/schemas/ChangePreview");
        assertThat(document.at("/paths/~1api~1auth~1login/post/responses").toString())
                .contains("\"200\"", "/Tokens\"")
                .doesNotContain("2XX", "ChangePreview");
    }

    @Test
    void namesParameters() {
        assertThat(document.at("/paths/~1api~1accounts~1{name}~1suspended/put/parameters/0/name")
                        .asText())
                .isEqualTo("name");
        assertThat(document.at("/paths/~1api~1accounts~1{name}~1suspended/put/parameters/0/required")
                        .asBoolean())
                .isTrue();
        assertThat(document.at("/paths/~1api~1accounts/get/parameters").toString())
                .contains("limit", "after");
    }

    private static Operation operation(String method, String path, Access access, Class<?> type, String name) {
        return new Operation(method, path, new Permission("account." + name, access), method(type, name));
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
