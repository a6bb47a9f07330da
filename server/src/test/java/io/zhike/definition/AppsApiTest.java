package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppsApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Client admin = acme.admin();

    @Test
    void aBlankAppNeedsOnlyALabel() {
        Answer made = admin.post("/api/v1/apps", "{\"label\": \"客户管理\"}").expect(201);

        assertThat(made.json().path("code").asString()).isEqualTo("ke_hu_guan_li");
        assertThat(made.json().path("label").path("zh").asString()).isEqualTo("客户管理");
        assertThat(made.json().path("menu")).isEmpty();
        Answer twin =
                admin.post("/api/v1/apps", "{\"label\": {\"zh\": \"客户管理\"}}").expect(201);
        assertThat(twin.json().path("code").asString()).isEqualTo("ke_hu_guan_li_2");
        assertThat(admin.get("/api/v1/apps").json().path("items")).hasSize(2);
        assertThat(admin.get("/api/v1/definitions?state=draft").json().path("items"))
                .isEmpty();
    }

    @Test
    void aBlankAppMayHaveACodeOfItsOwn() {
        admin.post("/api/v1/apps", "{\"label\": \"CRM\", \"code\": \"crm\"}").expect(201);
        admin.post("/api/v1/apps", "{\"label\": \"CRM\", \"code\": \"crm\"}").expect(409, "app-exists");
        admin.post("/api/v1/apps", "{\"label\": \"CRM\", \"code\": \"C R M\"}").expect(400, "invalid-definition");
        admin.post("/api/v1/apps", "{\"label\": \" \"}").expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{}").expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{\"label\": \"x\", \"template\": \"starter\"}")
                .expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{\"template\": \"nothing\"}").expect(404, "unknown-template");
    }

    @Test
    void anAppIsBegunAsACopyThatSpeaksOfItselfInItsOwnCodes() {
        admin.post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
        String change = """
                {"app": "starter", "label": {"zh": "要回访"}, "entity": "customer", "type": "list",
                 "where": "COUNT(follow_up_customer, minutes <> \\"\\") = 0"}""";
        admin.put("/api/v1/definitions/view/customer_silent", change).expect(200);
        admin.post("/api/v1/publish", null).expect(200);

        Answer made = admin.post("/api/v1/apps", "{\"copyOf\": \"starter\", \"label\": \"门店\"}")
                .expect(201);

        assertThat(made.json().path("code").asString()).isEqualTo("starter_2");
        assertThat(made.json().path("label").path("zh").asString()).isEqualTo("门店");
        assertThat(made.json().path("menu").path(0).path("entity").asString()).isEqualTo("customer_2");
        assertThat(document("entity/follow_up_2")
                        .path("fields")
                        .path(0)
                        .path("entity")
                        .asString())
                .isEqualTo("customer_2");
        assertThat(document("entity/customer_2").toString())
                .contains("follow_up_2.customer")
                .doesNotContain("follow_up.");
        assertThat(document("view/customer_silent_2").path("where").asString())
                .isEqualTo("COUNT(follow_up_2_customer, minutes <> \"\") = 0");
        assertThat(document("role/sales_2").path("entities").propertyNames())
                .contains("customer_2")
                .doesNotContain("customer");
        assertThat(admin.get("/api/v1/definitions?state=draft").json().path("items"))
                .isEmpty();
    }

    @Test
    void aCopyHasNoRecordsAndLeavesTheOriginalItsOwn() {
        admin.post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
        admin.post("/api/v1/records/customer", "{\"name\": \"甲\"}").expect(201);
        admin.post("/api/v1/apps", "{\"copyOf\": \"starter\", \"label\": \"门店\"}")
                .expect(201);
        admin.post("/api/v1/records/customer_2", "{\"name\": \"乙\"}").expect(201);
        Answer third = admin.post("/api/v1/apps", "{\"copyOf\": \"starter_2\", \"label\": \"再一份\"}")
                .expect(201);

        assertThat(third.json().path("code").asString()).isEqualTo("starter_2_2");
        assertThat(admin.get("/api/v1/records/customer").json().path("items")).hasSize(1);
        assertThat(admin.get("/api/v1/records/customer_2_2").json().path("items"))
                .isEmpty();
    }

    @Test
    void onlyAnAppThatIsThereIsCopiedAndOnlyByBuilders() {
        admin.post("/api/v1/apps", "{\"copyOf\": \"nothing\", \"label\": \"x\"}")
                .expect(404, "unknown-app");
        admin.post("/api/v1/apps", "{\"copyOf\": \"n o\", \"label\": \"x\"}").expect(404, "unknown-app");
        admin.post("/api/v1/apps", "{\"copyOf\": \"starter\"}").expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{\"copyOf\": \"x\", \"template\": \"starter\"}")
                .expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{\"copyOf\": \"x\", \"label\": \"x\", \"code\": \"y\"}")
                .expect(400, "bad-app-request");
        admin.post("/api/v1/apps", "{\"label\": \"CRM\", \"code\": \"crm\"}").expect(201);
        acme.newMember("王五")
                .client()
                .post("/api/v1/apps", "{\"copyOf\": \"crm\", \"label\": \"x\"}")
                .expect(403, "admin-needed");
    }

    @Test
    void codesThatAreTooLongForANumberAreCutAndStayApart() {
        admin.post("/api/v1/apps", "{\"label\": \"CRM\", \"code\": \"crm\"}").expect(201);
        String long38 = "a".repeat(37) + "_";
        for (String code : List.of(long38 + "bc", long38 + "bd")) {
            admin.put(
                            "/api/v1/definitions/entity/" + code,
                            "{\"app\": \"crm\", \"label\": {\"zh\": \"长\"}, \"fields\": []}")
                    .expect(200);
        }
        admin.post("/api/v1/publish", null).expect(200);

        admin.post("/api/v1/apps", "{\"copyOf\": \"crm\", \"label\": \"二\"}").expect(201);

        assertThat(admin.get("/api/v1/entities")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("code").asString()))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    private tools.jackson.databind.JsonNode document(String key) {
        return admin.get("/api/v1/definitions/" + key).expect(200).json();
    }

    @Test
    void installingLeavesTheDraftsOfOthersAlone() {
        admin.put("/api/v1/definitions/app/mine", "{\"app\": \"mine\", \"label\": {\"zh\": \"我的\"}}")
                .expect(200);

        admin.post("/api/v1/apps", "{\"label\": \"CRM\"}").expect(201);

        assertThat(admin.get("/api/v1/definitions?state=draft").json().path("items"))
                .hasSize(1);
        admin.post("/api/v1/apps", "{\"label\": \"Mine\", \"code\": \"mine\"}").expect(409, "code-taken");
    }

    @Test
    void anAppTravelsAsAPackage() {
        admin.put("/api/v1/definitions/app/crm", """
                {"app": "crm", "label": {"zh": "客户", "en": "Yes"}, "version": "1.2",
                 "menu": [{"url": "/help", "label": {"zh": "帮助: #1"}},
                   {"code": "more", "label": {"zh": "更多"}, "items": [{"url": "/a", "label": {"zh": "甲"}}]}]}""").expect(200);
        admin.post("/api/v1/publish", null).expect(200);

        Answer zip = admin.get("/api/v1/apps/crm/package").expect(200);
        assertThat(zip.header("Content-Disposition")).contains("crm.zip");
        TestWorkspace other = TestServer.newWorkspace();
        Answer installed = upload(other.admin(), zip.response().body()).expect(201);

        assertThat(installed.json().path("version").asString()).isEqualTo("1.2");
        assertThat(other.admin().get("/api/v1/definitions/app/crm").json())
                .isEqualTo(admin.get("/api/v1/definitions/app/crm").json());
        upload(other.admin(), zip.response().body()).expect(409, "app-exists");
        List<Definition> base = TestServer.bean(io.zhike.store.Database.class)
                .read(ctx -> new InstallationStore(other.workspace().schema()).base(ctx, "crm"));
        assertThat(base).extracting(definition -> definition.key().toString()).containsExactly("app/crm");
    }

    @Test
    void badPackagesAreRefused() {
        upload(admin, "not a zip".getBytes(StandardCharsets.UTF_8)).expect(400, "bad-package");
        upload(admin, ZipPackageTest.zip("readme.md", "x")).expect(400, "bad-package");
        upload(admin, ZipPackageTest.zip("../app.yaml", "x")).expect(400, "bad-package");
        Answer shapes = upload(admin, ZipPackageTest.zip("app.yaml", "kind: app\ncode: x\nlabel: 3\nicons: y"))
                .expect(400, "bad-package");
        assertThat(shapes.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("path").asString()))
                .containsExactlyInAnyOrder("app/x.label", "app/x.icons");
        assertThat(admin.get("/api/v1/apps").json().path("items")).isEmpty();
    }

    @Test
    void onlyAdministratorsGetApps() {
        Client member = acme.newMember("王五").client();

        member.post("/api/v1/apps", "{\"label\": \"CRM\"}").expect(403, "admin-needed");
        upload(member, ZipPackageTest.zip("app.yaml", "kind: app\ncode: x\nlabel: {zh: x}"))
                .expect(403, "admin-needed");
        admin.post("/api/v1/apps", "{\"label\": \"CRM\"}").expect(201);
        assertThat(member.get("/api/v1/apps").expect(200).json().path("items"))
                .as("there is nothing in it for them")
                .isEmpty();
        member.get("/api/v1/apps/crm/package").expect(403, "admin-needed");
        member.delete("/api/v1/apps/crm/sample").expect(403, "admin-needed");
        admin.delete("/api/v1/apps/crm/sample").expect(404, "no-sample-loaded");
    }

    static Answer upload(Client client, byte[] zip) {
        String boundary = "----zhike";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"package\"; filename=\"a.zip\"\r\n"
                                + "Content-Type: application/zip\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(client.request("/api/v1/apps")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
