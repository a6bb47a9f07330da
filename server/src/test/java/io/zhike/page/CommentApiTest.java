package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Comments over HTTP: who may read, write, edit and delete them, and what becomes of them. */
class CommentApiTest {
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
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true}]}""").expect(200);
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

    private static JsonNode say(Client client, String path, String text) {
        return client.post(path, Map.of("text", text)).expect(201).json();
    }

    private List<String> texts(Client client) {
        return client.get(comments)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(comment -> comment.path("text").asString())
                .toList();
    }

    @Test
    void whoReadsTheRecordReadsAndAddsTheNewestFirst() {
        say(li.client(), comments, "第一条");
        JsonNode second = say(admin, comments, " 第二条 ");
        assertThat(second.path("text").asString()).isEqualTo("第二条");
        assertThat(texts(li.client())).containsExactly("第二条", "第一条");
        JsonNode page = li.client().get(comments + "?limit=1").expect(200).json();
        assertThat(page.path("items")).hasSize(1);
        JsonNode next = li.client()
                .get(comments + "?limit=1&after=" + page.path("next").asString())
                .expect(200)
                .json();
        assertThat(next.path("items").get(0).path("by").path("name").asString()).isEqualTo("李雷");
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void whoDoesNotReadTheRecordLearnsNothing() {
        JsonNode comment = say(li.client(), comments, "秘密");
        Client other = wang.client();
        other.get(comments).expect(404);
        other.post(comments, Map.of("text", "?")).expect(404);
        String one = comments + "/" + comment.path("id").asString();
        other.patch(one, Map.of("text", "?")).expect(404);
        other.delete(one).expect(404);
        assertThat(texts(li.client())).containsExactly("秘密");
    }

    @Test
    void aMentionNamesThePersonAndFindsThemWhereTheyMayRead() {
        String text = "@{" + wang.id() + "} 看一下，@{" + wang.id() + "}";
        JsonNode comment = say(li.client(), comments, text);
        assertThat(comment.path("mentions")).hasSize(1);
        assertThat(comment.path("mentions").get(0).path("name").asString()).isEqualTo("王芳");
        assertThat(mentions(wang.client())).isEmpty();
        admin.patch(record, Map.of("owner", wang.id())).expect(200);
        assertThat(mentions(wang.client())).containsExactly(text);
        assertThat(mentions(li.client())).isEmpty();
    }

    @Test
    void mentionsAboutSeveralEntitiesAreThoseOfRecordsThatOneMayRead() {
        admin.put("/api/v1/definitions/entity/secret", """
                        {"label": {"zh": "机密"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true}]}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String hidden = admin.post("/api/v1/records/secret", Map.of("title", "x"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String name = "@{" + li.id() + "}";
        say(admin, "/api/v1/records/secret/" + hidden + "/comments", name + " 机密");
        say(admin, comments, name + " 一");
        say(admin, comments, name + " 二");
        assertThat(mentions(li.client())).containsExactly(name + " 二", name + " 一");
    }

    private static List<String> mentions(Client client) {
        return client.get("/api/v1/me/mentions")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(mention -> mention.path("comment").path("text").asString())
                .toList();
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        li.client().post(comments, Map.of("text", "  ")).expect(400, "comment-blank");
        li.client().post(comments, "{}").expect(400, "comment-blank");
        li.client().post(comments, Map.of("text", "字".repeat(10_001))).expect(400, "comment-too-long");
        li.client()
                .post(comments, Map.of("text", "@{" + UUID.randomUUID() + "}"))
                .expect(400, "nobody-mentioned");
        admin.patch("/api/v1/members/" + wang.id(), "{\"active\": false}").expect(200);
        li.client().post(comments, Map.of("text", "@{" + wang.id() + "}")).expect(400, "nobody-mentioned");
        assertThat(texts(li.client())).isEmpty();
    }

    @Test
    void onlyTheAuthorEditsAndAnAdministratorMayDelete() {
        String id = say(li.client(), comments, "原话").path("id").asString();
        admin.patch(comments + "/" + id, Map.of("text", "改口")).expect(403, "not-your-comment");
        JsonNode edited = li.client()
                .patch(comments + "/" + id, Map.of("text", "改了"))
                .expect(200)
                .json();
        assertThat(edited.path("text").asString()).isEqualTo("改了");
        assertThat(edited.path("editedAt").isNull()).isFalse();
        admin.patch(record, Map.of("owner", wang.id())).expect(200);
        wang.client().delete(comments + "/" + id).expect(403, "not-your-comment");
        admin.delete(comments + "/" + id).expect(204);
        admin.delete(comments + "/" + id).expect(404, "no-such-comment");
    }

    @Test
    void aCommentBelongsToItsRecordAlone() {
        String id = say(li.client(), comments, "原话").path("id").asString();
        String other = li.client()
                .post("/api/v1/records/visit", Map.of("title", "乙"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        li.client().delete("/api/v1/records/visit/" + other + "/comments/" + id).expect(404, "no-such-comment");
    }

    @Test
    void aCommentThatIsSentAgainIsTheSame() {
        Client again = li.client().with("Idempotency-Key", "k1");
        String first = say(again, comments, "一次").path("id").asString();
        assertThat(say(again, comments, "一次").path("id").asString()).isEqualTo(first);
        assertThat(texts(li.client())).hasSize(1);
    }

    @Test
    void commentsStayInTheBinWithTheirRecordAndGoWithItForEver() {
        say(li.client(), comments, "留着");
        admin.delete(record).expect(204);
        li.client().get(comments).expect(404);
        String id = record.substring(record.lastIndexOf('/') + 1);
        admin.post("/api/v1/records/visit/restore", Map.of("ids", List.of(id))).expect(200);
        assertThat(texts(admin)).containsExactly("留着");
        admin.delete(record).expect(204);
        admin.post("/api/v1/records/visit/purge", Map.of("ids", List.of(id))).expect(200);
        Integer left = TestServer.bean(Database.class)
                .read(ctx -> ctx.fetchCount(company.workspace().schema().table("comment")));
        assertThat(left).isZero();
    }
}
