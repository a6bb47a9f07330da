package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.entity.EntityDefinition;
import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;

/** A workspace of a test's own to write into: customers in regions, with their orders and the lines of those. */
final class Ledger {
    final TestWorkspace company = TestServer.newWorkspace();
    final RecordWriter writer = TestServer.bean(RecordWriter.class);
    final Database database = TestServer.bean(Database.class);

    Ledger() {
        define("region", """
                {"label": {"zh": "大区"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "turnover", "type": "rollup", "label": {"zh": "营业额"}, "over": "buyer.region",
                   "fn": "sum", "of": "bought"}]}
                """);
        define("buyer", """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true, "required": true},
                  {"code": "tax_code", "type": "text", "label": {"zh": "税号"}, "unique": true},
                  {"code": "serial", "type": "autonumber", "label": {"zh": "流水号"}, "pattern": "B-{00000}"},
                  {"code": "stage", "type": "select", "label": {"zh": "阶段"}, "default": "\\"线索\\"", "options": [
                    {"code": "lead", "label": {"zh": "线索"}}, {"code": "won", "label": {"zh": "成交"}}]},
                  {"code": "met", "type": "datetime", "label": {"zh": "时间"}, "default": "NOW()"},
                  {"code": "keeper", "type": "member", "label": {"zh": "客服"}, "default": "ME()"},
                  {"code": "budget", "type": "money", "label": {"zh": "预算"}},
                  {"code": "twice", "type": "formula", "label": {"zh": "双倍"}, "formula": "budget * 2"},
                  {"code": "big", "type": "formula", "label": {"zh": "大户"}, "formula": "twice > 100"},
                  {"code": "region", "type": "relation", "label": {"zh": "大区"}, "entity": "region"},
                  {"code": "region_name", "type": "formula", "label": {"zh": "大区名"}, "formula": "region.name"},
                  {"code": "friends", "type": "relation", "many": true, "label": {"zh": "伙伴"}, "entity": "buyer"},
                  {"code": "bought", "type": "rollup", "label": {"zh": "已购"}, "over": "deal.buyer",
                   "fn": "sum", "of": "gross", "where": "paid = TRUE"},
                  {"code": "deals", "type": "rollup", "label": {"zh": "单数"}, "over": "deal.buyer", "fn": "count"},
                  {"code": "top", "type": "rollup", "label": {"zh": "最大单"}, "over": "deal.buyer",
                   "fn": "max", "of": "amount"},
                  {"code": "mean", "type": "rollup", "label": {"zh": "均值"}, "over": "deal.buyer",
                   "fn": "avg", "of": "amount"},
                  {"code": "talked", "type": "rollup", "label": {"zh": "时长"}, "over": "deal.buyer",
                   "fn": "sum", "of": "talk"}]}
                """);
        define("deal", """
                {"label": {"zh": "订单"}, "fields": [
                  {"code": "subject", "type": "text", "label": {"zh": "主题"}, "title": true},
                  {"code": "buyer", "type": "relation", "label": {"zh": "客户"}, "entity": "buyer"},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}},
                  {"code": "gross", "type": "formula", "label": {"zh": "含税"}, "formula": "amount * 1.13"},
                  {"code": "talk", "type": "duration", "label": {"zh": "时长"}},
                  {"code": "paid", "type": "boolean", "label": {"zh": "已付"}}]}
                """);
        define("contract", """
                {"label": {"zh": "合同"}, "fields": [
                  {"code": "subject", "type": "text", "label": {"zh": "主题"}, "title": true},
                  {"code": "buyer", "type": "relation", "label": {"zh": "客户"}, "entity": "buyer", "required": true}]}
                """);
        role("reader", """
                {"label": {"zh": "只读"}, "entities": {"buyer": {"create": true, "read": "own", "update": "own",
                  "fields": {"*": "write", "budget": "none", "stage": "read"}}, "region": {"read": "own"}}}
                """);
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    private void define(String code, String document) {
        admin().put("/api/v1/definitions/entity/" + code, document).expect(200);
    }

    private void role(String code, String document) {
        admin().put("/api/v1/definitions/role/" + code, document).expect(200);
    }

    Client admin() {
        return company.admin();
    }

    /** A member who makes customers, sees their own only, and neither reads budgets nor sets stages. */
    TestWorkspace.Person seller() {
        TestWorkspace.Person seller = company.newMember("销售");
        admin().put("/api/v1/members/" + seller.id() + "/roles", Map.of("roles", List.of("reader")))
                .expect(200);
        return seller;
    }

    Answer post(String entity, Object body) {
        return admin().post("/api/v1/records/" + entity, body);
    }

    UUID make(String entity, Object body) {
        return UUID.fromString(post(entity, body).expect(201).json().path("id").asString());
    }

    Answer get(String entity, UUID id) {
        return admin().get("/api/v1/records/" + entity + "/" + id);
    }

    Answer patch(String entity, UUID id, Object body) {
        return admin().patch("/api/v1/records/" + entity + "/" + id, body);
    }

    void delete(String entity, UUID id) {
        admin().delete("/api/v1/records/" + entity + "/" + id).expect(204);
    }

    Answer bulk(String entity, String verb, Object body) {
        return admin().post("/api/v1/records/" + entity + "/" + verb, body);
    }

    Answer purge(String entity, UUID... ids) {
        return bulk(entity, "purge", Map.of("ids", List.of(ids)));
    }

    /** All changes of one record in the order of the feed, as {@code kind:version}. */
    List<String> changes(UUID record) {
        return database.read(ctx -> ctx.select(ChangeRows.ALL)
                .from(company.workspace().schema().table(ChangeRows.TABLE))
                .where(ChangeRows.RECORD.eq(record))
                .orderBy(ChangeRows.AT, ChangeRows.ID)
                .fetch(row -> row.get(ChangeRows.KIND) + ":" + row.get(ChangeRows.VERSION)));
    }

    /** Writes as the server itself. */
    WriteResult write(String entity, RecordWrite... writes) {
        return writer.write(company.caller(), WriteBatch.of(entity, ChangeOrigin.API, List.of(writes)));
    }

    static RecordValues values(Object... codesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            values.put((String) codesAndValues[i], codesAndValues[i + 1]);
        }
        return RecordValues.of(values);
    }

    static RecordWrite create(Object... codesAndValues) {
        return new RecordWrite.Create(values(codesAndValues));
    }

    static RecordWrite update(UUID id, Object... codesAndValues) {
        return new RecordWrite.Update(id, Optional.empty(), values(codesAndValues));
    }

    /** What the table of an entity holds, deleted records too, by id. */
    Map<UUID, RecordValues> stored(String entity) {
        EntityDefinition definition =
                TestServer.bean(Access.class).of(company.caller()).catalog().get(entity);
        return database.read(ctx -> {
            EntityTable table = EntityTable.of(definition, company.workspace().schema());
            List<UUID> ids = new ArrayList<>(ctx.select(table.id())
                    .from(table.table())
                    .where(DSL.trueCondition())
                    .fetch(table.id()));
            return TestServer.bean(CurrentValues.class)
                    .of(ctx, company.workspace().schema(), definition, ids);
        });
    }
}
