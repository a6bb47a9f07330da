package io.zhike.record;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.Departments;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A company on the shared server: three departments, members with roles, customers and their orders. Made once; tests only
 * read what is here and add what is their own.
 */
final class World {
    static final World SHARED = new World();

    final TestWorkspace company = TestServer.newWorkspace();
    final Map<String, UUID> departments = new LinkedHashMap<>();
    final Map<String, TestWorkspace.Person> people = new LinkedHashMap<>();
    final Map<String, UUID> records = new LinkedHashMap<>();

    private World() {
        department("east", "华东", null);
        department("shanghai", "上海", "east");
        department("south", "华南", null);
        department("north", "华北", null);
        department("beijing", "北京", "north");
        person("zhang", "张经理", "east");
        person("li", "李销售", "shanghai");
        person("wang", "王销售", "south");
        person("zhao", "赵录入", "south");
        person("sun", "孙外呼", "south");
        person("guest", "访客", "south");
        person("han", "韩协作", "beijing");
        person("chen", "陈售后", "south");
        person("qian", "钱受限", "south");
        person("wu", "吴审计", "south");
        definitions();
        role("zhang", "tree");
        role("li", "own");
        role("wang", "masked");
        role("zhao", "importing");
        role("sun", "glimpsing");
        role("han", "helping");
        role("chen", "serving");
        role("qian", "masked", "barred");
        role("wu", "helping", "barred");
        customers();
        orders();
        shares();
    }

    private void department(String code, String name, String parent) {
        Departments all = TestServer.bean(Departments.class);
        UUID above = parent == null ? null : departments.get(parent);
        departments.put(code, all.create(company.workspace(), name, above).id());
    }

    private void person(String code, String name, String department) {
        TestWorkspace.Person person = company.newMember(name);
        people.put(code, person);
        UUID id = departments.get(department);
        company.admin()
                .patch("/api/v1/members/" + person.id(), Map.of("department", id))
                .expect(200);
    }

    /** This company for {@link LeakWays}; its wages are nobody's but the administrator's. */
    Ground ground() {
        return Ground.of(company.admin(), Map.of("customer", records.get("huaxin"), "sale", records.get("s2")));
    }

    /** Gives a person these roles and no others. */
    void role(String person, String... roles) {
        company.admin()
                .put("/api/v1/members/" + people.get(person).id() + "/roles", Map.of("roles", roles))
                .expect(200);
    }

    Client as(String person) {
        return person.equals("admin") ? company.admin() : people.get(person).client();
    }

    void define(String kind, String code, String document) {
        company.admin()
                .put("/api/v1/definitions/" + kind + "/" + code, document)
                .expect(200);
    }

    void publish() {
        company.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private void definitions() {
        define("entity", "customer", """
                {"label": {"zh": "客户", "en": "Customer"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "客户名称", "en": "Name"}, "title": true,
                   "required": true, "searchable": true, "lookalike": true},
                  {"code": "phone", "type": "phone", "label": {"zh": "电话"}, "searchable": true, "lookalike": true},
                  {"code": "note", "type": "long_text", "label": {"zh": "备注"}, "searchable": true},
                  {"code": "source", "type": "select", "label": {"zh": "来源"}, "indexed": true, "options": [
                    {"code": "website", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}},
                    {"code": "ads", "label": {"zh": "广告"}}]},
                  {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                    {"code": "vip", "label": {"zh": "贵宾"}}, {"code": "new", "label": {"zh": "新客"}}]},
                  {"code": "spent", "type": "money", "label": {"zh": "累计消费"}, "indexed": true},
                  {"code": "margin", "type": "money", "label": {"zh": "毛利"}},
                  {"code": "level", "type": "formula", "label": {"zh": "等级"},
                   "formula": "IF(spent > 5000, \\"VIP\\", \\"普通\\")"},
                  {"code": "margin_rate", "type": "formula", "label": {"zh": "毛利率"}, "formula": "margin / spent"},
                  {"code": "profitable", "type": "formula", "label": {"zh": "赚钱"}, "formula": "margin_rate > 0.3"},
                  {"code": "parent", "type": "relation", "label": {"zh": "上级客户"}, "entity": "customer"},
                  {"code": "parent_margin", "type": "formula", "label": {"zh": "上级毛利"}, "formula": "parent.margin"},
                  {"code": "partners", "type": "relation", "many": true, "label": {"zh": "伙伴"}, "entity": "customer"},
                  {"code": "keeper", "type": "member", "label": {"zh": "客服"}},
                  {"code": "place", "type": "region", "label": {"zh": "地区"}},
                  {"code": "spot", "type": "location", "label": {"zh": "位置"}},
                  {"code": "signed", "type": "date", "label": {"zh": "签约日"}},
                  {"code": "met_at", "type": "datetime", "label": {"zh": "见面"}},
                  {"code": "talk", "type": "duration", "label": {"zh": "通话"}},
                  {"code": "ordered", "type": "rollup", "label": {"zh": "订单额"}, "over": "sale.customer",
                   "fn": "sum", "of": "total"},
                  {"code": "discounted", "type": "rollup", "label": {"zh": "折扣单"}, "over": "sale.customer",
                   "fn": "count", "where": "discount > 0"},
                  {"code": "open_sales", "type": "formula", "label": {"zh": "未完订单"},
                   "formula": "COUNT(sale_customer, done = FALSE)"}]}
                """);
        define("entity", "sale", """
                {"label": {"zh": "订单", "en": "Sale"}, "fields": [
                  {"code": "subject", "type": "text", "label": {"zh": "主题"}, "title": true, "searchable": true,
                   "lookalike": true},
                  {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"},
                  {"code": "total", "type": "money", "label": {"zh": "金额"}},
                  {"code": "discount", "type": "money", "label": {"zh": "折扣"}},
                  {"code": "done", "type": "boolean", "label": {"zh": "完成"}},
                  {"code": "buyer_phone", "type": "formula", "label": {"zh": "买家电话"}, "formula": "customer.phone"}]}
                """);
        define("entity", "payroll", """
                {"label": {"zh": "工资", "en": "Payroll"}, "fields": [
                  {"code": "who", "type": "member", "label": {"zh": "谁"}},
                  {"code": "pay", "type": "money", "label": {"zh": "工资额"}},
                  {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"}]}
                """);
        roles();
        publish();
    }

    private void roles() {
        define("role", "own", """
                {"label": {"zh": "销售"}, "entities": {
                  "customer": {"create": true, "read": "own", "update": "own", "delete": "own", "import": true, "export": true,
                    "fields": {"*": "write", "margin": "none"}},
                  "sale": {"create": true, "read": "own", "update": "own", "import": true, "export": true}}}
                """);
        define("role", "tree", """
                {"label": {"zh": "经理"}, "entities": {
                  "customer": {"create": true, "read": "department_tree", "update": "department_tree", "delete": "own",
                    "export": true},
                  "sale": {"read": "all", "export": true, "fields": {"*": "read"}}}}
                """);
        define("role", "masked", """
                {"label": {"zh": "外包"}, "entities": {
                  "customer": {"read": "all", "export": true, "fields": {"*": "read", "phone": "none", "margin": "none",
                     "keeper": "none", "note": "none", "source": "none"}},
                  "sale": {"read": {"where": "customer.source = \\"fair\\""}, "export": true,
                     "fields": {"*": "read", "discount": "none"}}}}
                """);
        define("role", "importing", """
                {"label": {"zh": "录入"}, "entities": {
                  "customer": {"create": true, "read": "own", "update": "own", "import": true, "export": true,
                    "fields": {"*": "write", "phone": "none", "margin": "none", "keeper": "none", "note": "none",
                     "source": "none"}},
                  "sale": {"create": true, "read": "own", "update": "own", "import": true, "export": true,
                    "fields": {"*": "write", "discount": "none"}}}}
                """);
        define("role", "glimpsing", """
                {"label": {"zh": "外呼"}, "entities": {
                  "customer": {"create": true, "read": "all", "update": "all", "import": true, "export": true,
                    "fields": {"*": "read", "phone": {"see": "reveal", "change": "fill"},
                     "note": {"see": "masked", "change": "write"}, "margin": {"see": "masked"},
                     "keeper": {"see": "masked", "change": "fill"}, "source": {"see": "reveal"}}},
                  "sale": {"read": "all", "export": true, "fields": {"*": "read", "discount": {"see": "masked"}}}}}
                """);
        define("role", "department", """
                {"label": {"zh": "部门"}, "entities": {"customer": {"read": "department", "fields": {"*": "read"}}}}
                """);
        define("role", "nameless", """
                {"label": {"zh": "无名"}, "entities": {
                  "customer": {"read": "all", "fields": {"*": "read", "name": "none", "created_at": "none"}},
                  "sale": {"read": "all", "fields": {"*": "read", "customer": "none"}}}}
                """);
        define("role", "helping", """
                {"label": {"zh": "协作"}, "entities": {
                  "customer": {"read": "shared", "update": "shared", "export": true},
                  "sale": {"read": ["own", "shared"], "update": "own", "export": true}}}
                """);
        define("role", "serving", """
                {"label": {"zh": "售后"}, "entities": {
                  "customer": {"read": "own", "update": "own", "export": true},
                  "sale": {"create": true}}}
                """);
        define("role", "barred", """
                {"label": {"zh": "受限"}, "entities": {
                  "customer": {"deny": {"read": {"where": "source = \\"ads\\" OR name = \\"安徽钢铁\\""}}},
                  "sale": {"deny": {"read": ["own", {"where": "done"}]}}}}
                """);
        define("sharing", "fairs", """
                {"label": {"zh": "展会客户"}, "entity": "customer", "where": "source = \\"fair\\" OR spent > 10000",
                 "with": [{"role": "serving"}], "level": "read"}
                """);
        define("sharing", "sales", """
                {"label": {"zh": "全部订单"}, "entity": "sale", "where": "TRUE", "with": [{"role": "serving"}], "level": "update"}
                """);
        define("role", "boss", """
                {"label": {"zh": "老板"}, "admin": true}
                """);
    }

    private void customers() {
        customer("huaxin", "li", "shanghai", """
                "name": "华信科技", "phone": "13812345678", "note": "欠款五十万", "source": "fair", "tags": ["vip", "new"],
                "spent": "8000.50", "margin": "4000", "place": "310115", "signed": "2026-01-31",
                "met_at": "2026-01-31T23:30:00+08:00", "talk": "PT1H30M",
                "spot": {"lng": 121.5, "lat": 31.2, "address": "世纪大道"}""");
        customer("zengshi", "li", "shanghai", """
                "name": "曾氏贸易", "phone": "0755-88886666", "source": "website", "tags": ["new"], "spent": "300",
                "margin": "30", "signed": "2026-02-01", "met_at": "2026-01-31T16:30:00Z\"""");
        customer("anhui", "zhang", "east", """
                "name": "安徽钢铁", "source": "website", "spent": "5000.01", "margin": "100", "signed": "2025-12-29\"""");
        customer("baiyun", "wang", "south", """
                "name": "白云机场", "phone": "13900001111", "source": "ads", "spent": "20000", "margin": "9000",
                "signed": "2026-01-05\"""");
        customer("empty", "wang", "south", """
                "name": "ACME Ltd.\"""");
        change(
                "huaxin",
                Map.of(
                        "parent", records.get("baiyun"),
                        "keeper", people.get("zhang").id(),
                        "partners", java.util.List.of(records.get("anhui"), records.get("zengshi"))));
        change("zengshi", Map.of("parent", records.get("huaxin")));
        change("anhui", Map.of("parent", records.get("huaxin")));
    }

    private void customer(String key, String owner, String department, String values) {
        record("customer", key, owner, department, values);
    }

    /** Adds a record as the administrator, found by {@code key} from then on. */
    void record(String entity, String key, String owner, String department, String values) {
        String body = "{\"owner\": \"%s\", \"department\": \"%s\", %s}"
                .formatted(people.get(owner).id(), departments.get(department), values);
        Answer made = company.admin().post("/api/v1/records/" + entity, body).expect(201);
        records.put(key, UUID.fromString(made.json().path("id").asString()));
    }

    private void change(String key, Map<String, Object> values) {
        company.admin()
                .patch("/api/v1/records/customer/" + records.get(key), values)
                .expect(200);
    }

    private void orders() {
        sale("s1", "li", "huaxin", "1000", "50", true);
        sale("s2", "li", "huaxin", "500.5", "0", false);
        sale("s3", "zhang", "huaxin", "70", "7", false);
        sale("s4", "wang", "baiyun", "9", "1", true);
    }

    /** Shared with members, and with a department with and without those below it. */
    private void shares() {
        share("customer", "baiyun", "member", people.get("han").id(), "");
        share("customer", "anhui", "department", departments.get("north"), ", \"below\": true");
        share("customer", "empty", "department", departments.get("north"), "");
        share("sale", "s4", "member", people.get("han").id(), "");
        share("sale", "s1", "member", people.get("chen").id(), "");
        share("sale", "s3", "member", people.get("guest").id(), "");
        for (String record : new String[] {"huaxin", "anhui", "baiyun"}) {
            share("customer", record, "member", people.get("wu").id(), "");
        }
        for (String record : new String[] {"s2", "s4"}) {
            share("sale", record, "member", people.get("wu").id(), "");
        }
    }

    private void share(String entity, String record, String kind, UUID with, String more) {
        String body = "{\"kind\": \"%s\", \"principal\": \"%s\", \"level\": \"read\"%s}".formatted(kind, with, more);
        company.admin()
                .post("/api/v1/records/" + entity + "/" + records.get(record) + "/shares", body)
                .expect(200);
    }

    private void sale(String key, String owner, String customer, String total, String discount, boolean done) {
        record("sale", key, owner, "shanghai", """
                "subject": "订单%s", "customer": "%s", "total": "%s", "discount": "%s", "done": %s""".formatted(key, records.get(customer), total, discount, done));
    }

    /** The answer to a query, which must be right. */
    JsonNode query(String person, String query) {
        return as(person).post("/api/v1/query", query).expect(200).json();
    }
}
