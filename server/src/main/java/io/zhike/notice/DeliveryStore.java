package io.zhike.notice;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Notices that still have to go out by another way than the product. */
final class DeliveryStore {
    private static final int AT_ONCE = 1_000;
    private static final Field<UUID> NOTICE = DSL.field(DSL.name("notice"), SQLDataType.UUID);
    private static final Field<String> CHANNEL = DSL.field(DSL.name("channel"), SQLDataType.CLOB);
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<String> MODE = DSL.field(DSL.name("mode"), SQLDataType.CLOB);
    private static final Field<Instant> DUE = DSL.field(DSL.name("due"), SQLDataType.INSTANT);

    private static final List<Field<?>> READ = List.of(NOTICE, CHANNEL, MEMBER, MODE, DUE);

    private final DSLContext ctx;
    private final Table<Record> table;

    DeliveryStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("notice_delivery");
    }

    /** One notice by one channel. */
    record Delivery(UUID notice, Channel channel, UUID member, Mode mode, Instant due) {
        Place place() {
            return new Place(notice, channel);
        }
    }

    /** What tells deliveries apart. */
    record Place(UUID notice, Channel channel) {}

    void add(List<Delivery> deliveries) {
        for (int from = 0; from < deliveries.size(); from += AT_ONCE) {
            InsertValuesStepN<Record> insert =
                    ctx.insertInto(table).columns(List.of(NOTICE, CHANNEL, MEMBER, MODE, DUE));
            for (Delivery each : deliveries.subList(from, Math.min(deliveries.size(), from + AT_ONCE))) {
                insert = insert.values(
                        each.notice(),
                        each.channel().name(),
                        each.member(),
                        each.mode().name(),
                        each.due());
            }
            insert.execute();
        }
    }

    /** Those that are due; those of one member and channel stand together. */
    List<Delivery> due(Instant now, int limit) {
        return ctx.select(READ)
                .from(table)
                .where(DUE.le(now))
                .orderBy(MEMBER, CHANNEL, NOTICE)
                .limit(limit)
                .fetch(row -> new Delivery(
                        row.get(NOTICE),
                        Channel.valueOf(row.get(CHANNEL)),
                        row.get(MEMBER),
                        Mode.valueOf(row.get(MODE)),
                        row.get(DUE)));
    }

    /** When the next one is due; empty where none is left. */
    Optional<Instant> next() {
        return ctx.select(DSL.min(DUE)).from(table).fetchOptional(row -> row.value1());
    }

    /** Takes them out; gives those that were still there. */
    Set<Place> take(Collection<Place> places) {
        return ctx
                .deleteFrom(table)
                .where(DSL.row(NOTICE, CHANNEL)
                        .in(places.stream()
                                .map(place ->
                                        DSL.row(place.notice(), place.channel().name()))
                                .toList()))
                .returning(NOTICE, CHANNEL)
                .fetch()
                .stream()
                .map(row -> new Place(row.get(NOTICE), Channel.valueOf(row.get(CHANNEL))))
                .collect(Collectors.toSet());
    }
}
