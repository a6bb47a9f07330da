package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleFileApiTest {
    private static final String HEADER = "姓名,账号,部门,职务,上级,角色\n";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Members members = TestServer.bean(Members.class);
    private final Departments departments = TestServer.bean(Departments.class);

    private static Answer send(Client client, String path, String csv) {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--part--\r\n";
        return client.with("Content-Type", "multipart/form-data; boundary=part").send("POST", path, body);
    }

    private JsonNode preview(String rows) {
        return send(acme.admin(), "/api/v1/members/file/preview", HEADER + rows)
                .expect(200)
                .json();
    }

    private Answer add(String rows, boolean makeDepartments) {
        return send(acme.admin(), "/api/v1/members/file?makeDepartments=" + makeDepartments, HEADER + rows);
    }

    private static String fresh() {
        return "f" + UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    void addsAllWithDepartmentsSupervisorsAndALinkEach() {
        UUID sales = departments.create(acme.workspace(), "销售部", null).id();
        String zhang = fresh();
        String rows = "张三," + zhang + ",销售部/华东；客服部,销售代表,李经理,\n李经理,,销售部/华东,销售经理,"
                + acme.administrator().account() + ",\n";
        JsonNode seen = preview(rows);
        assertThat(seen.path("newDepartments").values().stream().map(JsonNode::asString))
                .containsExactly("销售部/华东", "客服部");
        assertThat(seen.path("rows").get(0).path("problems")).isEmpty();
        assertThat(members.named(acme.workspace(), "张三")).isEmpty();

        JsonNode added = add(rows, true).expect(201).json().path("members");
        assertThat(added).hasSize(2);
        Member made = members.named(acme.workspace(), "张三").getFirst();
        Member boss = members.named(acme.workspace(), "李经理").getFirst();
        Department east = departments.named(acme.workspace(), "华东").getFirst();
        assertThat(east.parent()).isEqualTo(sales);
        assertThat(made.department()).isEqualTo(east.id());
        assertThat(made.departments()).hasSize(2);
        assertThat(made.jobTitle()).isEqualTo("销售代表");
        assertThat(made.supervisor()).isEqualTo(boss.id());
        assertThat(boss.supervisor()).isEqualTo(acme.administrator().id());
        assertThat(made.account()).isNull();

        TestServer.stranger()
                .post(
                        "/api/v1/join",
                        Map.of(
                                "token",
                                added.get(0).path("token").asString(),
                                "account",
                                zhang,
                                "password",
                                "a long password"))
                .expect(201);
        assertThat(members.find(acme.workspace(), made.id()).orElseThrow().account())
                .isNotNull();
    }

    @Test
    void tellsEveryProblemByItsRowAndAddsNobody() {
        acme.newMember("重名");
        acme.newMember("重名");
        String rows = ",a1,,,,\n张三,with space,,,不存在,没有的角色\n李四,"
                + acme.administrator().account() + ",,,重名,\n王五,twice,,,,\n赵六,TWICE,,,,\n";
        List<String> wrong = preview(rows).path("rows").values().stream()
                .map(row -> row.path("row").asString() + ":"
                        + String.join("+", row.path("problems").findValuesAsString("path")))
                .toList();
        assertThat(wrong)
                .containsExactly("2:name", "3:account+roles+supervisor", "4:account+supervisor", "5:", "6:account");
        Answer refused = add(rows, true).expect(400, "sheet-refused");
        assertThat(refused.json().path("errors").findValuesAsString("path"))
                .contains("rows[2].name", "rows[3].roles", "rows[4].supervisor", "rows[6].account");
        assertThat(members.named(acme.workspace(), "王五")).isEmpty();
    }

    @Test
    void makesDepartmentsOnlyWhereThatWasSaid() {
        add("张三,,销售部/华东,,,\n", false).expect(400, "sheet-refused");
        assertThat(departments.all(acme.workspace())).isEmpty();
        assertThat(members.named(acme.workspace(), "张三")).isEmpty();
    }

    @Test
    void refusesAFileThatWasAddedAlready() {
        String rows = "张三," + fresh() + ",,,,\n";
        add(rows, true).expect(201);
        Answer again = add(rows, true).expect(400, "sheet-refused");
        assertThat(again.json().path("errors").findValuesAsString("code")).containsExactly("already-invited");
        assertThat(members.named(acme.workspace(), "张三")).hasSize(1);
    }

    @Test
    void refusesCirclesOfSupervisorsAsAWhole() {
        add("张三,,,,李四,\n李四,,,,张三,\n", true).expect(400, "supervisor-loop");
        assertThat(members.named(acme.workspace(), "张三")).isEmpty();
    }

    @Test
    void refusesWhatIsNoTableOfPeople() {
        String path = "/api/v1/members/file/preview";
        send(acme.admin(), path, "电话,地址\n1,2\n").expect(400, "sheet-without-names");
        send(acme.admin(), path, HEADER).expect(400);
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i <= PeopleSheet.MOST; i++) {
            many.append("人").append(i).append(",,,,,\n");
        }
        send(acme.admin(), path, many.toString()).expect(400, "sheet-too-long");
        acme.admin()
                .with("Content-Type", "multipart/form-data; boundary=part")
                .send("POST", path, "--part--\r\n")
                .expect(400, "sheet-missing");
    }

    @Test
    void isForAdministratorsInABrowser() {
        String path = "/api/v1/members/file";
        send(acme.newMember("张三").client(), path, HEADER + "x,,,,,\n").expect(403, "admin-needed");
        send(acme.keyOf(acme.administrator()), path, HEADER + "x,,,,,\n").expect(403, "session-needed");
        assertThat(members.named(acme.workspace(), "x")).isEmpty();
    }
}
