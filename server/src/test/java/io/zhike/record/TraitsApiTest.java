package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Traits of entities: how they are declared, what is refused, and who sees them. */
class TraitsApiTest {
    private static final String ENTITY = """
            {"label": {"zh": "跟进"}, "fields": [
              {"code": "who", "type": "relation", "label": {"zh": "对象"}, "entity": "talk"},
              {"code": "many", "type": "relation", "many": true, "label": {"zh": "多个"}, "entity": "talk"},
              {"code": "at_time", "type": "datetime", "label": {"zh": "时间"}},
              {"code": "words", "type": "long_text", "label": {"zh": "内容"}},
              {"code": "due", "type": "date", "label": {"zh": "下次"}}],
             "traits": %s}""";
    private static final String WHOLE = """
            {"activity": {"record": "who", "at": "at_time", "text": "words", "next_at": "due"}}""";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    private JsonNode traits(Client client) {
        return client.get("/api/v1/entities/talk").expect(200).json().path("traits");
    }

    @Test
    void anEntityTellsWhatItIs() {
        admin.put("/api/v1/definitions/entity/talk", ENTITY.formatted(WHOLE)).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(traits(admin).path("activity").path("next_at").asString()).isEqualTo("due");
        assertThat(traits(admin).has("followed")).isFalse();
    }

    @Test
    void whatOneMayNotReadPlaysNoRole() {
        admin.put("/api/v1/definitions/entity/talk", ENTITY.formatted(WHOLE)).expect(200);
        for (String hidden : new String[] {"due", "words"}) {
            admin.put("/api/v1/definitions/role/without_" + hidden, """
                            {"label": {"zh": "看"}, "entities": {"talk": {"read": "all",
                              "fields": {"*": "read", "%s": "none"}}}}""".formatted(hidden))
                    .expect(200);
        }
        admin.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person clerk = company.newMember("店员");
        String roles = "/api/v1/members/" + clerk.id() + "/roles";
        admin.put(roles, "{\"roles\": [\"without_due\"]}").expect(200);
        assertThat(traits(clerk.client()).path("activity").propertyNames()).containsExactly("record", "at", "text");
        admin.put(roles, "{\"roles\": [\"without_words\"]}").expect(200);
        assertThat(traits(clerk.client()).has("activity")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"activity": {"record": "who", "at": "due", "text": "words"}}            | traits.activity.at
            {"activity": {"record": "nosuch", "at": "at_time", "text": "words"}}     | traits.activity.record
            {"activity": {"record": "many", "at": "at_time", "text": "words"}}       | traits.activity.record
            """)
    void aRoleThatNoFittingFieldPlaysIsNamed(String traits, String place) {
        JsonNode draft = admin.put("/api/v1/definitions/entity/talk", ENTITY.formatted(traits))
                .expect(200)
                .json();
        assertThat(draft.path("issues")
                        .valueStream()
                        .map(issue -> issue.path("path").asString()))
                .containsExactly(place);
        admin.post("/api/v1/publish", "{}").expect(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"activity": {"record": "who", "at": "at_time"}}                         | traits.activity.text
            {"activity": {"record": "who", "at": "at_time", "text": "words", "x": "due"}} | traits.activity.x
            {"party": {}}                                                            | traits.party
            """)
    void aShapeThatIsNoTraitIsRefusedAtOnce(String traits, String place) {
        assertThat(admin.put("/api/v1/definitions/entity/talk", ENTITY.formatted(traits))
                        .expect(400)
                        .text())
                .contains(place);
    }
}
