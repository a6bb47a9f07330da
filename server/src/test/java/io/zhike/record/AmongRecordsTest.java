package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists by which records a relation to many has, from both of its ends. */
class AmongRecordsTest {
    private static final String TAGS = """
            {"label": {"zh": "标记"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}""";
    private static final String DEALS = """
            {"label": {"zh": "商机"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "tags", "type": "relation", "many": true, "label": {"zh": "标记们"}, "entity": "tag"}]}""";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, Set<String>> deals = new LinkedHashMap<>();

    AmongRecordsTest() {
        admin.put("/api/v1/definitions/entity/tag", TAGS).expect(200);
        admin.put("/api/v1/definitions/entity/deal", DEALS).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        for (int i = 0; i < 4; i++) {
            tags.add(create("tag", Map.of("name", "T" + i)));
        }
    }

    private String create(String entity, Map<String, Object> values) {
        return admin.post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private void deal(String... of) {
        deals.put(create("deal", Map.of("name", "D", "tags", List.of(of))), Set.of(of));
    }

    private Set<String> found(String entity, String where) {
        JsonNode items = admin.get("/api/v1/records/" + entity + "?limit=200&where="
                        + URLEncoder.encode(where, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
        Set<String> ids = new TreeSet<>();
        items.forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private Set<String> with(Predicate<Set<String>> holds) {
        Set<String> ids = new TreeSet<>();
        deals.forEach((id, of) -> {
            if (holds.test(of)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static String clicked(String op, String... ids) {
        return "{\"field\": \"tags\", \"op\": \"" + op + "\", \"value\": [\"" + String.join("\", \"", ids) + "\"]}";
    }

    @Test
    void whatIsClickedAndWhatIsWrittenFindTheSameAsLookingAtEach() {
        Random random = new Random(20261122);
        for (int i = 0; i < 24; i++) {
            deal(tags.stream().filter(_ -> random.nextBoolean()).toArray(String[]::new));
        }
        for (int i = 0; i < 12; i++) {
            String[] some = tags.stream().filter(_ -> random.nextInt(3) == 0).toArray(String[]::new);
            if (some.length == 0) {
                continue;
            }
            List<String> wanted = Arrays.asList(some);
            Set<String> any = with(of -> wanted.stream().anyMatch(of::contains));
            Set<String> all = with(of -> of.containsAll(wanted));
            String list = "[\"" + String.join("\", \"", some) + "\"]";
            assertThat(found("deal", clicked("contains_any", some))).isEqualTo(any);
            assertThat(found("deal", "CONTAINSANY(标记们, " + list + ")")).isEqualTo(any);
            assertThat(found("deal", clicked("contains_all", some))).isEqualTo(all);
            assertThat(found("deal", "CONTAINSALL(tags, " + list + ")")).isEqualTo(all);
            assertThat(found("deal", "{\"not\": " + clicked("contains_any", some) + "}"))
                    .isEqualTo(with(of -> wanted.stream().noneMatch(of::contains)));
        }
    }

    @Test
    void theOtherEndIsAskedAlike() {
        deal(tags.get(0), tags.get(2));
        String id = deals.keySet().iterator().next();

        assertThat(found("tag", "CONTAINS(deal_tags, \"" + id + "\")"))
                .containsExactlyInAnyOrder(tags.get(0), tags.get(2));
    }

    @Test
    void aRecordThatIsInTheBinIsAmongNone() {
        deal(tags.get(0));
        admin.delete("/api/v1/records/tag/" + tags.get(0)).expect(204);

        assertThat(found("deal", clicked("contains_any", tags.get(0)))).isEmpty();
    }

    @Test
    void recordsThatOneMayNotSeeAreNotFoundByGuessing() {
        deal(tags.get(1));
        TestWorkspace.Person clerk = company.newMember("文员");
        admin.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"deal": {"read": "all"}, "tag": {"read": "own"}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);

        String where = URLEncoder.encode(clicked("contains_any", tags.get(1)), StandardCharsets.UTF_8);
        JsonNode items = clerk.client()
                .get("/api/v1/records/deal?where=" + where)
                .expect(200)
                .json()
                .path("items");
        assertThat(items).isEmpty();
    }

    @Test
    void aFieldThatIsHiddenIsNotThere() {
        TestWorkspace.Person clerk = company.newMember("文员");
        admin.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"deal": {"read": "all", "fields": {"tags": "none", "*": "read"}},
                  "tag": {"read": "all"}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);

        String where = URLEncoder.encode(clicked("contains_any", tags.get(1)), StandardCharsets.UTF_8);
        clerk.client().get("/api/v1/records/deal?where=" + where).expect(400);
    }
}
