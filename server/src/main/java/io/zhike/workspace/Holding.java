package io.zhike.workspace;

import io.zhike.message.Label;
import io.zhike.message.Message;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Things of one kind that stand in the name of a {@link Subject}: the customers somebody owns, the groups somebody is in. */
public interface Holding {

    /** What becomes of things when their subject goes. */
    enum Fate {
        /** They pass to a successor, who has to be named. */
        PASSES,
        /** They pass where a successor is named, and are left as they are otherwise. */
        MAY_PASS,
        /** They end with the subject. */
        ENDS,
        /** They stay, and are there again when the subject comes back. */
        STAYS,
        /** A person has to look at each. */
        BY_HAND
    }

    /** One of them, to be recognised by. */
    record Example(String label, @Nullable Where where) {}

    /**
     * Where it is looked at.
     *
     * @param of an entity or a kind of definition
     * @param id of the record, or the code of the definition
     */
    record Where(Kind kind, String of, String id) {
        /** What kind of thing is there. */
        public enum Kind {
            RECORD,
            DEFINITION
        }
    }

    /**
     * A part of the way.
     *
     * @param refused how many could not pass
     * @param problems why, of some of them
     * @param next what to go on with; null at the end
     */
    record Step(
            long moved,
            long refused,
            List<Problem> problems,
            @Nullable String next) {
        public Step {
            problems = List.copyOf(problems);
        }

        /** The whole way at once. */
        public static Step all(long moved) {
            return new Step(moved, 0, List.of(), null);
        }
    }

    /** Why one thing could not pass. */
    record Problem(Example what, Message why) {}

    /**
     * Who hands over to whom.
     *
     * @param batch what records are written under, so that it can be undone
     */
    record Passing(Caller caller, UUID successor, UUID batch) {}

    /** Tells the holdings of one subject apart, and stays the same: {@code records/customer/owner}. */
    String code();

    Label label();

    Fate fate();

    /** How many there are just now. */
    long count();

    /** The first {@code most} of them. */
    List<Example> examples(int most);

    /**
     * Hands over as many as one transaction should take, together with {@code alongside}. Run again after a crash it goes on
     * where it was. For {@link Fate#PASSES} and {@link Fate#MAY_PASS} only.
     *
     * @param after what the step before gave; null at the beginning
     */
    Step pass(Passing passing, @Nullable String after, BiConsumer<DSLContext, Step> alongside);
}
