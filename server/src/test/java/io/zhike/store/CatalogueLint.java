package io.zhike.store;

import java.util.List;
import org.jooq.impl.DSL;

/**
 * What keeps the way to many machines open, read from the catalogue of a schema: a primary key on every table, no
 * sequences, no triggers, rules, inheritance or materialized views, one level of partitions, foreign keys only inside the
 * schema. Tests call it on any workspace schema they have made tables in.
 */
public final class CatalogueLint {
    private static final String VIOLATIONS = """
            with relation as (
                select c.oid, c.relname::text as name, c.relkind, c.relispartition
                  from pg_catalog.pg_class c
                 where c.relnamespace = {0}::regnamespace
            )
            select 'table without a primary key: ' || name
              from relation
             where relkind in ('r', 'p')
               and not exists (select 1 from pg_catalog.pg_constraint k where k.conrelid = relation.oid and k.contype = 'p')
            union all
            select 'sequence, serial or identity: ' || name from relation where relkind = 'S'
            union all
            select 'materialized view: ' || name from relation where relkind = 'm'
            union all
            select 'partitions of a partition: ' || name from relation where relkind = 'p' and relispartition
            union all
            select 'trigger: ' || t.tgname || ' on ' || name
              from relation join pg_catalog.pg_trigger t on t.tgrelid = relation.oid
             where not t.tgisinternal
            union all
            select 'rule: ' || r.rulename || ' on ' || name
              from relation join pg_catalog.pg_rewrite r on r.ev_class = relation.oid
             where r.rulename <> '_RETURN'
            union all
            select 'inheritance: ' || name || ' from ' || p.relname
              from relation
              join pg_catalog.pg_inherits i on i.inhrelid = relation.oid
              join pg_catalog.pg_class p on p.oid = i.inhparent
             where p.relkind = 'r'
            union all
            select 'foreign key to another schema: ' || k.conname || ' on ' || name
              from relation
              join pg_catalog.pg_constraint k on k.conrelid = relation.oid and k.contype = 'f'
              join pg_catalog.pg_class target on target.oid = k.confrelid
             where target.relnamespace <> {0}::regnamespace
             order by 1
            """;

    private CatalogueLint() {}

    /** The violations in {@code schema}, in order; empty when it is as it should be. */
    public static List<String> violations(Database database, WorkspaceSchema schema) {
        return violations(database, schema.name());
    }

    /** The violations in the schema of that name. */
    public static List<String> violations(Database database, String schema) {
        return database.read(ctx -> ctx.resultQuery(VIOLATIONS, DSL.val(schema)).fetchInto(String.class));
    }
}
