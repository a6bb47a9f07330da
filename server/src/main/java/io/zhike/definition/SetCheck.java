package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a set of definitions can be published: each definition by itself, and every reference in both directions. Looks
 * at what is changed and at all that points to it; the rest was checked when it was published.
 */
final class SetCheck {
    private final DefinitionKinds kinds;

    SetCheck(DefinitionKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * All problems of {@code after}, with paths such as {@code entity/customer.fields[2].entity}.
     *
     * @param changed what differs between the two sets: added, changed and deleted
     */
    List<Issue> check(DefinitionSet before, DefinitionSet after, Collection<DefinitionKey> changed) {
        List<Issue> issues = new ArrayList<>();
        for (DefinitionKey key : affected(before, after, changed)) {
            after.find(key)
                    .ifPresent(definition -> checkOne(definition, before, after).stream()
                            .map(issue -> issue.under(key.toString()))
                            .forEach(issues::add));
        }
        return issues;
    }

    /** The problems of one definition of {@code after}, with paths in its document. */
    List<Issue> checkOne(Definition definition, DefinitionSet before, DefinitionSet after) {
        Optional<DefinitionKind> kind = kinds.find(definition.key().kind());
        if (kind.isEmpty()) {
            return List.of(unknownKind(definition));
        }
        List<Issue> shape = kinds.checkShape(definition.key().kind(), definition.body());
        if (!shape.isEmpty()) {
            return shape;
        }
        List<Issue> issues = new ArrayList<>(kind.get().check(definition, after));
        issues.addAll(elementsTwice(kind.get().elements(definition)));
        for (Reference reference : kind.get().references(definition, after)) {
            new ReferenceCheck(kinds, before, after)
                    .check(definition, reference)
                    .ifPresent(issues::add);
        }
        return issues;
    }

    private Issue unknownKind(Definition definition) {
        return Issue.at(
                "kind", DefinitionIssue.NOT_ALLOWED_VALUE, definition.key().kind(), String.join(", ", kinds.names()));
    }

    private static List<Issue> elementsTwice(List<Element> elements) {
        Set<String> seen = new HashSet<>();
        return elements.stream()
                .filter(element -> !seen.add(element.code()))
                .map(element -> Issue.at(element.path(), DefinitionIssue.DUPLICATE_CODE, element.code()))
                .toList();
    }

    /** What is changed, and what of {@code after} points to that. */
    private Set<DefinitionKey> affected(DefinitionSet before, DefinitionSet after, Collection<DefinitionKey> changed) {
        Set<DefinitionKey> affected = new TreeSet<>(changed);
        for (Definition definition : after.all()) {
            if (!affected.contains(definition.key()) && pointsTo(definition, before, after, changed)) {
                affected.add(definition.key());
            }
        }
        return affected;
    }

    private boolean pointsTo(
            Definition definition, DefinitionSet before, DefinitionSet after, Collection<DefinitionKey> changed) {
        Optional<DefinitionKind> kind = kinds.find(definition.key().kind());
        String app = definition.app();
        if (kind.isEmpty() || (app != null && changed.contains(new DefinitionKey(AppKind.KIND, app)))) {
            return kind.isPresent();
        }
        return pointsTo(kind.get().references(definition, after), changed)
                || pointsTo(kind.get().references(definition, before), changed);
    }

    private static boolean pointsTo(List<Reference> references, Collection<DefinitionKey> changed) {
        return references.stream().anyMatch(reference -> changed.contains(reference.to()));
    }

    /** The label of a kind, for messages. */
    static Label labelOf(DefinitionKinds kinds, String kind) {
        return kinds.find(kind).map(DefinitionKind::label).orElseGet(() -> Label.of(kind));
    }
}
