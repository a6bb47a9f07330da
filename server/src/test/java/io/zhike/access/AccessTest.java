package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.workspace.Caller;
import io.zhike.workspace.Departments;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers may do, as the gates ask it: by role, by where a member stands, and by who asks at all. */
class AccessTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final TestWorkspace.Person ANN = COMPANY.newMember("安");
    private static UUID east;
    private static UUID shanghai;
    private static UUID pudong;

    @BeforeAll
    static void define() {
        Departments departments = TestServer.bean(Departments.class);
        east = departments.create(COMPANY.workspace(), "华东", null).id();
        shanghai = departments.create(COMPANY.workspace(), "上海", east).id();
        pudong = departments.create(COMPANY.workspace(), "浦东", shanghai).id();
        COMPANY.admin()
                .patch("/api/v1/members/" + ANN.id(), Map.of("department", shanghai))
                .expect(200);
        put("entity", "lead", """
                {"label": {"zh": "线索"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}},
                  {"code": "double", "type": "formula", "label": {"zh": "双倍"}, "formula": "amount * 2"}]}""");
        for (String reach : List.of("none", "own", "department", "department_tree", "all")) {
            put("role", "reads_" + reach, """
                    {"label": {"zh": "读"}, "entities": {"lead": {"create": true, "read": "%s"}}}""".formatted(reach));
        }
        put("role", "blind", """
                {"label": {"zh": "盲"}, "entities": {"lead": {"read": "all", "fields": {"*": "read", "amount": "none"}}}}""");
        put("role", "writer", """
                {"label": {"zh": "写"}, "entities": {"lead": {"read": "own", "update": "own", "fields": {"*": "none", "amount": "write"}}}}""");
        put("role", "stranger", """
                {"label": {"zh": "外"}, "entities": {}}""");
        put("role", "chief", "{\"label\": {\"zh\": \"总\"}, \"admin\": true}");
        COMPANY.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private static void put(String kind, String code, String document) {
        COMPANY.admin()
                .put("/api/v1/definitions/" + kind + "/" + code, document)
                .expect(200);
    }

    private static Grants grants(String... roles) {
        COMPANY.admin()
                .put("/api/v1/members/" + ANN.id() + "/roles", Map.of("roles", List.of(roles)))
                .expect(200);
        return TestServer.bean(Access.class).of(COMPANY.caller(ANN));
    }

    private static EntityGrant lead(String... roles) {
        return grants(roles).on("lead");
    }

    /** The scope without what single records are shared with the member, by which each that reaches anything is widened. */
    private static RowScope unshared(RowScope scope) {
        assertThat(scope).isInstanceOf(RowScope.AnyOf.class);
        List<RowScope> all = ((RowScope.AnyOf) scope).scopes();
        assertThat(all).filteredOn(RowScope.Shared.class::isInstance).hasSize(1);
        return RowScope.anyOf(
                all.stream().filter(each -> !(each instanceof RowScope.Shared)).toList());
    }

    @Test
    void aReachComesToRecordsOfTheMemberAndOfTheDepartmentsItNames() {
        RowScope own = new RowScope.Own(ANN.id());

        assertThat(lead("reads_none").read()).isEqualTo(RowScope.NONE);
        assertThat(unshared(lead("reads_own").read())).isEqualTo(own);
        assertThat(unshared(lead("reads_department").read()))
                .isEqualTo(new RowScope.AnyOf(List.of(own, new RowScope.Departments(Set.of(shanghai)))));
        assertThat(unshared(lead("reads_department_tree").read()))
                .isEqualTo(new RowScope.AnyOf(List.of(own, new RowScope.Departments(Set.of(shanghai, pudong)))));
        assertThat(lead("reads_all").read()).isEqualTo(RowScope.EVERYTHING);
        assertThat(unshared(lead("reads_department_tree").read()).toString()).doesNotContain(east.toString());
    }

    @Test
    void severalRolesGiveTheMostOfEach() {
        assertThat(lead("reads_own", "reads_all").read()).isEqualTo(RowScope.EVERYTHING);
        EntityGrant both = lead("blind", "writer");
        assertThat(both.read()).isEqualTo(RowScope.EVERYTHING);
        assertThat(unshared(both.update())).isEqualTo(new RowScope.Own(ANN.id()));
        assertThat(both.readable()).contains("name", "amount", "double");
        assertThat(both.writable()).containsExactly("amount");
        assertThat(both.delete()).isEqualTo(RowScope.NONE);
    }

    @Test
    void whatIsComputedFromAHiddenFieldIsHiddenAndTheNumberNever() {
        EntityGrant blind = lead("blind");
        assertThat(blind.readable()).contains("name", "number").doesNotContain("amount", "double");
        assertThat(blind.writable()).isEmpty();
        assertThat(grants("blind").sees("lead", "double")).isFalse();
        assertThat(lead("writer").readable()).contains("number", "amount").doesNotContain("name", "double");
    }

    @ParameterizedTest
    @CsvSource({"stranger, false", "'', false", "nosuch, false", "reads_none, true", "reads_own, true", "chief, true"})
    void anEntityIsThereForWhoMayReadOrMakeItsRecords(String role, boolean visible) {
        if (role.equals("nosuch")) {
            COMPANY.admin()
                    .put("/api/v1/members/" + ANN.id() + "/roles", Map.of("roles", List.of(role)))
                    .expect(400, "unknown-roles");
            return;
        }
        EntityGrant grant = role.isEmpty() ? lead() : lead(role);

        assertThat(grant.visible()).isEqualTo(visible);
        assertThat(grant.equals(EntityGrant.NOTHING)).isEqualTo(!visible);
    }

    @Test
    void administratorsByRoleAndByStandingAndTheSystemMayDoEverything() {
        Access access = TestServer.bean(Access.class);
        for (Grants grants : List.of(
                grants("chief"), access.of(COMPANY.caller()), access.of(Caller.system(COMPANY.workspace(), "test")))) {
            EntityGrant lead = grants.on("lead");
            assertThat(grants.admin()).isTrue();
            assertThat(lead.read()).isEqualTo(RowScope.EVERYTHING);
            assertThat(lead.delete()).isEqualTo(RowScope.EVERYTHING);
            assertThat(lead.mayImport()).isTrue();
            assertThat(lead.readable()).contains("amount", "double");
            assertThat(lead.writable()).contains("amount").doesNotContain("double", "number");
        }
    }

    @Test
    void somebodyOfAnotherWorkspaceMayDoNothingHere() {
        TestWorkspace other = TestServer.newWorkspace();
        Caller foreign = new Caller(
                COMPANY.workspace(),
                other.administrator().id(),
                COMPANY.workspace().language(),
                COMPANY.caller().origin());

        Grants grants = TestServer.bean(Access.class).of(foreign);

        assertThat(grants.admin()).isFalse();
        assertThat(grants.on("lead")).isEqualTo(EntityGrant.NOTHING);
    }

    @Test
    void anEntityThatIsNotThereGrantsNothingToAnybody() {
        assertThat(TestServer.bean(Access.class).of(COMPANY.caller()).on("nosuch"))
                .isEqualTo(EntityGrant.NOTHING);
        assertThat(grants("reads_all").sees("nosuch", "name")).isFalse();
        assertThat(grants("reads_all").sees("lead", "nosuch")).isFalse();
    }

    @Test
    void aGrantWithAFieldThatCanBeSetAndNotReadIsRefused() {
        Set<String> name = Set.of("name");
        Set<String> none = Set.of();
        assertThatThrownBy(() -> new FieldGrant(none, none, none, name, none))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldGrant(name, none, none, none, name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldGrant(name, name, none, none, none))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldGrant(name, none, name, none, none))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FieldGrant(none, name, name, name, none).shown()).containsExactly("name");
    }
}
