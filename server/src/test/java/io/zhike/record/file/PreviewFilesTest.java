package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser itself fetches while an administrator looks as a role: no more than the role has. */
class PreviewFilesTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final byte[] PICTURE = PictureTest.picture("png", 300, 200, BufferedImage.TYPE_INT_RGB);
    private static final String AS_CLERK = "previewRole=clerk";
    private static final String HIDDEN;
    private static final String OPEN;
    private static final String RECORD;

    static {
        ADMIN.put("/api/v1/definitions/entity/visit", """
                        {"label": {"zh": "拜访"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
                          {"code": "photos", "type": "image", "label": {"zh": "照片"}},
                          {"code": "secret", "type": "image", "label": {"zh": "密照"}}]}""").expect(200);
        ADMIN.put("/api/v1/definitions/role/clerk", """
                        {"label": {"zh": "店员"}, "entities": {"visit": {"read": "all", "export": true,
                          "fields": {"*": "read", "secret": "none"}}}}""").expect(200);
        ADMIN.put("/api/v1/definitions/role/reader", """
                        {"label": {"zh": "读者"}, "entities": {"visit": {"read": "all"}}}""").expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        HIDDEN = send("hidden.png");
        OPEN = send("open.png");
        RECORD = ADMIN.post(
                        "/api/v1/records/visit",
                        Map.of("title", "甲", "photos", List.of(OPEN), "secret", List.of(HIDDEN)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String send(String name) {
        return new Transfers(ADMIN)
                .send("/api/v1/files", name, PICTURE, Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/files/%s?", "/api/v1/files/%s/thumbnail?size=small&"})
    void aFileOfAHiddenFieldIsNotThere(String address) {
        ADMIN.get(address.formatted(HIDDEN)).expect(200);
        ADMIN.get(address.formatted(HIDDEN) + AS_CLERK).expect(404);
        ADMIN.get(address.formatted(HIDDEN) + "previewRole=").expect(404);
        ADMIN.get(address.formatted(HIDDEN) + AS_CLERK + "&previewRole=reader").expect(404);
        ADMIN.get(address.formatted(OPEN) + AS_CLERK).expect(200);
    }

    @Test
    void anExportHasWhatTheRoleReadsAndIsForWhoMayExport() {
        String address = "/api/v1/exports/visit?format=csv&";
        assertThat(ADMIN.get(address).expect(200).text()).contains("密照");
        assertThat(ADMIN.get(address + AS_CLERK).expect(200).text())
                .contains("标题")
                .doesNotContain("密照");
        ADMIN.get(address + "previewRole=reader").expect(403);
        ADMIN.get(address + "nosuch=1").expect(400);
    }

    @Test
    void aListIsReadTheSameByAddressAndByHeader() {
        String list = "/api/v1/records/visit";
        String byHeader =
                ADMIN.with("Zhike-Preview-Role", "clerk").get(list).expect(200).text();
        assertThat(ADMIN.get(list + "?" + AS_CLERK).expect(200).text()).isEqualTo(byHeader);
        assertThat(byHeader).doesNotContain(HIDDEN);
        assertThat(ADMIN.get(list + "/" + RECORD + "?" + AS_CLERK).expect(200).text())
                .doesNotContain(HIDDEN);
    }

    @Test
    void anAppIsNotDownloadedAsARole() {
        ADMIN.get("/api/v1/apps/main/package?" + AS_CLERK).expect(403);
    }

    @Test
    void nothingIsChangedByAnAddressEither() {
        ADMIN.post("/api/v1/records/visit?" + AS_CLERK, Map.of("title", "乙")).expect(403, "preview-changes-nothing");
    }

    @Test
    void theHeaderGoesBeforeTheAddress() {
        Client clerk = ADMIN.with("Zhike-Preview-Role", "clerk");
        clerk.get("/api/v1/files/" + HIDDEN + "?previewRole=reader").expect(404);
    }

    /** A browser keeps a file for a day: what it kept for oneself is not for the role. */
    @Test
    void whatIsKeptInTheBrowserIsKeptApart() {
        assertThat(ADMIN.get("/api/v1/files/" + HIDDEN)
                        .expect(200)
                        .response()
                        .headers()
                        .allValues("Vary"))
                .anyMatch(vary -> vary.contains("Zhike-Preview-Role"));
    }

    @Test
    void nobodyGetsMoreByNamingARole() {
        TestWorkspace.Person wang = COMPANY.newMember("王芳");
        wang.client().get("/api/v1/files/" + OPEN + "?" + AS_CLERK).expect(404);
        wang.client().get("/api/v1/files/" + OPEN).expect(404);
        TestServer.stranger().get("/api/v1/files/" + OPEN + "?" + AS_CLERK).expect(401);
    }
}
