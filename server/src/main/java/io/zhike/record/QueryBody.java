package io.zhike.record;

import io.zhike.http.Page;
import io.zhike.record.RecordQuery.Groups;
import io.zhike.record.RecordQuery.Measure;
import io.zhike.record.RecordQuery.Rows;
import io.zhike.record.RecordQuery.Selection;
import io.zhike.record.RecordQuery.Sort;
import io.zhike.record.RecordQuery.Totals;
import io.zhike.record.RecordQuery.Where;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A query as it is sent. With {@code groups} or {@code measures} it is grouped, with {@code count} ({@code true}, or
 * {@code "exact"}) it counts, else it lists.
 *
 * @param where a text in the language, or its tree
 * @param totals {@code true} for the grand total, {@code "all"} for those of every smaller set of groups too
 */
record QueryBody(
        @Nullable String entity,
        @Nullable List<String> fields,
        @Nullable JsonNode where,
        @Nullable String search,
        @Nullable List<String> sort,
        @Nullable Integer limit,
        @Nullable String after,
        @Nullable Boolean deleted,
        @Nullable List<GroupBody> groups,
        @Nullable List<MeasureBody> measures,
        @Nullable JsonNode totals,
        @Nullable JsonNode count) {
    private static final int MAX_SORTS = 8;

    /** {@code {"by": "created_at", "bucket": "month"}}. */
    record GroupBody(@Nullable String by, @Nullable String bucket) {}

    /** {@code {"fn": "sum", "of": "spent"}}. */
    record MeasureBody(@Nullable String fn, @Nullable String of) {}

    /** @throws io.zhike.message.ProblemException for what cannot be a query; names are not looked up yet */
    RecordQuery toQuery() {
        if (count != null && !count.isNull() && !(count.isBoolean() && !count.booleanValue())) {
            return new RecordQuery.Count(selection(), exact(count));
        }
        return groups != null || measures != null ? toGroups() : toRows();
    }

    private static boolean exact(JsonNode count) {
        if (count.isBoolean()) {
            return false;
        }
        String word = count.stringValue("");
        if (!word.equals("exact") && !word.equals("capped")) {
            throw QueryError.UNKNOWN_WORD.problem("count", word.isEmpty() ? count : word, "true, capped, exact");
        }
        return word.equals("exact");
    }

    private Selection selection() {
        if (entity == null || entity.isBlank()) {
            throw QueryError.ENTITY_MISSING.problem();
        }
        return new Selection(
                entity,
                where(where),
                Optional.ofNullable(search).filter(words -> !words.isBlank()),
                Boolean.TRUE.equals(deleted));
    }

    private static Optional<Where> where(@Nullable JsonNode where) {
        if (where == null
                || where.isNull()
                || (where.isString() && where.stringValue().isBlank())) {
            return Optional.empty();
        }
        return Optional.of(Where.of(where));
    }

    private Rows toRows() {
        return new Rows(
                selection(),
                Optional.ofNullable(fields),
                sorts(),
                Page.limit(limit, Rows.DEFAULT_LIMIT, Rows.MAX_LIMIT),
                Optional.ofNullable(after).filter(token -> !token.isEmpty()));
    }

    private Groups toGroups() {
        refuse("fields", fields);
        refuse("after", after);
        return new Groups(
                selection(),
                listOf(groups).stream().map(QueryBody::grouping).toList(),
                listOf(measures).stream().map(QueryBody::measure).toList(),
                totals(totals),
                sorts(),
                Page.limit(limit, Groups.DEFAULT_LIMIT, Groups.MAX_LIMIT));
    }

    private static void refuse(String name, @Nullable Object value) {
        if (value != null) {
            throw QueryError.GROUPS_WITH_FIELDS.problem(name);
        }
    }

    private List<Sort> sorts() {
        List<String> wanted = listOf(sort);
        if (wanted.size() > MAX_SORTS) {
            throw QueryError.TOO_MANY.problem("sort", MAX_SORTS);
        }
        return wanted.stream().map(Sort::parse).toList();
    }

    private static RecordQuery.Grouping grouping(GroupBody body) {
        return new RecordQuery.Grouping(
                body.by() == null ? "" : body.by(),
                Optional.ofNullable(body.bucket()).map(word -> word("bucket", word, Bucket.values(), Bucket::code)));
    }

    private static Measure measure(MeasureBody body) {
        Measure.Fn fn = word(
                "fn",
                body.fn() == null ? "" : body.fn(),
                Measure.Fn.values(),
                each -> each.name().toLowerCase(Locale.ROOT));
        return new Measure(fn, Optional.ofNullable(body.of()).filter(of -> !of.isBlank()));
    }

    private static Totals totals(@Nullable JsonNode totals) {
        if (totals == null || totals.isNull() || totals.isBoolean()) {
            return totals != null && totals.booleanValue(false) ? Totals.GRAND : Totals.NONE;
        }
        return word(
                "totals",
                totals.asString(),
                Totals.values(),
                each -> each.name().toLowerCase(Locale.ROOT));
    }

    private static <T> T word(String what, String word, T[] all, Function<T, String> code) {
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> QueryError.UNKNOWN_WORD.problem(
                        what, word, Arrays.stream(all).map(code).collect(Collectors.joining(", "))));
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
