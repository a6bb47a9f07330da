package io.zhike.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null leaves a condition out.
 *
 * @param actions the names of actions; empty for all
 * @param kind of the object
 * @param object its key or code
 * @param from the earliest, included
 * @param to the latest, excluded
 * @param text a part of the name, title, address or detail
 */
public record AuditFilter(
        @Nullable UUID member,
        Set<String> actions,
        @Nullable String kind,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    public AuditFilter {
        actions = Set.copyOf(actions);
        if (from != null && to != null && !from.isBefore(to)) {
            throw AuditError.BAD_PERIOD.problem();
        }
    }

    /** What it asks for, for the log to tell; an empty text for everything. */
    public String said() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("member", member);
        parts.put("action", actions.isEmpty() ? null : String.join(",", new TreeSet<>(actions)));
        parts.put("kind", kind);
        parts.put("object", object);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("text", text);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(" "));
    }

    Condition condition() {
        Condition where = DSL.noCondition();
        where = member == null ? where : where.and(AuditRows.MEMBER.eq(member));
        where = actions.isEmpty() ? where : where.and(AuditRows.ACTION.in(actions));
        where = kind == null ? where : where.and(AuditRows.KIND.eq(kind));
        where = object == null ? where : where.and(AuditRows.OBJECT.eq(object));
        where = from == null ? where : where.and(AuditRows.AT.ge(from));
        where = to == null ? where : where.and(AuditRows.AT.lt(to));
        return text == null || text.isBlank() ? where : where.and(holds(text.strip()));
    }

    private static Condition holds(String text) {
        return DSL.or(
                AuditRows.NAME.containsIgnoreCase(text),
                AuditRows.TITLE.containsIgnoreCase(text),
                AuditRows.VIA.containsIgnoreCase(text),
                AuditRows.ADDRESS.containsIgnoreCase(text),
                AuditRows.DETAIL.containsIgnoreCase(text));
    }
}
