package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files over HTTP: who gets them and what is made of them, what fields take, and how they are handed out. */
class FileApiTest {
    private static final byte[] PICTURE = PictureTest.picture("png", 800, 400, BufferedImage.TYPE_INT_RGB);
    private static final byte[] TEXT = "绝密 secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HTML = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person li = company.newMember("李雷");
    private final TestWorkspace.Person wang = company.newMember("王芳");

    @BeforeEach
    void define() {
        admin.put("/api/v1/definitions/entity/visit", """
                        {"label": {"zh": "拜访"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
                          {"code": "photos", "type": "image", "label": {"zh": "照片"}, "max": 2},
                          {"code": "secret", "type": "file", "label": {"zh": "密件"}},
                          {"code": "papers", "type": "file", "label": {"zh": "资料"}, "max_mb": 1, "types": ["pdf", "csv"]}]}
                        """).expect(200);
        admin.put("/api/v1/definitions/role/own", """
                        {"label": {"zh": "销售"}, "entities": {"visit": {"create": true, "read": "own", "update": "own",
                          "fields": {"*": "write", "secret": "none"}}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        for (TestWorkspace.Person person : List.of(li, wang)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"own\"]}")
                    .expect(200);
        }
    }

    private static String send(Client client, String name, byte[] content) {
        return new Transfers(client)
                .send("/api/v1/files", name, content, Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String visit(Client client, String field, String... files) {
        return client.post("/api/v1/records/visit", Map.of("title", "甲", field, List.of(files)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Answer refused(Client client, String field, String... files) {
        return client.post("/api/v1/records/visit", Map.of("title", "甲", field, List.of(files)))
                .expect(400);
    }

    private static List<String> told(Client client, String... ids) {
        return client.get("/api/v1/files?ids=" + String.join(",", ids))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** Every way in which something of a file can be had. */
    private static void assertNothing(Client client, String file) {
        String path = "/api/v1/files/" + file;
        client.get(path).expect(404, "file-not-found");
        client.get(path + "/thumbnail").expect(404, "file-not-found");
        client.get(path + "/thumbnail?size=large").expect(404, "file-not-found");
        assertThat(told(client, file)).isEmpty();
    }

    private static void assertAll(Client client, String file) {
        String path = "/api/v1/files/" + file;
        client.get(path).expect(200);
        client.get(path + "/thumbnail").expect(200);
        client.get(path + "/thumbnail?size=large").expect(200);
        assertThat(told(client, file)).containsExactly(file);
    }

    @Test
    void whatIsMadeOfAFileGoesToWhoMayReadItsFieldAndToNobodyElse() {
        String sent = send(li.client(), "门店.png", PICTURE);
        assertAll(li.client(), sent);
        assertNothing(wang.client(), sent);
        assertNothing(admin, sent);

        visit(li.client(), "photos", sent);
        assertAll(li.client(), sent);
        assertAll(admin, sent);
        assertNothing(wang.client(), sent);
        assertNothing(TestServer.newWorkspace().admin(), sent);
    }

    @Test
    void aMaskedFieldKeepsItsFilesAlsoFromWhoReadsTheRecord() {
        String file = send(admin, "机密.png", PICTURE);
        String record = visit(admin, "secret", file);
        admin.patch("/api/v1/records/visit/" + record, Map.of("owner", li.id())).expect(200);
        li.client().get("/api/v1/records/visit/" + record).expect(200);
        assertAll(admin, file);
        assertNothing(li.client(), file);
    }

    @Test
    void aThumbnailIsMadeOnceAndGoesWithItsFile() throws Exception {
        String file = send(admin, "门店.png", PICTURE);
        String record = visit(admin, "photos", file);
        String path = "/api/v1/files/" + file + "/thumbnail";
        Answer first = admin.get(path).expect(200);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(first.response().body()));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(first.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(first.header("Cache-Control")).contains("private");
        assertThat(admin.get("/api/v1/files/" + file).expect(200).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(admin.get(path).expect(200).response().body())
                .isEqualTo(first.response().body());
        assertThat(rows("file_preview")).isEqualTo(1);

        admin.delete("/api/v1/records/visit/" + record).expect(204);
        assertThat(rows("file_preview")).isEqualTo(1);
        admin.post("/api/v1/records/visit/purge", Map.of("ids", List.of(record)))
                .expect(200);
        assertThat(rows("file")).isZero();
        assertThat(rows("file_preview")).isZero();
    }

    private int rows(String table) {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.fetchCount(company.workspace().schema().table(table), DSL.noCondition()));
    }

    @Test
    void whatHasNoPictureSaysSoAndIsNotTriedAgain() {
        byte[] broken = "\u0089PNG\r\n\u001a\n and then nothing".getBytes(StandardCharsets.ISO_8859_1);
        String picture = send(admin, "坏.png", broken);
        admin.get("/api/v1/files/" + picture + "/thumbnail").expect(409, "no-preview");
        admin.get("/api/v1/files/" + picture + "/thumbnail").expect(409, "no-preview");
        assertThat(rows("file_preview")).isEqualTo(1);
        String text = send(admin, "a.txt", TEXT);
        admin.get("/api/v1/files/" + text + "/thumbnail").expect(409, "no-preview");
        admin.get("/api/v1/files/" + picture + "/thumbnail?size=huge").expect(400);
        assertThat(rows("file_preview")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.svg", "a.xml", "a.xhtml", "a.png", "a.pdf", "a", "a.txt"})
    void whatCouldRunIsADownloadWhateverItsName(String name) {
        Answer answer = admin.get("/api/v1/files/" + send(admin, name, HTML)).expect(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.header("Content-Type")).isIn("application/octet-stream", "text/plain");
    }

    @Test
    void picturesAreShownInPlaceAndDocumentsAreNot() {
        Answer picture =
                admin.get("/api/v1/files/" + send(admin, "a.html", PICTURE)).expect(200);
        assertThat(picture.header("Content-Disposition")).startsWith("inline");
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        Answer document =
                admin.get("/api/v1/files/" + send(admin, "a.pdf", pdf)).expect(200);
        assertThat(document.header("Content-Disposition")).startsWith("attachment");
        assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
    }

    private static JsonNode only(Answer refused) {
        JsonNode errors = refused.json().path("errors");
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void aFieldRefusesOtherTypesByNameAndByContent() {
        JsonNode named = only(refused(admin, "papers", send(admin, "a.exe", TEXT)));
        assertThat(named.path("code").asString()).isEqualTo("file-type");
        assertThat(named.path("path").asString()).isEqualTo("papers");
        assertThat(named.path("message").asString()).contains("a.exe").contains("pdf, csv");

        JsonNode disguised = only(refused(admin, "papers", send(admin, "账单.pdf", HTML)));
        assertThat(disguised.path("code").asString()).isEqualTo("file-not-as-named");
        assertThat(disguised.path("message").asString()).contains("账单.pdf").contains("pdf, csv");

        assertThat(only(refused(admin, "photos", send(admin, "猫.png", HTML)))
                        .path("code")
                        .asString())
                .isEqualTo("file-not-as-named");
        visit(admin, "papers", send(admin, "a.PDF", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        visit(admin, "papers", send(admin, "a.csv", TEXT));
    }

    @Test
    void aFieldRefusesLargerAndMoreFilesThanItTakes() {
        byte[] large = new byte[(1 << 20) + 1];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);
        JsonNode error = only(refused(admin, "papers", send(admin, "大.pdf", large)));
        assertThat(error.path("code").asString()).isEqualTo("file-too-large-here");
        assertThat(error.path("message").asString())
                .contains("大.pdf")
                .contains("1.1 MB")
                .contains("1 MB");
        String[] three = {send(admin, "1.png", PICTURE), send(admin, "2.png", PICTURE), send(admin, "3.png", PICTURE)};
        refused(admin, "photos", three);
        visit(admin, "photos", three[0], three[1]);
    }

    @Test
    void whatARecordHasStaysWhenItsFieldTakesLessLater() {
        String before = send(admin, "旧.csv", TEXT);
        String record = visit(admin, "papers", before);
        JsonNode entity =
                admin.get("/api/v1/definitions/entity/visit").expect(200).json();
        admin.put("/api/v1/definitions/entity/visit", entity.toString().replace("[\"pdf\",\"csv\"]", "[\"pdf\"]"))
                .expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String next = send(admin, "新.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        admin.patch("/api/v1/records/visit/" + record, Map.of("papers", List.of(before, next)))
                .expect(200);
        assertThat(only(refused(admin, "papers", send(admin, "又.csv", TEXT)))
                        .path("code")
                        .asString())
                .isEqualTo("file-type");
    }

    @Test
    void filesAreToldInTheOrderAskedForAndOthersLeftOut() {
        String a = send(admin, "a.txt", TEXT);
        String b = send(admin, "b.png", PICTURE);
        assertThat(told(admin, b, UUID.randomUUID().toString(), a, b)).containsExactly(b, a);
        JsonNode item = admin.get("/api/v1/files?ids=" + b).json().path("items").get(0);
        assertThat(item.path("name").asString()).isEqualTo("b.png");
        assertThat(item.path("type").asString()).isEqualTo("image/png");
        assertThat(item.path("size").asLong()).isEqualTo(PICTURE.length);
        assertThat(item.path("state").asString()).isEqualTo("ready");
        String many = String.join(",", java.util.Collections.nCopies(201, a));
        admin.get("/api/v1/files?ids=" + many).expect(400, "too-many-files-asked");
        admin.get("/api/v1/files?ids=x").expect(400);
    }
}
