package io.zhike.record;

import static io.zhike.record.ChangeRows.AFTER;
import static io.zhike.record.ChangeRows.AT;
import static io.zhike.record.ChangeRows.BEFORE;
import static io.zhike.record.ChangeRows.ENTITY;
import static io.zhike.record.ChangeRows.ID;
import static io.zhike.record.ChangeRows.RECORD;

import io.zhike.entity.SealedFields;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.SealedColumns;
import io.zhike.secret.SealedElsewhere;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the feeds of all workspaces hold sealed: values of encrypted fields, each for its field and its record, those of
 * fields that were deleted since as well. Looks at every change, which is done when a key goes and at no other time.
 */
@Component
final class SealedFeed implements SealedColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Workspaces workspaces;

    SealedFeed(Database database, Workspaces workspaces) {
        this.database = database;
        this.workspaces = workspaces;
    }

    @Override
    public List<SealedColumn> all() {
        return List.of();
    }

    @Override
    public List<SealedElsewhere> elsewhere() {
        return workspaces.all().stream()
                .<SealedElsewhere>map(workspace -> new Changes(database, workspace.schema()))
                .toList();
    }

    /** The feed of one workspace. */
    private record Changes(Database database, WorkspaceSchema schema) implements SealedElsewhere {

        @Override
        public boolean holds(DSLContext ctx, String beginning) {
            return ctx.fetchExists(schema.table(ChangeRows.TABLE), holding(beginning));
        }

        @Override
        public int replace(String beginning, Anew anew) {
            int replaced = 0;
            Condition later = DSL.noCondition();
            while (true) {
                Condition from = later;
                Step step = database.write(ctx -> some(ctx, from, beginning, anew));
                replaced += step.replaced();
                if (step.last() == null) {
                    return replaced;
                }
                later = DSL.row(AT, ID).gt(step.last().get(AT), step.last().get(ID));
            }
        }

        /** @param last null where nothing is left */
        private record Step(int replaced, @Nullable Record last) {}

        private Step some(DSLContext ctx, Condition later, String beginning, Anew anew) {
            Result<? extends Record> rows = ctx.select(AT, ID, ENTITY, RECORD, BEFORE, AFTER)
                    .from(schema.table(ChangeRows.TABLE))
                    .where(later, holding(beginning))
                    .orderBy(AT, ID)
                    .limit(AT_ONCE)
                    .forUpdate()
                    .fetch();
            int replaced = 0;
            for (Record row : rows) {
                Side before = side(row, row.get(BEFORE), beginning, anew);
                Side after = side(row, row.get(AFTER), beginning, anew);
                replaced += before.replaced() + after.replaced();
                ctx.update(schema.table(ChangeRows.TABLE))
                        .set(BEFORE, before.json())
                        .set(AFTER, after.json())
                        .where(AT.eq(row.get(AT)), ID.eq(row.get(ID)))
                        .execute();
            }
            return new Step(replaced, rows.isEmpty() ? null : rows.getLast());
        }

        private record Side(@Nullable JSONB json, int replaced) {}

        private Side side(Record row, @Nullable JSONB json, String beginning, Anew anew) {
            if (json == null || !(JSON.readTree(json.data()) instanceof ObjectNode node)) {
                return new Side(json, 0);
            }
            int replaced = 0;
            for (String field : List.copyOf(node.propertyNames())) {
                String text = node.path(field).isString() ? node.path(field).stringValue() : "";
                if (text.startsWith(beginning)) {
                    SealedColumn column = SealedFields.column(schema, row.get(ENTITY), field);
                    Optional<String> sealed = anew.seal(column, row.get(RECORD), text);
                    sealed.ifPresent(found -> node.put(field, found));
                    replaced += sealed.isPresent() ? 1 : 0;
                }
            }
            return new Side(replaced == 0 ? json : JSONB.valueOf(node.toString()), replaced);
        }

        private static Condition holding(String beginning) {
            return BEFORE.cast(SQLDataType.CLOB)
                    .contains('"' + beginning)
                    .or(AFTER.cast(SQLDataType.CLOB).contains('"' + beginning));
        }
    }
}
