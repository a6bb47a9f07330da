package io.zhike.rule;

import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition of kind {@code rule}, read.
 *
 * @param on as the definition says; the switch of an administrator may say otherwise
 * @param order the smaller the earlier, among rules of the same entity
 * @param atSave whether it runs while a record is saved, in its transaction; else after the commit
 * @param where over the record as it is; a text or a tree
 * @param was over the record as it was before the change
 * @param asSet whether there is one run for all records of a batch or a pass
 */
public record Rule(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        boolean on,
        int order,
        boolean atSave,
        Trigger trigger,
        Optional<JsonNode> where,
        Optional<JsonNode> was,
        Optional<Period> once,
        Optional<Limit> limit,
        boolean asSet,
        List<Step> then) {

    /** The kind of its definitions, and what its deeds are marked with. */
    public static final String KIND = "rule";

    /** What comes first is done first; the code decides between equals. */
    public static final Comparator<Rule> ORDER =
            Comparator.comparingInt(Rule::order).thenComparing(Rule::code);

    public Rule {
        then = List.copyOf(then);
    }

    /** Under which name a rule acts beyond records: what it sends, and what that is signed by. */
    public static String source(String code) {
        return KIND + ":" + code;
    }

    /** Who rules act as. */
    public static Caller system(Workspace workspace) {
        return Caller.system(workspace, KIND);
    }

    /** How long something counts. */
    public enum Period {
        EVER,
        YEAR,
        MONTH,
        WEEK,
        DAY,
        HOUR;

        /** As definitions carry it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Period> of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
        }
    }

    /** @param per an hour or a day */
    public record Limit(int runs, Period per) {}
}
