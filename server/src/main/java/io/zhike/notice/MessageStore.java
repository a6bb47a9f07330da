package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What leaves a workspace. The keys sort by the time they were written. */
final class MessageStore {
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.CLOB);
    private static final Field<String> CHANNEL = DSL.field(DSL.name("channel"), SQLDataType.CLOB);
    private static final Field<String> RECIPIENT = DSL.field(DSL.name("recipient"), SQLDataType.CLOB);
    private static final Field<String> SUBJECT = DSL.field(DSL.name("subject"), SQLDataType.CLOB);
    private static final Field<String> BODY = DSL.field(DSL.name("body"), SQLDataType.CLOB);
    private static final Field<String> HTML = DSL.field(DSL.name("html"), SQLDataType.CLOB);
    private static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    private static final Field<Integer> ATTEMPTS = DSL.field(DSL.name("attempts"), SQLDataType.INTEGER);
    private static final Field<Instant> NEXT_AT = DSL.field(DSL.name("next_at"), SQLDataType.INSTANT);
    private static final Field<JSONB> ERROR = DSL.field(DSL.name("error"), SQLDataType.JSONB);
    private static final Field<JSONB> DETAILS = DSL.field(DSL.name("details"), SQLDataType.JSONB);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<String> SOURCE = DSL.field(DSL.name("source"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED_AT = DSL.field(DSL.name("created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> SENT_AT = DSL.field(DSL.name("sent_at"), SQLDataType.INSTANT);

    private static final List<Field<?>> READ = List.of(
            ID,
            CHANNEL,
            RECIPIENT,
            SUBJECT,
            BODY,
            HTML,
            DETAILS,
            STATE,
            ATTEMPTS,
            NEXT_AT,
            ERROR,
            ENTITY,
            RECORD,
            SOURCE,
            CREATED_AT,
            SENT_AT);

    private final DSLContext ctx;
    private final Table<Record> table;

    MessageStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("message");
    }

    /** Writes those whose key is not there yet, to be sent at {@code now}; gives how many. */
    int add(List<NewMessage> messages, Instant now) {
        int added = 0;
        for (int from = 0; from < messages.size(); from += AT_ONCE) {
            added += insert(messages.subList(from, Math.min(messages.size(), from + AT_ONCE)), now);
        }
        return added;
    }

    private int insert(List<NewMessage> messages, Instant now) {
        InsertValuesStepN<Record> insert = ctx.insertInto(table)
                .columns(List.of(
                        ID,
                        KEY,
                        CHANNEL,
                        RECIPIENT,
                        SUBJECT,
                        BODY,
                        HTML,
                        DETAILS,
                        STATE,
                        ATTEMPTS,
                        NEXT_AT,
                        ENTITY,
                        RECORD,
                        SOURCE,
                        CREATED_AT));
        for (NewMessage message : messages) {
            About about = message.about();
            insert = insert.values(
                    Ids.at(now),
                    message.key(),
                    message.channel().name(),
                    message.to(),
                    message.subject(),
                    message.text(),
                    message.html(),
                    message.details() == null
                            ? null
                            : JSONB.valueOf(message.details().toString()),
                    MessageState.WAITING.name(),
                    0,
                    now,
                    about == null ? null : about.entity(),
                    about == null ? null : about.record(),
                    message.source(),
                    now);
        }
        return insert.onConflictDoNothing().execute();
    }

    /** A test that was sent outside the line. */
    void addTried(NewMessage message, Instant now, MessageState state, @Nullable Label error) {
        insert(List.of(message), now);
        ctx.update(table)
                .set(STATE, state.name())
                .setNull(NEXT_AT)
                .set(ATTEMPTS, 1)
                .set(ERROR, kept(error))
                .set(SENT_AT, state == MessageState.SENT ? now : null)
                .where(KEY.eq(message.key()))
                .execute();
    }

    /**
     * Takes up to {@code limit} of a channel that are due, the oldest first: for {@code lease} nobody else takes them, and then anybody
     * whose node is not dead.
     */
    List<OutMessage> take(Channel channel, Instant now, Duration lease, int limit) {
        List<UUID> due = ctx.select(ID)
                .from(table)
                .where(CHANNEL.eq(channel.name()), NEXT_AT.le(now))
                .orderBy(NEXT_AT, ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(ID);
        if (due.isEmpty()) {
            return List.of();
        }
        ctx.update(table)
                .set(NEXT_AT, now.plus(lease))
                .set(ATTEMPTS, ATTEMPTS.plus(1))
                .where(ID.in(due))
                .execute();
        return ctx.select(READ).from(table).where(ID.in(due)).orderBy(ID).fetch(MessageStore::message);
    }

    /** What became of one that was taken. */
    void settle(UUID id, MessageState state, @Nullable Label error, @Nullable Instant next, @Nullable Instant sentAt) {
        ctx.update(table)
                .set(STATE, state.name())
                .set(ERROR, kept(error))
                .set(NEXT_AT, next)
                .set(SENT_AT, sentAt)
                .where(ID.eq(id))
                .execute();
    }

    /** Tells of a mail that was sent before {@code until} that it came back; nothing changes for one that is not on its way. */
    void bounced(UUID id, Label error, Instant until) {
        ctx.update(table)
                .set(STATE, MessageState.BOUNCED.name())
                .set(ERROR, kept(error))
                .where(
                        ID.eq(id),
                        CHANNEL.eq(Channel.MAIL.name()),
                        STATE.eq(MessageState.SENT.name()),
                        SENT_AT.le(until))
                .execute();
    }

    /** Lets one that is not sent wait again, as if it had never been tried; false where it waits or is sent. */
    boolean again(UUID id, Instant now) {
        return ctx.update(table)
                        .set(STATE, MessageState.WAITING.name())
                        .set(NEXT_AT, now)
                        .set(ATTEMPTS, 0)
                        .setNull(SENT_AT)
                        .where(ID.eq(id))
                        .and(STATE.in(
                                MessageState.FAILED.name(), MessageState.BOUNCED.name(), MessageState.CAUGHT.name()))
                        .execute()
                == 1;
    }

    /** By which channels something is due. */
    List<Channel> due(Instant now) {
        // One look into the index for each, all in one statement; what is due may be many.
        Map<Channel, Field<Boolean>> any = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            any.put(
                    channel,
                    DSL.field(DSL.exists(DSL.selectOne()
                                    .from(table)
                                    .where(CHANNEL.eq(channel.name()).and(NEXT_AT.le(now)))))
                            .as(channel.name()));
        }
        Record found = ctx.select(any.values()).fetchSingle();
        return Arrays.stream(Channel.values())
                .filter(channel -> found.get(any.get(channel)))
                .toList();
    }

    /** Those whose key begins with one of {@code prefixes}, in the order in which they were written. */
    List<OutMessage> withKeys(List<String> prefixes) {
        Condition any = DSL.or(prefixes.stream().map(KEY::startsWith).toList());
        return prefixes.isEmpty()
                ? List.of()
                : ctx.select(READ).from(table).where(any).orderBy(ID).fetch(MessageStore::message);
    }

    Optional<OutMessage> find(UUID id) {
        return ctx.select(READ).from(table).where(ID.eq(id)).fetchOptional(MessageStore::message);
    }

    /** Those written before {@code before}, the newest first; null for all states or channels. */
    List<OutMessage> page(@Nullable MessageState state, @Nullable Channel channel, @Nullable UUID before, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(state == null ? DSL.noCondition() : STATE.eq(state.name()))
                .and(channel == null ? DSL.noCondition() : CHANNEL.eq(channel.name()))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(MessageStore::message);
    }

    /** Forgets those that wait for nothing any more and were written before {@code until}. */
    int forget(Instant until, int limit) {
        return ctx.deleteFrom(table)
                .where(ID.in(DSL.select(ID)
                        .from(table)
                        .where(CREATED_AT.lt(until), NEXT_AT.isNull())
                        .limit(limit)))
                .execute();
    }

    List<OutMessage> ofAll(String entity, Collection<UUID> records) {
        return ctx.select(READ)
                .from(table)
                .where(RECORD.in(records), ENTITY.eq(entity))
                .orderBy(ID)
                .fetch(MessageStore::message);
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records), ENTITY.eq(entity)).execute();
    }

    private static @Nullable JSONB kept(@Nullable Label error) {
        return error == null ? null : JSONB.valueOf(JSON.writeValueAsString(fitting(error)));
    }

    private static Label fitting(Label error) {
        return new Label(fitting(error.zh()), fitting(error.en()));
    }

    private static @Nullable String fitting(@Nullable String text) {
        return text == null ? null : Texts.reason(text);
    }

    private static @Nullable Label error(@Nullable JSONB kept) {
        return kept == null ? null : JSON.readValue(kept.data(), Label.class);
    }

    private static OutMessage message(Record row) {
        UUID record = row.get(RECORD);
        JSONB details = row.get(DETAILS);
        return new OutMessage(
                row.get(ID),
                Channel.valueOf(row.get(CHANNEL)),
                row.get(RECIPIENT),
                row.get(SUBJECT),
                row.get(BODY),
                row.get(HTML),
                details == null ? null : (ObjectNode) JSON.readTree(details.data()),
                MessageState.valueOf(row.get(STATE)),
                row.get(ATTEMPTS),
                error(row.get(ERROR)),
                row.get(NEXT_AT),
                record == null ? Optional.empty() : Optional.of(new About(row.get(ENTITY), record)),
                row.get(SOURCE),
                row.get(CREATED_AT),
                row.get(SENT_AT));
    }
}
