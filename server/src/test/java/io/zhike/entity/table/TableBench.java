package io.zhike.entity.table;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.PublishStep;
import io.zhike.entity.EntityCatalog;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.TestDatabase;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Result;

/** One workspace whose definitions are published as the publisher does it: plan, prepare, apply, after. */
final class TableBench {
    final Database database = TestDatabase.database();
    final WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
    final Workspace workspace =
            new Workspace(Ids.at(Instant.now()), "测试", schema, ZoneId.of("Asia/Shanghai"), Language.ZH);
    private DefinitionSet current = new DefinitionSet(0, List.of());
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    final EntityTables tables = new EntityTables(database, Clock.fixed(now, ZoneOffset.UTC), ignored -> current);

    List<PublishStep> plan(Definition... definitions) {
        DefinitionSet after = new DefinitionSet(current.revision() + 1, Arrays.asList(definitions));
        return database.read(ctx -> tables.plan(ctx, workspace, current, after));
    }

    /** Publishes exactly these definitions; each step goes through its JSON once, as it does in the database. */
    List<PublishStep> publish(Definition... definitions) {
        List<PublishStep> steps = begin(definitions);
        tables.after(workspace, steps);
        return steps;
    }

    /** Without what follows the commit. */
    List<PublishStep> begin(Definition... definitions) {
        List<PublishStep> steps = plan(definitions).stream()
                .map(step -> tables.read(step.toJson()))
                .toList();
        tables.prepare(workspace, steps);
        database.writing(ctx -> tables.apply(ctx, workspace, steps));
        current = new DefinitionSet(current.revision() + 1, Arrays.asList(definitions));
        return steps;
    }

    EntityCatalog catalog() {
        return EntityCatalog.of(current);
    }

    UUID insert(String table, Map<String, Object> values) {
        now = now.plus(Duration.ofSeconds(1));
        UUID id = Ids.at(now);
        Map<String, Object> row = new TreeMap<>(values);
        row.put("id", id);
        row.putIfAbsent("number", Math.abs(id.getLeastSignificantBits() % 1_000_000_000L));
        row.put("version", 1);
        row.put("created_at", now);
        row.put("updated_at", now);
        database.writing(ctx -> {
            var insert = ctx.insertInto(schema.table(table)).set(Map.of());
            row.forEach((column, value) ->
                    insert.set(org.jooq.impl.DSL.field(org.jooq.impl.DSL.quotedName(column)), value));
            insert.execute();
        });
        return id;
    }

    Object value(String table, String column, UUID id) {
        return sql("select \"" + column + "\" from \"" + schema.name() + "\".\"" + table + "\" where id = '" + id + "'")
                .getFirst()
                .get(0);
    }

    /** Where the row lies: another place after it has been rewritten. */
    String place(String table, UUID id) {
        return (String) sql("select ctid::text from $s.\"" + table + "\" where id = '" + id + "'")
                .getFirst()
                .get(0);
    }

    long count(String sql) {
        return ((Number) sql(sql).getFirst().get(0)).longValue();
    }

    Result<Record> sql(String text) {
        return database.read(ctx -> ctx.fetch(text.replace("$s", "\"" + schema.name() + "\"")));
    }

    void execute(String text) {
        database.read(ctx -> ctx.execute(text.replace("$s", "\"" + schema.name() + "\"")));
    }

    /** Columns with types, indexes and constraints of all tables of entities, without what lies apart. */
    List<String> structure() {
        return database.read(ctx -> ctx.fetch("""
                        select t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                               || case when a.attnotnull then ' not null' else '' end
                               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
                          from pg_catalog.pg_class t
                          join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                          join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                          left join pg_catalog.pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
                         where n.nspname = '%1$s' and t.relkind = 'r' and t.relname like 'e_%%'
                           and a.attname not like 'zz\\_\\_%%'
                        union all
                        select replace(indexdef, '%1$s', 'w') from pg_catalog.pg_indexes
                         where schemaname = '%1$s' and tablename like 'e_%%'
                        union all
                        select k.conname || ' ' || replace(pg_get_constraintdef(k.oid), '%1$s', 'w')
                               || case when k.convalidated then '' else ' NOT VALID' end
                          from pg_catalog.pg_constraint k
                          join pg_catalog.pg_class t on t.oid = k.conrelid
                          join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                         where n.nspname = '%1$s' and t.relname like 'e_%%' and k.contype in ('f', 'p')
                        union all
                        select 'invalid index ' || c.relname from pg_catalog.pg_index i
                          join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = '%1$s' and not i.indisvalid
                         order by 1
                        """.formatted(schema.name())).map(row -> (String) row.get(0)));
    }
}
