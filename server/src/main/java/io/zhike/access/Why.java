package io.zhike.access;

import io.zhike.message.Label;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a member may or may not do what with one record. It tells whether rules hold, and nothing of the record's values.
 *
 * @param admin whether the member may do everything anyway; then no rule is told
 * @param roles all that the member has, those that say nothing of the entity too
 * @param update both within reach of changing and of reading, as for {@code delete}
 */
record Why(
        Who member,
        boolean admin,
        List<OfRole> roles,
        Rows read,
        Rows update,
        Rows delete,
        List<OfAbility> abilities,
        List<OfField> fields) {

    Why {
        roles = List.copyOf(roles);
        abilities = List.copyOf(abilities);
        fields = List.copyOf(fields);
    }

    /** @param active whether the member works here still; nobody else may do anything */
    record Who(UUID id, String name, boolean active) {}

    /**
     * @param app which it is kept in; null for none
     * @param says whether it says anything of the entity
     */
    record OfRole(String code, Label label, @Nullable String app, boolean says) {}

    /** What holds for a right on the record, and the rules it is put together from. */
    record Rows(boolean allowed, List<Word> words) {
        Rows {
            words = List.copyOf(words);
        }
    }

    /**
     * A rule, in the words of {@link Reason}.
     *
     * @param holds whether it holds for the record
     */
    record Word(
            String by,
            @Nullable String code,
            @Nullable Label label,
            boolean denies,
            @Nullable String reach,
            @Nullable String condition,
            boolean holds) {
        Word(Reason reason, boolean holds) {
            this(
                    reason.by(),
                    reason.code(),
                    reason.label(),
                    reason.denies(),
                    reason.reach(),
                    reason.condition(),
                    holds);
        }
    }

    /**
     * A right that knows no records.
     *
     * @param given the codes of the roles that give it
     * @param denied the codes of those that deny it
     */
    record OfAbility(String code, boolean allowed, Set<String> given, Set<String> denied) {}

    /**
     * How much of a field there is, and what each role that speaks of the entity says of it.
     *
     * @param hiddenBy where roles show it: what it is computed from and cannot be read
     */
    record OfField(String code, String see, String change, List<FieldWord> words, List<Place> hiddenBy) {
        OfField {
            words = List.copyOf(words);
            hiddenBy = List.copyOf(hiddenBy);
        }
    }

    /**
     * What a role says of a field.
     *
     * @param denies whether this is the most that it leaves of what others give, and not what it gives
     */
    record FieldWord(String role, boolean denies, String see, String change) {
        FieldWord(Role role, boolean denies, FieldRight right) {
            this(role.code(), denies, right.see().code(), right.change().code());
        }
    }

    /** A field of an entity, by their codes. */
    record Place(String entity, String field) {}
}
