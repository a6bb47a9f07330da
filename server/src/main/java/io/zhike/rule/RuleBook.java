package io.zhike.rule;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.record.Change;
import io.zhike.record.ChangeKind;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of one revision, found by what they look at. Immutable; made once per set of definitions. */
public final class RuleBook {
    private final Map<String, Rule> byCode = new HashMap<>();
    private final Map<String, Program> programs = new HashMap<>();
    private final Map<String, Looking> after = new HashMap<>();
    private final Map<String, List<Rule>> atSave = new HashMap<>();

    private RuleBook(DefinitionSet set) {
        set.ofKind(Rule.KIND).stream().map(RuleParser::parse).sorted(Rule.ORDER).forEach(this::add);
    }

    /** The rules of {@code set}; made at the first call, kept with the set. */
    public static RuleBook of(DefinitionSet set) {
        return set.view(RuleBook.class, RuleBook::new);
    }

    /** The published rules that the caller builds, in their order; for those who build anything. */
    static List<Rule> built(Definitions definitions, Caller caller) {
        definitions.requireBuilder(caller);
        return of(definitions.published(caller.workspace())).all().stream()
                .filter(rule -> definitions.builds(caller, new DefinitionKey(Rule.KIND, rule.code())))
                .toList();
    }

    /** One of those. */
    public static Rule built(Definitions definitions, Caller caller, String code) {
        return built(definitions, caller).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleError.UNKNOWN_RULE.problem(code));
    }

    private void add(Rule rule) {
        byCode.put(rule.code(), rule);
        programs.put(rule.code(), new Program(rule.then()));
        if (!rule.on()) {
            return;
        }
        if (rule.atSave()) {
            atSave.computeIfAbsent(rule.entity(), _ -> new ArrayList<>()).add(rule);
        } else if (rule.trigger() instanceof Trigger.OfRecord) {
            after.computeIfAbsent(rule.entity(), _ -> new Looking()).add(rule);
        }
    }

    /** All rules, those that are off too, in their order. */
    public List<Rule> all() {
        return byCode.values().stream().sorted(Rule.ORDER).toList();
    }

    /** Those that a definition says are on and whose trigger is of that kind, in their order. */
    public List<Rule> on(Predicate<Trigger> trigger) {
        return all().stream()
                .filter(rule -> rule.on() && trigger.test(rule.trigger()))
                .toList();
    }

    public Optional<Rule> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Program program(String rule) {
        Program program = programs.get(rule);
        return program == null ? new Program(List.of()) : program;
    }

    /** Those that run while records of {@code entity} are saved, in their order. */
    List<Rule> atSave(String entity) {
        return atSave.getOrDefault(entity, List.of());
    }

    /** Whether any rule is on that looks at the feed. */
    boolean looksAtFeed() {
        return !after.isEmpty();
    }

    /** The rules that such a change may set off, in their order: those that look at nothing it touched are not among them. */
    List<Rule> candidates(Change change) {
        Looking looking = after.get(change.entity());
        return looking == null ? List.of() : looking.at(change);
    }

    /** Rules of one entity, by the kind of change and the fields they look at. */
    private static final class Looking {
        private final Map<ChangeKind, List<Rule>> byKind = new HashMap<>();
        private final Map<String, List<Rule>> byField = new HashMap<>();

        void add(Rule rule) {
            switch (rule.trigger()) {
                case Trigger.Created _ -> at(ChangeKind.CREATE, rule);
                case Trigger.Saved _ -> {
                    at(ChangeKind.CREATE, rule);
                    at(ChangeKind.UPDATE, rule);
                }
                case Trigger.Updated(Set<String> fields) -> {
                    if (fields.isEmpty()) {
                        at(ChangeKind.UPDATE, rule);
                    }
                    fields.forEach(field -> at(field, rule));
                }
                case Trigger.Changed changed -> at(changed.field(), rule);
                case Trigger.Left left -> at(left.field(), rule);
                case Trigger.Entered entered -> {
                    at(ChangeKind.CREATE, rule);
                    at(entered.field(), rule);
                }
                case Trigger.Deleted _ -> at(ChangeKind.DELETE, rule);
                case Trigger.Restored _ -> at(ChangeKind.RESTORE, rule);
                case Trigger.Timed _, Trigger.Called _ -> {}
            }
        }

        private void at(ChangeKind kind, Rule rule) {
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
        }

        private void at(String field, Rule rule) {
            byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(rule);
        }

        List<Rule> at(Change change) {
            boolean updates = change.kind() == ChangeKind.UPDATE || change.kind() == ChangeKind.COMPUTE;
            Set<Rule> found = new LinkedHashSet<>(byKind.getOrDefault(change.kind(), List.of()));
            if (updates && !byField.isEmpty()) {
                change.after().propertyNames().forEach(field -> found.addAll(byField.getOrDefault(field, List.of())));
            }
            List<Rule> matching = new ArrayList<>();
            for (Rule rule : found) {
                if (Matching.matches(rule.trigger(), change)) {
                    matching.add(rule);
                }
            }
            matching.sort(Rule.ORDER);
            return matching;
        }
    }
}
