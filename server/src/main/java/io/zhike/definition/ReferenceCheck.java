package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a definition points to will be there, and if not, whether it is being deleted or never was. */
final class ReferenceCheck {
    private final DefinitionKinds kinds;
    private final DefinitionSet before;
    private final DefinitionSet after;

    ReferenceCheck(DefinitionKinds kinds, DefinitionSet before, DefinitionSet after) {
        this.kinds = kinds;
        this.before = before;
        this.after = after;
    }

    /** What is wrong with {@code reference}, which {@code from} makes. */
    Optional<Issue> check(Definition from, Reference reference) {
        Optional<Definition> target = after.find(reference.to());
        if (target.isEmpty()) {
            return Optional.of(before.find(reference.to())
                    .map(deleted -> usesDeleted(from, reference, deleted))
                    .orElseGet(() -> missing(reference)));
        }
        String element = reference.element();
        if (element == null
                || elements(target.get()).stream().anyMatch(each -> each.code().equals(element))) {
            return Optional.empty();
        }
        return Optional.of(before.find(reference.to())
                .flatMap(old -> elements(old).stream()
                        .filter(each -> each.code().equals(element))
                        .findFirst())
                .map(deleted -> usesDeletedElement(from, reference, target.get(), deleted))
                .orElseGet(() -> missingElement(reference, target.get(), element)));
    }

    private Issue usesDeleted(Definition from, Reference reference, Definition deleted) {
        return Issue.at(
                reference.path(),
                DefinitionIssue.REFERS_TO_DELETED,
                kind(from.key()),
                from.label(),
                kind(deleted.key()),
                deleted.label());
    }

    private Issue usesDeletedElement(Definition from, Reference reference, Definition target, Element deleted) {
        return Issue.at(
                reference.path(),
                DefinitionIssue.REFERS_TO_DELETED_ELEMENT,
                kind(from.key()),
                from.label(),
                kind(target.key()),
                target.label(),
                deleted.label());
    }

    private Issue missing(Reference reference) {
        String code = reference.to().code();
        List<Named> candidates = after.ofKind(reference.to().kind()).stream()
                .map(each -> new Named(each.key().code(), each.label()))
                .toList();
        List<String> meant = nearest(code, candidates);
        return meant.isEmpty()
                ? Issue.at(reference.path(), DefinitionIssue.REFERENCE_MISSING, kind(reference.to()), code)
                : Issue.at(
                        reference.path(),
                        DefinitionIssue.REFERENCE_MISSPELT,
                        kind(reference.to()),
                        code,
                        String.join(", ", meant));
    }

    private Issue missingElement(Reference reference, Definition target, String element) {
        List<Named> candidates = elements(target).stream()
                .map(each -> new Named(each.code(), each.label()))
                .toList();
        List<String> meant = nearest(element, candidates);
        return meant.isEmpty()
                ? Issue.at(
                        reference.path(), DefinitionIssue.ELEMENT_MISSING, kind(target.key()), target.label(), element)
                : Issue.at(
                        reference.path(),
                        DefinitionIssue.ELEMENT_MISSPELT,
                        kind(target.key()),
                        target.label(),
                        element,
                        String.join(", ", meant));
    }

    /** Codes near {@code word}, and those whose label is {@code word}: people write what they see. */
    private static List<String> nearest(String word, List<Named> candidates) {
        List<String> found = new ArrayList<>(candidates.stream()
                .filter(candidate -> candidate.label.matches(word))
                .map(Named::code)
                .toList());
        Nearest.to(word, candidates.stream().map(Named::code).toList()).stream()
                .filter(code -> !found.contains(code))
                .forEach(found::add);
        return found;
    }

    private List<Element> elements(Definition definition) {
        return kinds.find(definition.key().kind())
                .map(kind -> kind.elements(definition))
                .orElse(List.of());
    }

    private Label kind(DefinitionKey key) {
        return SetCheck.labelOf(kinds, key.kind());
    }

    private record Named(String code, Label label) {}
}
