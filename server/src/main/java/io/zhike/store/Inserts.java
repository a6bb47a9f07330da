package io.zhike.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes a few rows by one INSERT. Its text depends on the table, the columns and the number of rows alone, and its
 * parameters bear no types, so that a connection prepares it once; for many rows {@link CopyIn} is faster.
 */
public final class Inserts {
    private Inserts() {}

    /**
     * Writes {@code rows} into {@code columns} of {@code table}, in the transaction of {@code ctx}.
     *
     * @param rows values as for {@link CopyIn}, in the order of the columns, or {@link Field}s that the server evaluates
     */
    public static void into(
            DSLContext ctx, Table<?> table, List<? extends Field<?>> columns, List<List<@Nullable Object>> rows) {
        String sql = sql(ctx, table, columns, rows);
        ctx.connection(connection -> execute(connection, sql, rows));
    }

    private static String sql(
            DSLContext ctx, Table<?> table, List<? extends Field<?>> columns, List<List<@Nullable Object>> rows) {
        StringBuilder sql = new StringBuilder("insert into ");
        appendName(sql, table.getQualifiedName());
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? " (" : ", ");
            appendName(sql, columns.get(i).getUnqualifiedName());
        }
        sql.append(") values ");
        for (int i = 0; i < rows.size(); i++) {
            sql.append(i == 0 ? "(" : ", (");
            appendValues(ctx, sql, rows.get(i), columns.size());
            sql.append(')');
        }
        return sql.toString();
    }

    private static void appendValues(DSLContext ctx, StringBuilder sql, List<@Nullable Object> row, int columns) {
        if (row.size() != columns) {
            throw new IllegalArgumentException(columns + " values expected, " + row.size() + " given");
        }
        for (int i = 0; i < columns; i++) {
            sql.append(i == 0 ? "" : ", ");
            sql.append(row.get(i) instanceof Field<?> field ? ctx.renderInlined(field) : "?");
        }
    }

    private static void appendName(StringBuilder sql, Name name) {
        String[] parts = name.getName();
        for (int i = 0; i < parts.length; i++) {
            sql.append(i == 0 ? "\"" : ".\"")
                    .append(parts[i].replace("\"", "\"\""))
                    .append('"');
        }
    }

    private static void execute(Connection connection, String sql, List<List<@Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (List<@Nullable Object> row : rows) {
                for (Object value : row) {
                    if (value == null) {
                        insert.setNull(parameter++, Types.OTHER);
                    } else if (!(value instanceof Field<?>)) {
                        insert.setObject(parameter++, ValueText.of(value), Types.OTHER);
                    }
                }
            }
            insert.executeUpdate();
        }
    }
}
