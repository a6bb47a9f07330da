package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Label;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What passes from a member or a department to others, and how far it has come. Its id is the batch that records are written
 * under, so that they can be taken back together.
 *
 * @param name of the subject when it began
 * @param ends whether the member is deactivated, or the department removed, when all has passed
 * @param language in which problems are said
 * @param message why it failed; null where it did not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HandOver(
        UUID id,
        Kind kind,
        UUID subject,
        String name,
        UUID actor,
        String language,
        State state,
        boolean ends,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Part> parts) {

    HandOver {
        parts = List.copyOf(parts);
    }

    /** Of whom. */
    enum Kind {
        MEMBER,
        DEPARTMENT;

        Subject of(UUID id) {
            return switch (this) {
                case MEMBER -> new Subject.OfMember(id);
                case DEPARTMENT -> new Subject.OfDepartment(id);
            };
        }
    }

    /** How far it is. */
    enum State {
        PASSING,
        /** The subject is gone; what came to it meanwhile passes as well. */
        SWEEPING,
        DONE,
        FAILED
    }

    /**
     * One kind of thing.
     *
     * @param successor null for what passes to nobody
     * @param total how many there were at the beginning
     * @param problems why some could not pass
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(
            String code,
            Label label,
            Holding.Fate fate,
            @Nullable UUID successor,
            long total,
            long moved,
            long refused,
            boolean finished,
            List<Said> problems) {
        Part {
            problems = List.copyOf(problems);
        }

        boolean passes() {
            return successor != null && (fate == Holding.Fate.PASSES || fate == Holding.Fate.MAY_PASS);
        }
    }

    /** Why one thing could not pass, in the language of who began it. */
    record Said(String label, Holding.@Nullable Where where, String why) {}
}
