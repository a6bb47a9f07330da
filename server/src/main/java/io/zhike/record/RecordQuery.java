package io.zhike.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question to the read gate. It names fields by code, {@code customer.owner.name} through relations; which of them the
 * caller may see is decided by the gate, never here.
 */
public sealed interface RecordQuery {

    /** The records that the question is about. */
    Selection from();

    /**
     * Which records.
     *
     * @param search words that each must be found in a searchable field
     * @param deleted whether the recycle bin is asked instead of the living records
     */
    record Selection(String entity, Optional<Where> where, Optional<String> search, boolean deleted) {

        /** All living records of an entity. */
        public static Selection of(String entity) {
            return new Selection(entity, Optional.empty(), Optional.empty(), false);
        }

        /** These records, by a condition in the language, instead of the one here. */
        public Selection where(String condition) {
            return new Selection(entity, Optional.of(new Where.Text(condition)), search, deleted);
        }

        public Selection search(@Nullable String words) {
            return new Selection(entity, where, Optional.ofNullable(words).filter(w -> !w.isBlank()), deleted);
        }
    }

    /** A condition as it was sent. */
    sealed interface Where {
        /** In the language: {@code source = "website" AND spent > 5000}. */
        record Text(String text) implements Where {}

        /** The tree as JSON, as filter builders send it. */
        record Tree(JsonNode tree) implements Where {}

        /** The condition that a request holds: a text or a tree. */
        static Where of(JsonNode where) {
            return where.isString() ? new Text(where.stringValue()) : new Tree(where);
        }
    }

    /**
     * A page of records.
     *
     * @param fields what to read; empty for all fields of the entity that the caller may read
     * @param limit 1 to {@value #MAX_LIMIT}
     * @param after the cursor that the page before gave
     */
    record Rows(Selection from, Optional<List<String>> fields, List<Sort> sort, int limit, Optional<String> after)
            implements RecordQuery {
        public static final int DEFAULT_LIMIT = 50;
        public static final int MAX_LIMIT = 500;

        public Rows {
            fields = fields.map(List::copyOf);
            sort = List.copyOf(sort);
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("a limit between 1 and " + MAX_LIMIT + ", not " + limit);
            }
        }

        /** The first page of a selection with all readable fields, newest first. */
        public static Rows of(Selection from) {
            return new Rows(from, Optional.empty(), List.of(), DEFAULT_LIMIT, Optional.empty());
        }

        public Rows fields(String... wanted) {
            return new Rows(from, Optional.of(List.of(wanted)), sort, limit, after);
        }

        /** Sorted by these, {@code -created_at} for descending. */
        public Rows sort(String... by) {
            return new Rows(from, fields, List.of(by).stream().map(Sort::parse).toList(), limit, after);
        }

        public Rows limit(int rows) {
            return new Rows(from, fields, sort, rows, after);
        }

        public Rows after(@Nullable String cursor) {
            return new Rows(from, fields, sort, limit, Optional.ofNullable(cursor));
        }
    }

    /** By what, and whether the greatest comes first. Blanks come last either way. */
    record Sort(String by, boolean descending) {
        static Sort parse(String text) {
            return text.startsWith("-") ? new Sort(text.substring(1).strip(), true) : new Sort(text.strip(), false);
        }
    }

    /**
     * Figures over groups of records.
     *
     * @param limit how many groups at most; the answer says whether there are more
     */
    record Groups(
            Selection from, List<Grouping> groups, List<Measure> measures, Totals totals, List<Sort> sort, int limit)
            implements RecordQuery {
        public static final int DEFAULT_LIMIT = 1_000;
        public static final int MAX_LIMIT = 10_000;

        public Groups {
            groups = List.copyOf(groups);
            measures = List.copyOf(measures);
            sort = List.copyOf(sort);
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("a limit between 1 and " + MAX_LIMIT + ", not " + limit);
            }
        }
    }

    /** What groups are made by: a field or path, for dates a bucket. */
    record Grouping(String by, Optional<Bucket> bucket) {}

    /** A figure of a group; {@code of} is empty only for {@link Measure.Fn#COUNT}. */
    record Measure(Fn fn, Optional<String> of) {

        /** How a figure is made of the values of a field; blanks are passed over. */
        public enum Fn {
            /** Of records, or of values that are not blank. */
            COUNT,
            COUNT_UNIQUE,
            SUM,
            AVG,
            MIN,
            MAX
        }
    }

    /** Which totals come with the groups. */
    enum Totals {
        NONE,
        /** One over everything. */
        GRAND,
        /** One over everything and one for each smaller set of the groupings, as a pivot table shows them. */
        ALL
    }

    /**
     * How many records.
     *
     * @param exact whether to count beyond {@value #CAP}
     */
    record Count(Selection from, boolean exact) implements RecordQuery {
        public static final int CAP = 10_000;
    }
}
