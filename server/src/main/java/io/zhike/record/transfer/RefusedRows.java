package io.zhike.record.transfer;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import io.zhike.sheet.SheetWriter;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows that an import gives back: kept as they stood in the file, with what is wrong with them. */
@Component
final class RefusedRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 1_000;
    private static final Field<UUID> IMPORT = DSL.field(DSL.name("import"), SQLDataType.UUID);
    private static final Field<Long> POSITION = DSL.field(DSL.name("position"), SQLDataType.BIGINT);
    private static final Field<Long> ROW_NUMBER = DSL.field(DSL.name("row_number"), SQLDataType.BIGINT);
    private static final Field<JSONB> CELLS = DSL.field(DSL.name("cells"), SQLDataType.JSONB);
    private static final Field<String> REASON = DSL.field(DSL.name("reason"), SQLDataType.CLOB);

    private final Database database;

    RefusedRows(Database database) {
        this.database = database;
    }

    /** @param columns the column of the file that goes to a field, by its code */
    void keep(DSLContext ctx, Caller caller, UUID importId, Map<String, String> columns, List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = ctx.insertInto(
                caller.workspace().schema().table("import_refused"), IMPORT, POSITION, ROW_NUMBER, CELLS, REASON);
        for (ImportRow row : rows) {
            insert = insert.values(
                    importId,
                    row.position(),
                    row.row().number(),
                    cells(row.row().cells()),
                    reason(row, columns, caller));
        }
        insert.execute();
    }

    private static JSONB cells(List<Cell> cells) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        cells.forEach(cell -> texts.add(CellWords.of(cell).replace("\0", "")));
        return JSONB.valueOf(texts.toString());
    }

    /** Each reason after the column it is about; those of the whole row by themselves. */
    private static String reason(ImportRow row, Map<String, String> columns, Caller caller) {
        boolean chinese = caller.language() == Language.ZH;
        Set<String> said = new LinkedHashSet<>();
        for (Issue issue : row.issues()) {
            String text = issue.message().in(caller.language());
            @Nullable String column = columns.get(issue.path());
            said.add(column == null ? text : column + (chinese ? "：" : ": ") + text);
        }
        return String.join("; ", said).replace("\0", "");
    }

    /** Writes all refused rows of an import under the header of its file, in the order of the file. */
    void write(WorkspaceSchema schema, UUID importId, int columns, SheetWriter writer) throws IOException {
        long after = -1;
        while (true) {
            List<Record> page = page(schema, importId, after);
            for (Record row : page) {
                writer.write(line(row, columns));
                after = row.get(POSITION);
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private List<Record> page(WorkspaceSchema schema, UUID importId, long after) {
        return List.copyOf(database.read(ctx -> ctx.select(POSITION, ROW_NUMBER, CELLS, REASON)
                .from(schema.table("import_refused"))
                .where(IMPORT.eq(importId).and(POSITION.gt(after)))
                .orderBy(POSITION)
                .limit(PAGE)
                .fetch()));
    }

    /** The cells as they were, filled up or cut to the header, and then the row's number and what is wrong. */
    private static List<Cell> line(Record row, int columns) {
        List<Cell> line = new ArrayList<>();
        JSON.readTree(row.get(CELLS).data()).forEach(cell -> line.add(text(cell.asString())));
        while (line.size() < columns) {
            line.add(Cell.BLANK);
        }
        List<Cell> fitting = new ArrayList<>(line.subList(0, columns));
        fitting.add(text(Long.toString(row.get(ROW_NUMBER))));
        fitting.add(text(row.get(REASON)));
        return fitting;
    }

    private static Cell text(String text) {
        return text.isBlank() ? Cell.BLANK : new Cell.Text(text);
    }
}
