package io.zhike.print;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Many;
import io.zhike.record.Facts;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordPage;
import io.zhike.record.RecordQuery;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a template needs through the gate, as the caller: one statement for the records, one for each table of records
 * that belong to them (for lists in both directions, one for each record too), and one for each 500 rows.
 */
@Component
class PrintReading {
    /** How many rows all tables of a print may have together. */
    static final int MOST_ROWS = 5_000;

    private static final String NUMBER = "number";

    private final RecordReader reader;
    private final Access access;

    PrintReading(RecordReader reader, Access access) {
        this.reader = reader;
        this.access = access;
    }

    /**
     * @return the records that the caller may read, in the order of {@code ids}
     * @throws io.zhike.message.ProblemException {@code unknown-entity} where the caller does not see the entity
     */
    PrintData read(Caller caller, PrintTemplate template, List<UUID> ids) {
        Wanted wanted = Wanted.of(template);
        if (wanted.tooMuch()) {
            throw PrintError.TOO_MANY_FIELDS.problem(Wanted.MOST);
        }
        Facts facts = reader.facts(caller, template.entity(), ids, wanted.allPaths(), wanted.allFormulas());
        Map<UUID, ReadRecord> byId =
                facts.records().stream().collect(Collectors.toMap(ReadRecord::id, Function.identity()));
        List<ReadRecord> records =
                ids.stream().distinct().filter(byId::containsKey).map(byId::get).toList();
        Set<PrintData.Unread> unread = unread(wanted, facts);
        Map<String, PrintData.Rows> rows = new HashMap<>();
        int left = MOST_ROWS;
        for (PrintNode.Rows table : wanted.rows()) {
            PrintData.Rows found = new Related(caller, access.of(caller), template, table, records).read(left, unread);
            left -= found.of().values().stream().mapToInt(List::size).sum();
            rows.put(table.place(), found);
        }
        return new PrintData(facts, records, rows, unread);
    }

    private static Set<PrintData.Unread> unread(Wanted wanted, Facts facts) {
        Set<PrintData.Unread> unread = new LinkedHashSet<>();
        List<Wanted.Use> fields = new ArrayList<>(wanted.paths());
        fields.addAll(wanted.images());
        fields.stream()
                .filter(use -> facts.path(use.what()).isEmpty())
                .forEach(use -> unread.add(new PrintData.Unread(use.place(), use.what())));
        List<Wanted.Use> sentences = new ArrayList<>(wanted.formulas());
        sentences.addAll(wanted.conditions());
        sentences.stream()
                .filter(use -> facts.sentence(use.what()).isEmpty())
                .forEach(use -> unread.add(new PrintData.Unread(use.place(), use.what())));
        return unread;
    }

    /** One table of records that belong to those that are printed. */
    private final class Related {
        private final Caller caller;
        private final Grants grants;
        private final PrintTemplate template;
        private final PrintNode.Rows table;
        private final List<ReadRecord> records;

        Related(Caller caller, Grants grants, PrintTemplate template, PrintNode.Rows table, List<ReadRecord> records) {
            this.caller = caller;
            this.grants = grants;
            this.template = template;
            this.table = table;
            this.records = records;
        }

        PrintData.Rows read(int left, Set<PrintData.Unread> unread) {
            Optional<Many> many = grants.catalog()
                    .many(template.entity(), table.of())
                    .filter(found -> grants.sees(template.entity(), found.code()))
                    .filter(found -> grants.on(found.entity()).visible());
            if (many.isEmpty()) {
                unread.add(new PrintData.Unread(table.place(), table.of()));
                return PrintData.Rows.NONE;
            }
            String child = many.get().entity();
            List<String> paths = reader.shown(
                    caller,
                    child,
                    table.columns().stream().map(PrintNode.Column::path).toList());
            table.columns().stream()
                    .filter(column -> !paths.contains(column.path()))
                    .forEach(column -> unread.add(new PrintData.Unread(column.place(), column.path())));
            return records.isEmpty() ? PrintData.Rows.NONE : read(many.get(), paths, left);
        }

        private PrintData.Rows read(Many many, List<String> paths, int left) {
            return switch (many.way()) {
                case Many.Way.PointHere(String field) -> pointing(many.entity(), field, paths, left);
                case Many.Way.LinkHere(String field) -> linked(many.entity(), field, paths, left);
                case Many.Way.LinkedFromHere(String field) ->
                    linked(many.entity(), template.entity() + "_" + field, paths, left);
            };
        }

        private PrintData.Rows pointing(String child, String field, List<String> paths, int left) {
            ObjectNode where =
                    JsonNodeFactory.instance.objectNode().put("field", field).put("op", "in");
            ArrayNode ids = where.putArray("value");
            records.forEach(record -> ids.add(record.id().toString()));
            List<String> fields = new ArrayList<>(paths);
            if (!fields.contains(field)) {
                fields.add(field);
            }
            Map<UUID, List<ReadRecord>> of = new HashMap<>();
            RecordPage page = pages(child, new RecordQuery.Where.Tree(where), fields, left, (found, record) -> {
                if (record.value(found.column(field)) instanceof UUID parent) {
                    of.computeIfAbsent(parent, _ -> new ArrayList<>()).add(record);
                }
            });
            return new PrintData.Rows(page.columns(), of);
        }

        /** One statement for each record, since a row of the answer does not tell to which of them it belongs. */
        private PrintData.Rows linked(String child, String behind, List<String> paths, int left) {
            Map<UUID, List<ReadRecord>> of = new LinkedHashMap<>();
            @Nullable RecordPage page = null;
            int rest = left;
            for (ReadRecord record : records) {
                String where = "CONTAINS({" + behind + "}, \"" + record.id() + "\")";
                List<ReadRecord> rows = new ArrayList<>();
                page = pages(child, new RecordQuery.Where.Text(where), paths, rest, (_, row) -> rows.add(row));
                rest -= rows.size();
                of.put(record.id(), rows);
            }
            return page == null ? PrintData.Rows.NONE : new PrintData.Rows(page.columns(), of);
        }

        private interface Sink {
            void take(RecordPage page, ReadRecord record);
        }

        /** The last page. */
        private RecordPage pages(String child, RecordQuery.Where where, List<String> fields, int left, Sink sink) {
            RecordQuery.Selection from = new RecordQuery.Selection(child, Optional.of(where), Optional.empty(), false);
            RecordQuery.Rows query = RecordQuery.Rows.of(from)
                    .fields(fields.toArray(String[]::new))
                    .sort(sort(child))
                    .limit(RecordQuery.Rows.MAX_LIMIT);
            int rows = 0;
            while (true) {
                RecordPage page = reader.page(caller, query);
                rows += page.records().size();
                if (rows > left) {
                    throw PrintError.TOO_MANY_ROWS.problem(MOST_ROWS);
                }
                page.records().forEach(record -> sink.take(page, record));
                if (page.next().isEmpty()) {
                    return page;
                }
                query = query.after(page.next().get());
            }
        }

        private String sort(String child) {
            String sort = table.sort().orElse(NUMBER);
            String path = sort.startsWith("-") ? sort.substring(1) : sort;
            boolean readable = !reader.readable(caller, child, List.of(path)).isEmpty();
            return readable ? sort : NUMBER;
        }
    }

    /** The newest record of an entity that the caller may read; empty where there is none. */
    Optional<UUID> newest(Caller caller, EntityDefinition entity) {
        RecordQuery.Rows query = RecordQuery.Rows.of(RecordQuery.Selection.of(entity.code()))
                .fields("id")
                .limit(1);
        return reader.page(caller, query).records().stream().map(ReadRecord::id).findFirst();
    }
}
