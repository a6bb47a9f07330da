package io.zhike.record.transfer;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.ValueContext;
import io.zhike.message.Label;
import io.zhike.record.RecordFinder;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tells which rows of a chunk are records that exist already, by the match key. */
final class MatchKeys {
    private final RecordFinder finder;
    private final EntityDefinition entity;
    private final ImportPlan plan;
    private final ValueContext context;

    MatchKeys(RecordFinder finder, EntityDefinition entity, ImportPlan plan, ValueContext context) {
        this.finder = finder;
        this.entity = entity;
        this.plan = plan;
        this.context = context;
    }

    /**
     * Splits rows so that no part has a key twice: the second row of a key shall find the record that the first one made.
     */
    List<List<ImportRow>> rounds(List<ImportRow> rows) {
        if (plan.mode() == ImportMode.CREATE) {
            return List.of(rows);
        }
        List<List<ImportRow>> rounds = new ArrayList<>();
        List<ImportRow> rest = rows;
        while (!rest.isEmpty()) {
            List<ImportRow> round = new ArrayList<>();
            List<ImportRow> later = new ArrayList<>();
            Set<List<Object>> seen = new HashSet<>();
            for (ImportRow row : rest) {
                boolean first =
                        key(row).map(key -> seen.add(RecordFinder.normal(key))).orElse(true);
                (first ? round : later).add(row);
            }
            rounds.add(round);
            rest = later;
        }
        return rounds;
    }

    /** For each row that names an existing record, that record; rows that name several, or none where one is needed, are refused. */
    Map<ImportRow, UUID> find(DSLContext ctx, Caller caller, List<ImportRow> rows) {
        if (plan.mode() == ImportMode.CREATE) {
            return Map.of();
        }
        Map<ImportRow, List<Object>> keys = new HashMap<>();
        rows.forEach(row -> key(row).ifPresent(key -> keys.put(row, key)));
        Map<List<Object>, List<UUID>> found = finder.find(ctx, caller, entity.code(), plan.match(), keys.values());
        Map<ImportRow, UUID> records = new HashMap<>();
        for (ImportRow row : rows) {
            List<Object> key = keys.get(row);
            List<UUID> matches = key == null ? List.of() : found.getOrDefault(RecordFinder.normal(key), List.of());
            if (matches.size() == 1) {
                records.put(row, matches.getFirst());
            } else if (matches.size() > 1) {
                row.refuse(plan.match().getFirst(), ImportError.SEVERAL_MATCH, label(), said(row), matches.size());
            } else if (plan.mode() == ImportMode.UPDATE) {
                row.refuse(plan.match().getFirst(), ImportError.NO_MATCH, label(), said(row));
            }
        }
        return records;
    }

    /** The key of a row; empty where a part of it is blank, which matches nothing. */
    private Optional<List<Object>> key(ImportRow row) {
        List<Object> key = new ArrayList<>();
        for (String field : plan.match()) {
            Object value = row.get(field);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }

    private Label label() {
        return entity.fields().get(plan.match().getFirst()).label();
    }

    private String said(ImportRow row) {
        List<String> parts = new ArrayList<>();
        for (String code : plan.match()) {
            Field field = entity.fields().get(code);
            @Nullable Object value = row.get(code);
            parts.add(value == null ? "" : field.type().display(value, context));
        }
        return String.join(", ", parts);
    }
}
