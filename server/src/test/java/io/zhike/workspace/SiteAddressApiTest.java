package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Under which address people reach a workspace is said by its administrators. */
class SiteAddressApiTest {
    private static final String PATH = "/api/v1/settings/address";

    private final TestWorkspace company = TestServer.newWorkspace();

    private Answer say(@Nullable String address) {
        Map<String, @Nullable String> body = new HashMap<>();
        body.put("address", address);
        return company.admin().put(PATH, body);
    }

    private JsonNode said() {
        return company.admin().get(PATH).expect(200).json().path("address");
    }

    @Test
    void nobodyHasSaidItUntilAnAdministratorDoes() {
        assertThat(said().isNull()).isTrue();
        say(" https://crm.example.com/zhike// ").expect(200);
        assertThat(said().asString()).isEqualTo("https://crm.example.com/zhike");
        assertThat(TestServer.newWorkspace()
                        .admin()
                        .get(PATH)
                        .json()
                        .path("address")
                        .isNull())
                .isTrue();
        say(" ").expect(200);
        assertThat(said().isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.example.com",
                "ftp://crm.example.com",
                "javascript:alert(1)",
                "https://",
                "https://crm.example.com/?a=1",
                "https://crm.example.com/#a",
                "https://admin:secret@crm.example.com",
                "https://crm.example.com\nBcc: x@example.com",
                "https://crm example.com"
            })
    void whatIsNoAddressOfASiteIsRefused(String typed) {
        say(typed).expect(400, "site-address-invalid");
        assertThat(said().isNull()).isTrue();
    }

    @Test
    void itIsForAdministratorsAloneAndToldOf() {
        Client li = company.newMember("李娜").client();
        li.get(PATH).expect(403, "admin-needed");
        li.put(PATH, Map.of("address", "https://a.example.com")).expect(403, "admin-needed");
        say("https://a.example.com").expect(200);
        say("https://b.example.com").expect(200);
        assertThat(new ToldLog(company).last("site-address-changed").toString())
                .contains("https://a.example.com", "https://b.example.com");
    }
}
