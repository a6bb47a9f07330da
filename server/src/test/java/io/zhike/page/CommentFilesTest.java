package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files in comments: theirs who read the record, and gone with the comment. */
class CommentFilesTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person li = company.newMember("李雷");
    private final TestWorkspace.Person wang = company.newMember("王芳");
    private String record = "";
    private String comments = "";

    @BeforeEach
    void define() {
        admin.put("/api/v1/definitions/entity/visit", """
                        {"label": {"zh": "拜访"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
                          {"code": "papers", "type": "file", "label": {"zh": "资料"}}]}""").expect(200);
        admin.put("/api/v1/definitions/role/own", """
                        {"label": {"zh": "销售"}, "entities": {"visit": {"create": true, "read": "own", "update": "own",
                          "fields": {"*": "write"}}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        for (TestWorkspace.Person person : List.of(li, wang)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"own\"]}")
                    .expect(200);
        }
        record = "/api/v1/records/visit/"
                + li.client()
                        .post("/api/v1/records/visit", Map.of("title", "甲"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        comments = record + "/comments";
    }

    private static String send(Client client, String name) {
        return new Transfers(client)
                .send("/api/v1/files", name, name.getBytes(StandardCharsets.UTF_8), Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode say(Client client, String text, String... files) {
        return client.post(comments, Map.of("text", text, "files", List.of(files)))
                .expect(201)
                .json();
    }

    private int files() {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.fetchCount(company.workspace().schema().table("file"), DSL.noCondition()));
    }

    @Test
    void comeWithACommentAndNeedNoWords() {
        String a = send(li.client(), "合同.txt");
        String b = send(li.client(), "报价.txt");
        JsonNode said = say(li.client(), "", a, b);
        assertThat(said.path("files").get(0).path("name").asString()).isEqualTo("合同.txt");
        assertThat(said.path("files").get(1).path("state").asString()).isEqualTo("ready");
        JsonNode read = admin.get(comments).expect(200).json().path("items").get(0);
        assertThat(read.path("files")).isEqualTo(said.path("files"));
        li.client().post(comments, Map.of("text", "", "files", List.of())).expect(400, "comment-blank");
    }

    @Test
    void areTheirsWhoReadTheRecord() {
        String file = send(li.client(), "合同.txt");
        li.client().get("/api/v1/files/" + file).expect(200);
        admin.get("/api/v1/files/" + file).expect(404, "file-not-found");
        say(li.client(), "看看", file);
        admin.get("/api/v1/files/" + file).expect(200);
        wang.client().get("/api/v1/files/" + file).expect(404, "file-not-found");
        assertThat(wang.client()
                        .get("/api/v1/files?ids=" + file)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        TestServer.newWorkspace().admin().get("/api/v1/files/" + file).expect(404, "file-not-found");
    }

    @Test
    void goWithTheirCommentAndWithTheRecord() {
        JsonNode said = say(li.client(), "看看", send(li.client(), "合同.txt"));
        say(li.client(), "另一条", send(li.client(), "报价.txt"));
        li.client().delete(comments + "/" + said.path("id").asString()).expect(204);
        assertThat(files()).isEqualTo(1);
        String id = record.substring(record.lastIndexOf('/') + 1);
        admin.delete(record).expect(204);
        assertThat(files()).isEqualTo(1);
        admin.post("/api/v1/records/visit/purge", Map.of("ids", List.of(id))).expect(200);
        assertThat(files()).isZero();
    }

    @Test
    void areTakenOnceAndFromTheirSenderOnly() {
        String file = send(li.client(), "合同.txt");
        admin.post(comments, Map.of("text", "我的", "files", List.of(file))).expect(400, "no-such-file");
        say(li.client(), "看看", file);
        li.client().post(comments, Map.of("text", "再来", "files", List.of(file))).expect(400, "no-such-file");
        li.client().patch(record, Map.of("papers", List.of(file))).expect(400);
        li.client()
                .post(comments, Map.of("text", "没有", "files", List.of(UUID.randomUUID())))
                .expect(400, "no-such-file");
        assertThat(admin.get(comments).expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void areTwentyAtMost() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= CommentFiles.MOST; i++) {
            many.add(send(li.client(), i + ".txt"));
        }
        li.client().post(comments, Map.of("text", "", "files", many)).expect(400, "too-many-files");
        li.client()
                .post(comments, Map.of("text", "", "files", many.subList(0, CommentFiles.MOST)))
                .expect(201);
    }

    @Test
    void letTheWordsBeTakenOutLater() {
        JsonNode said = say(li.client(), "看看", send(li.client(), "合同.txt"));
        String path = comments + "/" + said.path("id").asString();
        JsonNode edited =
                li.client().patch(path, Map.of("text", "")).expect(200).json();
        assertThat(edited.path("text").asString()).isEmpty();
        assertThat(edited.path("files")).hasSize(1);
    }
}
