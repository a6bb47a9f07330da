package io.zhike.rule.hook;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What last came to rules. The keys sort by the time they came. */
final class DeliveryRows {
    /** Of each rule. */
    static final int KEPT = 50;

    private static final int LONGEST_BODY = 65_536;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);
    private static final Field<String> RESULT = DSL.field(DSL.name("result"), SQLDataType.CLOB);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<JSONB> MESSAGE = DSL.field(DSL.name("message"), SQLDataType.JSONB);
    private static final Field<String> BODY = DSL.field(DSL.name("body"), SQLDataType.CLOB);

    private static final List<Field<?>> READ = List.of(ID, RULE, AT, RESULT, ENTITY, RECORD, MESSAGE, BODY);

    private final DSLContext ctx;
    private final Table<Record> table;

    DeliveryRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("hook_delivery");
    }

    /** What became of a delivery. The names are stored and never change. */
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One delivery.
     *
     * @param record null where none was written
     * @param message why it was refused; null where it was not
     * @param body what came, cut where it is long; null where it may not be kept
     */
    record Delivery(
            UUID id,
            String rule,
            Instant at,
            Result result,
            String entity,
            @Nullable UUID record,
            @Nullable JsonNode message,
            @Nullable String body) {}

    /** Keeps it, and lets go of the oldest ones of the rule. */
    void add(Delivery delivery) {
        String body = delivery.body();
        ctx.insertInto(table)
                .set(ID, delivery.id())
                .set(RULE, delivery.rule())
                .set(AT, delivery.at())
                .set(RESULT, delivery.result().name())
                .set(ENTITY, delivery.entity())
                .set(RECORD, delivery.record())
                .set(MESSAGE, delivery.message() == null ? null : JSONB.valueOf(stored(delivery.message())))
                .set(BODY, body == null ? null : cut(body))
                .execute();
        Table<Record> old = table.as("old");
        Field<UUID> oldId = DSL.field(DSL.name("old", "id"), SQLDataType.UUID);
        ctx.deleteFrom(table)
                .where(ID.in(DSL.select(oldId)
                        .from(old)
                        .where(DSL.field(DSL.name("old", "rule"), SQLDataType.CLOB)
                                .eq(delivery.rule()))
                        .orderBy(oldId.desc())
                        .offset(KEPT)
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    /** PostgreSQL stores no null characters. */
    private static String stored(JsonNode message) {
        return message.toString().replace("\\u0000", "");
    }

    private static String cut(String body) {
        String clean = body.replace("\0", "");
        int end = Math.min(clean.length(), LONGEST_BODY);
        boolean pair = end > 0 && end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1));
        return clean.substring(0, pair ? end - 1 : end);
    }

    /** The newest first, those before {@code before}. */
    List<Delivery> newest(String rule, @Nullable UUID before, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(RULE.eq(rule))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(DeliveryRows::delivery);
    }

    List<Delivery> ofAll(String entity, Collection<UUID> records) {
        return ctx.select(READ)
                .from(table)
                .where(RECORD.in(records), ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(DeliveryRows::delivery);
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records), ENTITY.eq(entity)).execute();
    }

    /** Lets go of all of a rule that has no address any more. */
    void forget(String rule) {
        ctx.deleteFrom(table).where(RULE.eq(rule)).execute();
    }

    private static Delivery delivery(Record row) {
        JSONB message = row.get(MESSAGE);
        return new Delivery(
                row.get(ID),
                row.get(RULE),
                row.get(AT),
                Result.valueOf(row.get(RESULT)),
                row.get(ENTITY),
                row.get(RECORD),
                message == null ? null : JSON.readTree(message.data()),
                row.get(BODY));
    }

    /** A refusal in both languages, with each place. */
    static ObjectNode said(Message message, List<Issue> issues) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        for (Language language : Language.values()) {
            ObjectNode one = said.putObject(language.name().toLowerCase(Locale.ROOT));
            one.put("text", message.in(language));
            ArrayNode places = one.putArray("places");
            issues.forEach(issue -> places.add(issue.message().in(language)));
        }
        return said;
    }
}
