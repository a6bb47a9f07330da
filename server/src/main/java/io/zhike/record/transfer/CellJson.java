package io.zhike.record.transfer;

import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cells as JSON that become the same cells again. */
final class CellJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CellJson() {}

    static JSONB write(List<Cell> cells) {
        ArrayNode array = NODES.arrayNode();
        cells.forEach(cell -> array.add(node(cell)));
        return JSONB.valueOf(array.toString());
    }

    static List<Cell> read(JSONB stored) {
        List<Cell> cells = new ArrayList<>();
        JSON.readTree(stored.data()).forEach(node -> cells.add(cell(node)));
        return cells;
    }

    private static JsonNode node(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> NODES.nullNode();
            // PostgreSQL keeps no NUL in texts, and no field takes one.
            case Cell.Text(String value) -> NODES.stringNode(value.replace("\0", ""));
            case Cell.Number(BigDecimal value, Cell.Unit unit) ->
                NODES.objectNode().put("number", value.toPlainString()).put("unit", unit.name());
            case Cell.Date(LocalDate value) -> NODES.objectNode().put("date", value.toString());
            case Cell.DateTime(LocalDateTime value) -> NODES.objectNode().put("time", value.toString());
            case Cell.Bool(boolean value) -> NODES.booleanNode(value);
            // A row whose broken cell matters is refused at once; of another one only what people see is left.
            case Cell.Broken broken -> NODES.stringNode(broken.raw().replace("\0", ""));
        };
    }

    private static Cell cell(JsonNode node) {
        if (node.isNull()) {
            return Cell.BLANK;
        }
        if (node.isString()) {
            return node.stringValue().isEmpty() ? Cell.BLANK : new Cell.Text(node.stringValue());
        }
        if (node.isBoolean()) {
            return new Cell.Bool(node.booleanValue());
        }
        if (node.has("number")) {
            return new Cell.Number(
                    new BigDecimal(node.path("number").stringValue()),
                    Cell.Unit.valueOf(node.path("unit").stringValue()));
        }
        return node.has("date")
                ? new Cell.Date(LocalDate.parse(node.path("date").stringValue()))
                : new Cell.DateTime(LocalDateTime.parse(node.path("time").stringValue()));
    }
}
