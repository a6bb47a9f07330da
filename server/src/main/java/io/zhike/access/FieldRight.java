package io.zhike.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a role may do with a field: how much of it can be seen, and how far it can be changed. */
record FieldRight(See see, Change change) {
    static final String SEE = "see";
    static final String CHANGE = "change";
    static final FieldRight NONE = new FieldRight(See.NONE, Change.NONE);
    static final FieldRight READ = new FieldRight(See.READ, Change.NONE);
    static final FieldRight WRITE = new FieldRight(See.READ, Change.WRITE);

    /** How much can be seen, from least to most. */
    enum See {
        NONE,
        /** The mask alone. */
        MASKED,
        /** The mask, and the value of one record at a time, which the audit log is told. */
        REVEAL,
        READ;

        static See of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean covers(See wanted) {
            return compareTo(wanted) >= 0;
        }
    }

    /** How far it can be changed, from least to most. */
    enum Change {
        NONE,
        /** Filled in and replaced, never emptied. */
        FILL,
        /** Emptied too. */
        WRITE;

        static Change of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean covers(Change wanted) {
            return compareTo(wanted) >= 0;
        }
    }

    /** The rights that have a word of their own. */
    enum Word {
        NONE(FieldRight.NONE),
        READ(FieldRight.READ),
        WRITE(FieldRight.WRITE);

        private final FieldRight right;

        Word(FieldRight right) {
            this.right = right;
        }

        FieldRight right() {
            return right;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty where there is no such word. */
        static Optional<Word> of(String code) {
            return Arrays.stream(values())
                    .filter(word -> word.code().equals(code))
                    .findFirst();
        }
    }

    /** The more of each of the two. */
    FieldRight or(FieldRight other) {
        return new FieldRight(most(see, other.see), most(change, other.change));
    }

    /** At most {@code cap}, in how much is seen and in how far it is changed. */
    FieldRight within(FieldRight cap) {
        return new FieldRight(least(see, cap.see), least(change, cap.change));
    }

    private static <E extends Enum<E>> E most(E one, E other) {
        return Comparator.<E>naturalOrder().compare(one, other) >= 0 ? one : other;
    }

    private static <E extends Enum<E>> E least(E one, E other) {
        return Comparator.<E>naturalOrder().compare(one, other) <= 0 ? one : other;
    }
}
