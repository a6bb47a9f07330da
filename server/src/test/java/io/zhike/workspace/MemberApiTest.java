package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MemberApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Members members = TestServer.bean(Members.class);

    @Test
    void makesAMemberWhoCanSignIn() {
        String account = "zhang." + UUID.randomUUID();
        create(Map.of("name", "张三", "account", account, "password", "long enough"))
                .expect(201);
        TestServer.stranger()
                .post("/api/v1/session", Map.of("account", account, "password", "long enough"))
                .expect(200);
    }

    @Test
    void makesAMemberWhoOnlyHasAName() {
        JsonNode made = create(Map.of("name", "历史负责人")).expect(201).json();
        assertThat(made.path("account").isNull()).isTrue();
        assertThat(made.path("active").asBoolean()).isTrue();
        assertThat(members.named(acme.workspace(), "历史负责人")).hasSize(1);
    }

    @Test
    void collectsAllThatIsWrong() {
        Answer answer =
                create(Map.of("account", "with space", "password", "short")).expect(400, "values-to-correct");
        assertThat(answer.json().path("errors").findValuesAsString("path"))
                .containsExactly("name", "account", "password");
        UUID nobody = UUID.randomUUID();
        Answer references = create(Map.of("name", "x", "supervisor", nobody, "department", nobody))
                .expect(400);
        assertThat(references.json().path("errors").findValuesAsString("path"))
                .containsExactly("supervisor", "department");
    }

    @Test
    void refusesAnAccountThatIsTakenInAnyCase() {
        create(Map.of(
                        "name", "x",
                        "account", acme.administrator().account().toUpperCase(),
                        "password", "long enough"))
                .expect(409, "account-taken");
        assertThat(members.named(acme.workspace(), "x")).isEmpty();
    }

    @Test
    void isClosedToOrdinaryMembers() {
        TestWorkspace.Person person = acme.newMember("张三");
        person.client().post("/api/v1/members", "{\"name\": \"x\"}").expect(403, "admin-needed");
        person.client()
                .patch("/api/v1/members/" + person.id(), "{\"admin\": true}")
                .expect(403, "admin-needed");
        person.client().get("/api/v1/members").expect(200);
    }

    @Test
    void pagesThroughAllInTheOrderOfPinyin() {
        for (String name : List.of("赵六", "王五", "李四", "阿強", "李四", "Bob")) {
            members.create(acme.workspace(), NewMember.named(name));
        }
        List<String> names = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = acme.admin()
                    .get("/api/v1/members?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            names.addAll(page.path("items").findValuesAsString("name"));
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        names.remove(acme.administrator().member().name());
        assertThat(names).containsExactly("阿強", "李四", "李四", "王五", "赵六", "Bob");
        assertThat(new HashSet<>(ids)).hasSize(7);
    }

    @Test
    void filtersByNameDepartmentAndActivity() {
        Departments departments = TestServer.bean(Departments.class);
        Department sales = departments.create(acme.workspace(), "销售部", null);
        Department east = departments.create(acme.workspace(), "华东", sales.id());
        UUID zhang = inDepartment("张三", east);
        UUID li = inDepartment("李四", sales);
        members.deactivate(acme.workspace(), li);

        assertThat(names("search=张")).containsExactly("张三");
        assertThat(names("search=%25")).isEmpty();
        assertThat(names("department=" + sales.id())).containsExactly("李四", "张三");
        assertThat(names("department=" + east.id())).containsExactly("张三");
        assertThat(names("active=false")).containsExactly("李四");
        assertThat(members.inDepartmentsAndBelow(acme.workspace(), List.of(sales.id())))
                .containsExactlyInAnyOrder(zhang, li);
        assertThat(members.inDepartments(acme.workspace(), List.of(sales.id()))).containsExactly(li);
        assertThat(members.inDepartments(acme.workspace(), List.of())).isEmpty();
    }

    @Test
    void refusesWrongPages() {
        acme.admin().get("/api/v1/members?after=nonsense").expect(400, "cursor-invalid");
        acme.admin().get("/api/v1/members?limit=0").expect(400, "limit-out-of-bounds");
        acme.admin().get("/api/v1/members?limit=x").expect(400, "wrong-parameter");
        acme.admin().get("/api/v1/members?department=x").expect(400, "wrong-parameter");
    }

    @Test
    void changesOnlyWhatIsGivenAndOnlyTheVersionThatWasSeen() {
        TestWorkspace.Person boss = acme.newMember("老板");
        TestWorkspace.Person person = acme.newMember("张三");
        String path = "/api/v1/members/" + person.id();
        String version = acme.admin().get(path).header("ETag");
        Client admin = acme.admin().with("If-Match", version);

        JsonNode changed =
                admin.patch(path, Map.of("supervisor", boss.id())).expect(200).json();
        assertThat(changed.path("name").asString()).isEqualTo("张三");
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        admin.patch(path, "{\"name\": \"late\"}").expect(409, "version-conflict");
        acme.admin().patch(path, "{\"supervisor\": null}").expect(200);
        assertThat(members.find(acme.workspace(), person.id()).orElseThrow().supervisor())
                .isNull();
    }

    @Test
    void refusesSupervisorsInALoop() {
        TestWorkspace.Person boss = acme.newMember("老板");
        TestWorkspace.Person person = acme.newMember("张三");
        supervise(person, boss).expect(200);
        supervise(boss, person).expect(400, "supervisor-loop");
        supervise(boss, boss).expect(400, "supervisor-loop");
    }

    @Test
    void movesTheMainDepartmentWithoutLosingTheOthers() {
        Departments departments = TestServer.bean(Departments.class);
        Department a = departments.create(acme.workspace(), "a", null);
        Department b = departments.create(acme.workspace(), "b", null);
        Department c = departments.create(acme.workspace(), "c", null);
        UUID id = inDepartment("张三", a);
        String path = "/api/v1/members/" + id;
        acme.admin().patch(path, Map.of("departments", List.of(b.id()))).expect(200);
        acme.admin().patch(path, Map.of("department", c.id())).expect(200);
        assertThat(members.find(acme.workspace(), id).orElseThrow().departments())
                .containsExactly(c.id(), b.id());
    }

    @Test
    void keepsOneAdministratorAtLeast() {
        String path = "/api/v1/members/" + acme.administrator().id();
        acme.admin().patch(path, "{\"admin\": false}").expect(409, "last-admin");
        acme.admin().patch(path, "{\"active\": false}").expect(409, "last-admin");
        TestServer.newPerson(acme.workspace(), "second", true);
        acme.admin().patch(path, "{\"admin\": false}").expect(200);
    }

    @Test
    void letsSomebodyComeBack() {
        TestWorkspace.Person person = acme.newMember("张三");
        String path = "/api/v1/members/" + person.id();
        acme.admin().patch(path, "{\"active\": false}").expect(200);
        person.client().get("/api/v1/me").expect(401);
        acme.admin().patch(path, "{\"active\": true}").expect(200);
        person.client().get("/api/v1/me").expect(401);
        TestServer.stranger()
                .post("/api/v1/session", Map.of("account", person.account(), "password", TestServer.PASSWORD))
                .expect(200);
    }

    private Answer create(Map<String, Object> member) {
        return acme.admin().post("/api/v1/members", member);
    }

    private UUID inDepartment(String name, Department department) {
        return members.create(
                        acme.workspace(),
                        new NewMember(name, null, null, null, null, null, department.id(), null, false))
                .id();
    }

    private List<String> names(String query) {
        String encoded = query.replace("张", "%E5%BC%A0");
        return acme.admin()
                .get("/api/v1/members?" + encoded)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsString("name");
    }

    private Answer supervise(TestWorkspace.Person person, TestWorkspace.Person boss) {
        return acme.admin().patch("/api/v1/members/" + person.id(), Map.of("supervisor", boss.id()));
    }
}
