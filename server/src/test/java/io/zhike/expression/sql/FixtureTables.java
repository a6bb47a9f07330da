package io.zhike.expression.sql;

import io.zhike.expression.Environment;
import io.zhike.expression.Expression;
import io.zhike.expression.Fixture;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.store.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The fixture's records in tables as entities have them, and expressions run on them. */
final class FixtureTables implements AutoCloseable {
    private final Fixture fixture;
    private final String schema;
    private final Connection connection;
    private final DSLContext sql;
    private int aliases;

    FixtureTables(Fixture fixture, String schema) {
        this.fixture = fixture;
        this.schema = schema;
        try {
            connection = TestDatabase.dataSource().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sql = DSL.using(connection, SQLDialect.POSTGRES, new Settings().withRenderFormatted(false));
        sql.execute("drop schema if exists " + schema + " cascade");
        sql.execute("create schema " + schema);
        fixture.entities().keySet().forEach(this::create);
        fixture.entities().keySet().forEach(this::fill);
    }

    DSLContext sql() {
        return sql;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void create(String entity) {
        List<String> columns = new ArrayList<>(List.of("id uuid primary key"));
        for (Fixture.Field field : fixture.entities().get(entity).values()) {
            if (field.link() == null) {
                columns.add("\"" + field.symbol().code() + "\" " + columnType(field));
            }
        }
        sql.execute("create table " + schema + ".\"" + entity + "\" (" + String.join(", ", columns) + ")");
    }

    private static String columnType(Fixture.Field field) {
        if (!field.column().isEmpty()) {
            return field.column();
        }
        Type type = field.symbol().type();
        return Sql.typeName(type) + (type.equals(Type.TEXT) ? " collate \"C\"" : "");
    }

    /** Empties and fills a table again. */
    void fill(String entity) {
        sql.execute("truncate " + schema + ".\"" + entity + "\"");
        fixture.records(entity).forEach((id, values) -> {
            Map<Field<?>, Object> row = new LinkedHashMap<>();
            row.put(DSL.field(DSL.name("id")), id);
            for (Fixture.Field field : fixture.entities().get(entity).values()) {
                Object value = values.get(field.symbol().code());
                if (value != null) {
                    row.put(
                            DSL.field(DSL.name(field.symbol().code())),
                            Sql.bind(value, field.symbol().type()));
                }
            }
            sql.insertInto(table(entity)).set(row).execute();
        });
    }

    private Table<Record> table(String entity) {
        return DSL.table(DSL.name(schema, entity));
    }

    /** The value of an expression for every record of an entity, by id. */
    Map<UUID, Object> values(Expression expression, String entity, boolean folding) {
        Scope scope = new Scope(entity, alias());
        Field<?> value = new SqlCompiler(folding).compile(expression, scope);
        Field<UUID> id = DSL.field(DSL.name(scope.alias, "id"), UUID.class);
        Map<UUID, Object> values = new LinkedHashMap<>();
        sql.select(id, value.as("v"))
                .from(table(entity).as(scope.alias))
                .fetch()
                .forEach(r -> values.put(r.value1(), decoded(r.get(1), expression.type())));
        return values;
    }

    /** The records for which a condition holds. */
    List<UUID> matching(Expression condition, String entity) {
        Scope scope = new Scope(entity, alias());
        Field<UUID> id = DSL.field(DSL.name(scope.alias, "id"), UUID.class);
        return sql.select(id)
                .from(table(entity).as(scope.alias))
                .where(new SqlCompiler().condition(condition, scope))
                .fetch(id);
    }

    /** How PostgreSQL would find the records of a condition if reading the whole table cost very much. */
    String plan(Expression condition, String entity) {
        Scope scope = new Scope(entity, alias());
        sql.execute("set enable_seqscan = off");
        return sql.explain(sql.selectOne()
                        .from(table(entity).as(scope.alias))
                        .where(new SqlCompiler().condition(condition, scope)))
                .plan();
    }

    /** The SQL of a condition, with placeholders for what is bound. */
    String rendered(Expression condition, String entity) {
        return DSL.using(SQLDialect.POSTGRES)
                .render(new SqlCompiler().condition(condition, new Scope(entity, "t")))
                .replace("\"t\".", "");
    }

    String renderedValue(Expression expression, String entity) {
        return DSL.using(SQLDialect.POSTGRES)
                .render(new SqlCompiler(false).compile(expression, new Scope(entity, "t")))
                .replace("\"t\".", "");
    }

    private String alias() {
        return "a" + ++aliases;
    }

    private static @Nullable Object decoded(@Nullable Object value, Type type) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case BigDecimal seconds
            when type instanceof Type.Duration ->
                Duration.ofNanos(seconds.movePointRight(9).longValueExact());
            case Object[] items -> {
                List<Object> list = new ArrayList<>();
                for (Object item : items) {
                    list.add(decoded(item, ((Type.ListOf) type).element()));
                }
                yield list;
            }
            default -> value;
        };
    }

    /** Reaches related records by subqueries; the record module will join. */
    private final class Scope implements SqlScope {
        private final String entity;
        private final String alias;

        Scope(String entity, String alias) {
            this.entity = entity;
            this.alias = alias;
        }

        @Override
        public Field<?> path(List<String> codes) {
            if (codes.equals(Expression.ITSELF)) {
                return DSL.field(DSL.name(alias, "id"), SQLDataType.UUID);
            }
            Fixture.Field field = fixture.entities().get(entity).get(codes.getFirst());
            DataType<?> type = field.column().equals("integer")
                    ? SQLDataType.INTEGER
                    : Sql.dataType(field.symbol().type());
            Field<?> column = DSL.field(DSL.name(alias, field.symbol().code()), type);
            if (codes.size() == 1) {
                return column;
            }
            Scope next = new Scope(target(field.symbol().type()), alias());
            return DSL.field(DSL.select(next.path(codes.subList(1, codes.size())))
                    .from(table(next.entity).as(next.alias))
                    .where(DSL.field(DSL.name(next.alias, "id")).eq((Field) column)));
        }

        private String target(Type type) {
            return switch (type) {
                case Type.Member _ -> Vocabulary.MEMBER;
                case Type.Department _ -> Vocabulary.DEPARTMENT;
                case Type.RecordOf(String of) -> of;
                default -> throw new IllegalArgumentException(type.code());
            };
        }

        @Override
        public Children children(String code) {
            List<String> path = List.of(code.split("\\."));
            List<String> owner = path.subList(0, path.size() - 1);
            String at = entity;
            for (String step : owner) {
                at = target(fixture.entities().get(at).get(step).symbol().type());
            }
            Fixture.Field field = fixture.entities().get(at).get(path.getLast());
            Scope child = new Scope(field.symbol().children().orElseThrow().entity(), alias());
            Field<?> from = owner.isEmpty() ? DSL.field(DSL.name(alias, "id")) : path(owner);
            Condition link = DSL.field(DSL.name(child.alias, field.link())).eq((Field) from);
            return new Children(table(child.entity).as(child.alias), link, child);
        }

        @Override
        public Environment environment() {
            return fixture.environment();
        }

        @Override
        public Field<UUID> departmentOf(Field<UUID> member) {
            return attribute(member, "department");
        }

        @Override
        public Field<UUID> supervisorOf(Field<UUID> member) {
            return attribute(member, "supervisor");
        }

        private Field<UUID> attribute(Field<UUID> member, String code) {
            String of = alias();
            return DSL.field(DSL.select(DSL.field(DSL.name(of, code), UUID.class))
                    .from(table(Vocabulary.MEMBER).as(of))
                    .where(DSL.field(DSL.name(of, "id"), UUID.class).eq(member)));
        }

        @Override
        public Condition isInDepartment(Field<UUID> department, Field<UUID> root) {
            return DSL.condition(
                    "{0} in (with recursive below as (select {1} as id union select d.id from {2} d "
                            + "join below b on d.parent = b.id) select id from below)",
                    department, root, table(Vocabulary.DEPARTMENT));
        }
    }
}
