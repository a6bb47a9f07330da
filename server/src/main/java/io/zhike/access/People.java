package io.zhike.access;

import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Members and departments as expressions see them in SQL: what their names and those around them are. */
public final class People {
    private static final String NAME = "name";

    /** Whom a member reports to, be it the supervisor that is named or the nearest head up the tree. */
    private static final String REPORTS_TO = "reports_to";

    private People() {}

    /** Which of the two a value points to. */
    public static String kind(Type type) {
        return switch (type) {
            case Type.Member _ -> Vocabulary.MEMBER;
            case Type.Department _ -> Vocabulary.DEPARTMENT;
            default -> throw new IllegalArgumentException("leads to no member or department: " + type);
        };
    }

    public static Table<Record> table(WorkspaceSchema schema, String kind) {
        return schema.table(kind.equals(Vocabulary.MEMBER) ? "member" : "department");
    }

    /** The type of what is known of them by {@code code}. */
    public static Type type(String kind, String code) {
        return switch (code) {
            case NAME -> Type.TEXT;
            case "department" -> Type.DEPARTMENT;
            case "parent" -> Type.DEPARTMENT;
            case "supervisor" -> Type.MEMBER;
            case "head" -> Type.MEMBER;
            default -> throw new IllegalArgumentException("nothing is known of " + kind + " by '" + code + "'");
        };
    }

    public static Field<?> column(Table<?> people, String kind, String code) {
        return type(kind, code).equals(Type.TEXT)
                ? column(people, code, SQLDataType.CLOB)
                : column(people, code.equals("supervisor") ? REPORTS_TO : code, SQLDataType.UUID);
    }

    public static Field<UUID> id(Table<?> people) {
        return column(people, "id", SQLDataType.UUID);
    }

    /** The ids from the root down to the department itself. */
    static Field<UUID[]> path(Table<?> departments) {
        return column(departments, "path", SQLDataType.UUID.array());
    }

    private static <T> Field<T> column(Table<?> people, String code, org.jooq.DataType<T> type) {
        return DSL.field(people.getQualifiedName().append(DSL.quotedName(code)), type);
    }

    /** Whether {@code department} is {@code root} or below it. */
    static Condition isBelow(WorkspaceSchema schema, Field<UUID> department, Field<UUID> root, String alias) {
        Table<Record> departments = table(schema, Vocabulary.DEPARTMENT).as(alias);
        return DSL.exists(DSL.selectOne()
                .from(departments)
                .where(id(departments).eq(department))
                .and(root.eq(DSL.any(path(departments)))));
    }

    /** What is known by the path {@code rest} of the member or department of that id. */
    static Field<?> beyond(WorkspaceSchema schema, Type type, Field<UUID> id, List<String> rest, String alias) {
        String kind = kind(type);
        Table<Record> people = table(schema, kind).as(alias);
        String code = rest.getFirst();
        Field<?> value = column(people, kind, code);
        Field<?> found = rest.size() == 1
                ? value
                : beyond(
                        schema,
                        type(kind, code),
                        value.coerce(SQLDataType.UUID),
                        rest.subList(1, rest.size()),
                        alias + "p");
        return DSL.field(DSL.select(found).from(people).where(id(people).eq(id)));
    }
}
