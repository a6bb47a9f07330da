package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where the watermark stands is chosen by an administrator; what it says is made by the server. */
class WatermarkApiTest {
    private final TestWorkspace company = TestServer.newWorkspace();

    @Test
    void nobodyIsMarkedUntilAnAdministratorWantsIt() {
        JsonNode mark = company.admin().get("/api/v1/me").json().path("watermark");
        assertThat(mark.path("mode").asString()).isEqualTo("off");
        company.admin().put("/api/v1/watermark", Map.of("mode", "sensitive")).expect(200);
        TestWorkspace.Person li = company.newMember("李娜");
        JsonNode hers = li.client().get("/api/v1/me").json().path("watermark");
        assertThat(hers.path("mode").asString()).isEqualTo("sensitive");
        assertThat(hers.path("text").asString())
                .startsWith("李娜 " + li.account().substring(li.account().length() - 4) + " 20");
        assertThat(li.client().get("/api/v1/watermark").json().path("mode").asString())
                .isEqualTo("sensitive");
    }

    @Test
    void itIsChosenByAdministratorsAloneAndToldOf() {
        company.newMember("李娜")
                .client()
                .put("/api/v1/watermark", Map.of("mode", "off"))
                .expect(403, "admin-needed");
        company.admin().put("/api/v1/watermark", Map.of("mode", "loud")).expect(400);
        company.admin().put("/api/v1/watermark", Map.of("mode", "everywhere")).expect(200);
        company.admin().put("/api/v1/watermark", Map.of("mode", "everywhere")).expect(200);
        JsonNode told = new ToldLog(company).last("watermark-changed");
        assertThat(told.toString()).contains("off", "everywhere");
    }

    @Test
    void anotherWorkspaceHasItsOwn() {
        company.admin().put("/api/v1/watermark", Map.of("mode", "everywhere")).expect(200);
        TestWorkspace other = TestServer.newWorkspace();
        assertThat(other.admin().get("/api/v1/watermark").json().path("mode").asString())
                .isEqualTo("off");
    }

    @Test
    void onlyTheEndOfAPhoneOrAMailAddressIsShown() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(Watermarks.text("张三", "13812345678", day)).isEqualTo("张三 5678 2026-11-22");
        assertThat(Watermarks.text("张三", "zhang.san@example.com", day)).isEqualTo("张三 .san 2026-11-22");
        assertThat(Watermarks.text("张三", "ab", day)).isEqualTo("张三 ab 2026-11-22");
        assertThat(Watermarks.text("张三", "", day)).isEqualTo("张三 2026-11-22");
    }
}
