package io.zhike.backup;

import io.zhike.store.SystemSchema;
import io.zhike.store.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads from PostgreSQL's own catalogue the statements that make a schema again. The embedded server comes without pg_dump, and
 * this way every server that Zhike works with is backed up alike and restored into any other. It knows what Zhike makes;
 * {@link #unknown} finds all else, so that nothing is left out silently.
 *
 * <p>For transactions with an empty search path: only so are all names qualified.
 */
final class Catalogue {
    /** Members of extensions come with their extension. */
    private static final String OWN =
            " and not exists (select 1 from pg_catalog.pg_depend e where e.objid = %s.oid and e.deptype = 'e')";

    private static final String UNKNOWN = ("""
            select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
                                  when 'c' then 'type ' else 'foreign table ' end || c.relname
              from pg_catalog.pg_class c
             where c.relnamespace = {0}::regnamespace and c.relkind not in ('r', 'p', 'i', 'I', 't')""" + OWN.formatted("c") + """

            union all
            select 'unlogged table ' || c.relname from pg_catalog.pg_class c
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p') and c.relpersistence <> 'p'
            union all
            select 'trigger ' || t.tgname from pg_catalog.pg_trigger t
              join pg_catalog.pg_class c on c.oid = t.tgrelid
             where c.relnamespace = {0}::regnamespace and not t.tgisinternal
            union all
            select 'rule ' || r.rulename from pg_catalog.pg_rewrite r
              join pg_catalog.pg_class c on c.oid = r.ev_class
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p')
            union all
            select 'policy ' || p.polname from pg_catalog.pg_policy p
              join pg_catalog.pg_class c on c.oid = p.polrelid
             where c.relnamespace = {0}::regnamespace
            union all
            select 'statistics ' || s.stxname from pg_catalog.pg_statistic_ext s
             where s.stxnamespace = {0}::regnamespace
            union all
            select 'inheritance of ' || c.relname from pg_catalog.pg_class c
              join pg_catalog.pg_inherits i on i.inhrelid = c.oid
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            union all
            select 'identity of ' || c.relname from pg_catalog.pg_attribute a
              join pg_catalog.pg_class c on c.oid = a.attrelid
             where c.relnamespace = {0}::regnamespace and a.attidentity <> ''
            union all
            select 'type ' || t.typname from pg_catalog.pg_type t
             where t.typnamespace = {0}::regnamespace and t.typtype in ('d', 'e', 'r')""" + OWN.formatted("t") + """

            union all
            select 'aggregate ' || p.proname from pg_catalog.pg_proc p
             where p.pronamespace = {0}::regnamespace and p.prokind not in ('f', 'p')"""
            + OWN.formatted("p") + """

            union all
            select 'operator ' || o.oprname from pg_catalog.pg_operator o
             where o.oprnamespace = {0}::regnamespace""" + OWN.formatted("o") + """

            union all
            select 'collation ' || c.collname from pg_catalog.pg_collation c
             where c.collnamespace = {0}::regnamespace and c.collprovider <> 'i'
            order by 1
            """);

    private static final String EXTENSIONS = """
            select pg_catalog.format('create extension if not exists %I with schema %I', x.extname, n.nspname)
              from pg_catalog.pg_extension x join pg_catalog.pg_namespace n on n.oid = x.extnamespace
             where n.nspname = {0}
             order by x.oid
            """;

    /** The column of the locale has another name from PostgreSQL 17 on. */
    private static final String COLLATIONS = """
            select pg_catalog.format('create collation %s.%I (provider = icu, locale = %L, deterministic = %s)',
                     c.collnamespace::regnamespace, c.collname,
                     coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale'), c.collisdeterministic::text)
              from pg_catalog.pg_collation c
             where c.collnamespace = {0}::regnamespace and c.collprovider = 'i'
             order by c.oid
            """;

    private static final String FUNCTIONS = """
            select pg_catalog.pg_get_functiondef(p.oid) from pg_catalog.pg_proc p
             where p.pronamespace = {0}::regnamespace and p.prokind in ('f', 'p')""" + OWN.formatted("p") + " order by p.oid";

    private static final String TABLES = """
            select c.oid::regclass::text,
                   parent.oid::regclass::text,
                   case when c.relispartition then pg_catalog.pg_get_expr(c.relpartbound, c.oid) end,
                   case c.relkind when 'p' then ' partition by ' || pg_catalog.pg_get_partkeydef(c.oid) else '' end
                     || case when c.reloptions is null then '' else ' with (' || array_to_string(c.reloptions, ', ') || ')' end,
                   (select string_agg(pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                             || coalesce((select ' collate ' || o.collnamespace::regnamespace || '.' || quote_ident(o.collname)
                                  from pg_catalog.pg_collation o
                                 where o.oid = a.attcollation and a.attcollation <> t.typcollation), '')
                             || case a.attgenerated
                                  when 's' then ' generated always as (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ') stored'
                                  when 'v' then ' generated always as (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ')'
                                  else coalesce(' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '') end
                             || case when a.attnotnull then ' not null' else '' end, ', ' order by a.attnum)
                      from pg_catalog.pg_attribute a
                      join pg_catalog.pg_type t on t.oid = a.atttypid
                      left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
              from pg_catalog.pg_class c
              left join pg_catalog.pg_inherits i on i.inhrelid = c.oid
              left join pg_catalog.pg_class parent on parent.oid = i.inhparent
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p')""" + OWN.formatted("c") + " order by c.relispartition, c.oid";

    private static final String STORAGE = """
            select pg_catalog.format('alter table %s alter column %I set storage %s', c.oid::regclass, a.attname,
                     case a.attstorage when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' else 'plain' end)
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_class c on c.oid = a.attrelid
              join pg_catalog.pg_type t on t.oid = a.atttypid
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and a.attnum > 0 and not a.attisdropped and a.attstorage <> t.typstorage
             order by c.oid, a.attnum
            """;

    /** With the table that a partition is part of, which is the one that has the meaning. */
    private static final String ROWS = """
            select c.relname::text, coalesce(parent.relname, c.relname)::text, a.attname::text
              from pg_catalog.pg_class c
              join pg_catalog.pg_attribute a on a.attrelid = c.oid
              left join pg_catalog.pg_inherits i on i.inhrelid = c.oid
              left join pg_catalog.pg_class parent on parent.oid = i.inhparent
             where c.relnamespace = {0}::regnamespace and c.relkind = 'r'
               and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''""" + OWN.formatted("c") + " order by c.oid, a.attnum";

    /** Those of partitions before those of what they are parts of, which then take them over. */
    private static final String KEYS = """
            select pg_catalog.format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname,
                     pg_catalog.pg_get_constraintdef(k.oid))
              from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
             where c.relnamespace = {0}::regnamespace and k.contype in ('p', 'u', 'x', 'c', 'f')
               and (k.contype in ('p', 'u', 'x') or k.conislocal) and (k.contype <> 'f' or k.conparentid = 0)
             order by k.contype = 'f', c.relkind = 'p', pg_catalog.strpos('puxc', k.contype::text), c.oid, k.conname
            """;

    private static final String INDEXES = """
            select case c.relkind when 'I' then regexp_replace(pg_catalog.pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ')
                     else pg_catalog.pg_get_indexdef(c.oid) end
              from pg_catalog.pg_index i
              join pg_catalog.pg_class c on c.oid = i.indexrelid
             where c.relnamespace = {0}::regnamespace
               and not exists (select 1 from pg_catalog.pg_constraint k
                                where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
             order by c.relkind = 'I', i.indrelid, c.oid
            """;

    private static final String COMMENTS = """
            select pg_catalog.format('comment on schema %s is %L', n.oid::regnamespace, d.description)
              from pg_catalog.pg_namespace n
              join pg_catalog.pg_description d on d.objoid = n.oid and d.classoid = 'pg_catalog.pg_namespace'::regclass
             where n.nspname = {0}
            union all
            select case d.objsubid when 0 then pg_catalog.format('comment on table %s is %L', c.oid::regclass, d.description)
                     else pg_catalog.format('comment on column %s.%I is %L', c.oid::regclass, a.attname, d.description) end
              from pg_catalog.pg_class c
              join pg_catalog.pg_description d on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass
              left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
             where c.relnamespace = {0}::regnamespace and c.relkind in ('r', 'p') and (d.objsubid = 0 or not a.attisdropped)
             order by 1
            """;

    private final DSLContext ctx;
    private final Map<String, List<String>> transactions;
    private final List<String> left;

    /** @param left tables of the system schema whose rows are left out */
    Catalogue(DSLContext ctx, List<String> left) {
        this.ctx = ctx;
        this.transactions = Transactions.columns();
        this.left = left;
    }

    /** What stands in {@code schema} and a backup does not hold, as words and names; empty as a rule. */
    List<String> unknown(String schema) {
        return texts(UNKNOWN, schema);
    }

    SchemaPart read(String schema) {
        List<String> before = new ArrayList<>();
        before.add("create schema " + ctx.render(DSL.quotedName(schema)));
        before.addAll(texts(EXTENSIONS, schema));
        before.addAll(texts(COLLATIONS, schema));
        before.addAll(texts(FUNCTIONS, schema));
        ctx.resultQuery(TABLES, DSL.val(schema))
                .fetch(row -> table(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)))
                .forEach(before::add);
        before.addAll(texts(STORAGE, schema));
        List<String> after = new ArrayList<>(texts(KEYS, schema));
        after.addAll(texts(INDEXES, schema));
        after.addAll(texts(COMMENTS, schema));
        return new SchemaPart(schema, before, tables(schema), after);
    }

    private static String table(
            String name, @Nullable String parent, @Nullable String bound, String more, @Nullable String columns) {
        return parent == null
                ? "create table " + name + " (" + (columns == null ? "" : columns) + ")" + more
                : "create table " + name + " partition of " + parent + " " + bound + more;
    }

    private List<SchemaPart.TablePart> tables(String schema) {
        Map<String, String> meaning = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        ctx.resultQuery(ROWS, DSL.val(schema)).fetch().forEach(row -> {
            String name = row.get(0, String.class);
            meaning.put(name, row.get(1, String.class));
            columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(row.get(2, String.class));
        });
        return columns.entrySet().stream()
                .map(table -> new SchemaPart.TablePart(
                        table.getKey(),
                        table.getValue(),
                        transactions.getOrDefault(meaning.getOrDefault(table.getKey(), ""), List.of()),
                        schema.equals(SystemSchema.NAME) && left.contains(table.getKey())))
                .toList();
    }

    private List<String> texts(String query, String schema) {
        Param<String> name = DSL.val(schema);
        return ctx.resultQuery(query, name).fetchInto(String.class);
    }
}
