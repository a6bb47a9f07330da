package io.zhike.expression.sql;

import io.zhike.expression.Environment;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Where the names of an expression are found in a statement. Columns are what entity tables have: text as {@code text}
 * with {@code COLLATE "C"} (other collations work, without an index for order and search), number as {@code numeric},
 * datetime as {@code timestamptz}, duration as a number of seconds ({@code numeric}), lists as arrays such as
 * {@code text[]} and {@code uuid[]}. Empty texts and lists are stored as null.
 */
public interface SqlScope {

    /** The column at {@code codes}, through joins that the scope arranges. */
    Field<?> path(List<String> codes);

    /** The records behind the children's code (dotted when behind relations); asked again for each aggregate. */
    Children children(String code);

    /** What the present time, the zone and the caller are; bound as values. */
    Environment environment();

    /** The main department of a member who differs by row; null for none. */
    Field<UUID> departmentOf(Field<UUID> member);

    /** Whom a member who differs by row reports to; null for none. */
    Field<UUID> supervisorOf(Field<UUID> member);

    /** Whether a department is another, or below it, where the other differs by row; never true for null. */
    Condition isInDepartment(Field<UUID> department, Field<UUID> root);

    /**
     * The records that belong to a row.
     *
     * @param from their table, under an alias of its own
     * @param link what makes them belong to the row
     * @param scope where the names of the aggregate's inner expressions are found
     */
    record Children(Table<?> from, Condition link, SqlScope scope) {}
}
