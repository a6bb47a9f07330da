package io.zhike.rule;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** When a rule runs. Values of fields are as answers carry them: an option's code, a decimal as a text, true and false. */
public sealed interface Trigger {

    /** What the feed tells. */
    sealed interface OfRecord extends Trigger {}

    /** What comes with time. */
    sealed interface Timed extends Trigger {}

    /** What somebody outside the feed sets off. */
    sealed interface Called extends Trigger {}

    /** @param form only records that came in by this public form; empty for any */
    record Created(Optional<String> form) implements OfRecord {}

    /** @param fields of which at least one became another; empty for any of what people change */
    record Updated(Set<String> fields) implements OfRecord {
        public Updated {
            fields = Set.copyOf(fields);
        }
    }

    /** Created or updated. */
    record Saved() implements OfRecord {}

    /**
     * An existing record's field became another.
     *
     * @param from one of these before; empty for anything
     * @param to one of these now; empty for anything
     */
    record Changed(String field, List<JsonNode> from, List<JsonNode> to) implements OfRecord {
        public Changed {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** Created with one of the values, or changed to one from something that is none. */
    record Entered(String field, List<JsonNode> values) implements OfRecord {
        public Entered {
            values = List.copyOf(values);
        }
    }

    /** Changed from one of the values to something that is none. */
    record Left(String field, List<JsonNode> values) implements OfRecord {
        public Left {
            values = List.copyOf(values);
        }
    }

    record Deleted() implements OfRecord {}

    record Restored() implements OfRecord {}

    /**
     * The day or moment in a field comes round.
     *
     * @param offset how far from it, negative before; in minutes, hours or days
     * @param at the time of day for a day; empty for its beginning, and for a moment
     * @param eachYear the same day of every year, such as a birthday
     * @param lunar by the Chinese calendar; only with {@code eachYear}
     */
    record OnDate(String field, Span offset, Optional<LocalTime> at, boolean eachYear, boolean lunar)
            implements Timed {}

    /**
     * Nothing has happened for strictly longer than a span.
     *
     * @param since {@link #CHANGE}, {@link #FOLLOW_UP}, or the code of a date or datetime field
     */
    record Idle(Span span, String since) implements Timed {
        /** The last change of the record. */
        public static final String CHANGE = "change";

        /** The last activity for the record; its creation where there is none. */
        public static final String FOLLOW_UP = "follow_up";
    }

    /**
     * Again and again, for all records that the condition holds for.
     *
     * @param at the time of day; for every hour, its minute
     * @param on the days: of a week {@code mon} …, of a month 1 … 31 and -1 for the last; empty for the first
     * @param workingDays whether a day off is passed over
     */
    record Schedule(Every every, LocalTime at, List<String> on, boolean workingDays) implements Timed {
        public Schedule {
            on = List.copyOf(on);
        }
    }

    /** How often a schedule comes. */
    enum Every {
        HOUR,
        DAY,
        WEEK,
        MONTH;

        /** As definitions carry it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Somebody presses a button that names the rule. */
    record Button() implements Called {}

    /**
     * Another system calls the rule's address.
     *
     * @param match the field by which the record is found; empty where each call makes one
     * @param id the JSON pointer of what tells deliveries apart, so that one that is sent again counts once; empty for none
     * @param fields by code, the JSON pointer of their value in what is sent
     */
    record Webhook(Optional<String> match, Optional<String> id, Map<String, String> fields) implements Called {
        public Webhook {
            fields = Map.copyOf(fields);
        }
    }
}
