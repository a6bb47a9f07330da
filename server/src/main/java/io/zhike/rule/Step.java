package io.zhike.rule;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One thing that a rule does. */
public sealed interface Step {

    /** Unique in its rule, and never another: logs, retries and keys hold on to it. */
    String code();

    /** The condition, a text or a tree, without which it is passed over; empty for always. */
    Optional<JsonNode> condition();

    /** Where it stands in the document, such as {@code then[0].with.cases[1].then[0]}. */
    String path();

    /** An action of the catalogue. */
    record Do(
            @Override String code,
            @Override Optional<JsonNode> condition,
            @Override String path,
            String action,
            JsonNode with)
            implements Step {}

    /** The first case that holds. */
    record Branch(
            @Override String code,
            @Override Optional<JsonNode> condition,
            @Override String path,
            List<Case> cases,
            List<Step> otherwise)
            implements Step {
        public Branch {
            cases = List.copyOf(cases);
            otherwise = List.copyOf(otherwise);
        }
    }

    record Case(JsonNode condition, List<Step> then) {
        public Case {
            then = List.copyOf(then);
        }
    }

    /**
     * The steps for each of some related records.
     *
     * @param of a relation, or records that belong to this one
     * @param where over those records; empty for all of them
     */
    record Each(
            @Override String code,
            @Override Optional<JsonNode> condition,
            @Override String path,
            String of,
            Optional<JsonNode> where,
            List<Step> then)
            implements Step {
        public Each {
            then = List.copyOf(then);
        }
    }

    /** Goes on later: after a span, or at what an expression gives; exactly one of the two. */
    record Wait(
            @Override String code,
            @Override Optional<JsonNode> condition,
            @Override String path,
            Optional<Span> span,
            Optional<String> until)
            implements Step {}

    /** The steps inside of it, one list for each way. */
    default List<List<Step>> inner() {
        return switch (this) {
            case Do _, Wait _ -> List.of();
            case Each each -> List.of(each.then());
            case Branch branch -> {
                List<List<Step>> all = new java.util.ArrayList<>(
                        branch.cases().stream().map(Case::then).toList());
                all.add(branch.otherwise());
                yield all;
            }
        };
    }
}
