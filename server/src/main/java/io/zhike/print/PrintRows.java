package io.zhike.print;

import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.print.PrintNode.Align;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A table with a row for each record that belongs to the printed one, and a row with totals. */
final class PrintRows {
    private final PrintNode.Rows table;
    private final PrintData.Rows found;
    private final ValueContext context;

    PrintRows(PrintNode.Rows table, PrintData data, ValueContext context) {
        this.table = table;
        this.found = data.rows().getOrDefault(table.place(), PrintData.Rows.NONE);
        this.context = context;
    }

    /** @param safe makes a text fit for a page */
    void write(StringBuilder out, UUID parent, UnaryOperator<String> safe) {
        List<ReadRecord> rows = found.of().getOrDefault(parent, List.of());
        out.append("<table class=\"lines\"><thead><tr>");
        for (PrintNode.Column column : table.columns()) {
            String width = column.width().isPresent()
                    ? String.format(
                            Locale.ROOT,
                            " style=\"width: %.2f%%\"",
                            column.width().getAsDouble())
                    : "";
            String label = column.label().orElseGet(() -> label(column));
            out.append("<th class=\"")
                    .append(side(column))
                    .append('"')
                    .append(width)
                    .append('>');
            out.append(safe.apply(label)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        rows.forEach(row -> row(out, row, safe));
        totals(out, rows, safe);
        out.append("</tbody></table>");
    }

    private void row(StringBuilder out, ReadRecord row, UnaryOperator<String> safe) {
        out.append("<tr>");
        for (PrintNode.Column column : table.columns()) {
            int at = at(column);
            String text = at < 0 ? "" : PrintValues.text(found.columns(), row, at, column.format(), context);
            cell(out, column, safe.apply(text));
        }
        out.append("</tr>");
    }

    private void cell(StringBuilder out, PrintNode.Column column, String text) {
        out.append("<td class=\"").append(side(column)).append("\"><span class=\"value\">");
        out.append(text).append("</span></td>");
    }

    private void totals(StringBuilder out, List<ReadRecord> rows, UnaryOperator<String> safe) {
        if (table.columns().stream().noneMatch(PrintNode.Column::total)) {
            return;
        }
        out.append("<tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            PrintNode.Column column = table.columns().get(i);
            String word = context.language() == Language.ZH ? "合计" : "Total";
            String text = column.total() ? total(column, rows) : i == 0 ? word : "";
            cell(out, column, "<strong>" + safe.apply(text) + "</strong>");
        }
        out.append("</tr>");
    }

    private String total(PrintNode.Column column, List<ReadRecord> rows) {
        int at = at(column);
        if (at < 0) {
            return "";
        }
        BigDecimal sum = rows.stream()
                .map(row -> row.value(at))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String formatted = column.format().write(sum, context);
        return formatted != null
                ? formatted
                : found.columns()
                        .get(at)
                        .fieldType()
                        .map(type -> type.display(sum, context))
                        .orElseGet(sum::toPlainString);
    }

    /** Numbers stand at the right where nothing else is asked for. */
    private String side(PrintNode.Column column) {
        int at = at(column);
        boolean number = at >= 0
                && found.columns().get(at).type() instanceof io.zhike.expression.Type.Number
                && column.format() != PrintFormat.CAPITALS;
        return PrintHtml.css(column.align().orElse(number ? Align.RIGHT : Align.LEFT));
    }

    private String label(PrintNode.Column column) {
        int at = at(column);
        return at < 0 ? "" : found.columns().get(at).label().in(context.language());
    }

    private int at(PrintNode.Column column) {
        List<ReadColumn> columns = found.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column.path())) {
                return i;
            }
        }
        return -1;
    }
}
