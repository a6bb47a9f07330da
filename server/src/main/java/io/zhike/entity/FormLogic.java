package io.zhike.entity;

import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of an entity, checked: what forms show and ask for, and what the gate in holds records to. */
public final class FormLogic {
    /** An entity without conditions. */
    public static final FormLogic NONE = new FormLogic(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    private final Map<String, Condition> shown;
    private final Map<String, Condition> required;
    private final Map<String, Condition> readonly;
    private final Map<String, Map<String, Condition>> options;
    private final List<Rule> checks;
    private final Set<List<String>> beyond;

    FormLogic(
            Map<String, Condition> shown,
            Map<String, Condition> required,
            Map<String, Condition> readonly,
            Map<String, Map<String, Condition>> options,
            List<Rule> checks) {
        this.shown = Map.copyOf(shown);
        this.required = Map.copyOf(required);
        this.readonly = Map.copyOf(readonly);
        this.options = Map.copyOf(options);
        this.checks = List.copyOf(checks);
        this.beyond = gather();
    }

    /**
     * A condition over one record.
     *
     * @param reads the fields of the record that it depends on, formulas looked into
     * @param paths all that it reads, formulas looked into: fields of the record, and what lies behind its relations
     */
    public record Condition(Expression expression, Set<String> reads, Set<List<String>> paths) {
        public Condition {
            reads = Set.copyOf(reads);
            paths = Set.copyOf(paths);
        }
    }

    /**
     * A check.
     *
     * @param needs the fields that have to be filled in for it to be asked: all that it compares, but those of which it
     *     asks itself whether they are blank
     */
    public record Rule(Check check, Condition condition, Set<String> needs) {
        public Rule {
            needs = Set.copyOf(needs);
        }
    }

    private Set<List<String>> gather() {
        List<Condition> all = new ArrayList<>();
        List.of(shown, required, readonly).forEach(each -> all.addAll(each.values()));
        options.values().forEach(each -> all.addAll(each.values()));
        checks.forEach(rule -> all.add(rule.condition()));
        Set<List<String>> found = new LinkedHashSet<>();
        all.forEach(condition ->
                condition.paths().stream().filter(path -> path.size() > 1).forEach(found::add));
        return Collections.unmodifiableSet(found);
    }

    /** All that the conditions read behind relations, each as a path of two codes or more. */
    public Set<List<String>> beyond() {
        return beyond;
    }

    /** Whether there is no condition at all. */
    public boolean isEmpty() {
        return this == NONE;
    }

    /** When forms show the field; empty for always. */
    public Optional<Condition> shown(String field) {
        return Optional.ofNullable(shown.get(field));
    }

    /** When the field must be filled in, beside {@link Field#required}. */
    public Optional<Condition> requiredWhen(String field) {
        return Optional.ofNullable(required.get(field));
    }

    /** When the field must not be changed. */
    public Optional<Condition> readonlyWhen(String field) {
        return Optional.ofNullable(readonly.get(field));
    }

    /** When the options of the field can be chosen, by their codes; those without a condition always can. */
    public Map<String, Condition> options(String field) {
        return options.getOrDefault(field, Map.of());
    }

    /** What has to hold between fields, in the order of the definition. */
    public List<Rule> checks() {
        return checks;
    }
}
