package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is deleted out of the definitions that still name it, as far as they can do without: a part goes only where
 * its kind calls it loose and where nothing is wrong afterwards that was not wrong before.
 */
final class LettingGo {
    private final DefinitionKinds kinds;
    private final DefinitionSet before;
    private final Predicate<DefinitionKey> may;
    private final Map<DefinitionKey, Set<Label>> parts = new LinkedHashMap<>();
    private final Set<DefinitionKey> changed;
    private DefinitionSet after;
    private Gone gone;

    private LettingGo(
            DefinitionKinds kinds,
            DefinitionSet before,
            DefinitionSet after,
            Collection<DefinitionKey> changed,
            Predicate<DefinitionKey> may) {
        this.may = may;
        this.kinds = kinds;
        this.before = before;
        this.after = after;
        this.changed = new TreeSet<>(changed);
        this.gone = Gone.between(kinds, before, after, changed);
    }

    /**
     * A definition that let go.
     *
     * @param now what is left of it; null where nothing sensible is
     * @param parts what went, each once
     */
    record Released(Definition was, @Nullable Definition now, List<Label> parts) {}

    /** @param left what is wrong with the set even so, as {@link SetCheck} says it */
    record Outcome(List<Released> released, List<Issue> left) {}

    /**
     * @param changed where {@code drafted} differs from {@code before} by what is to be published
     * @param may which definitions may be changed; the others keep what they name
     */
    static Outcome of(
            DefinitionKinds kinds,
            DefinitionSet before,
            DefinitionSet drafted,
            Collection<DefinitionKey> changed,
            Predicate<DefinitionKey> may) {
        LettingGo run = new LettingGo(kinds, before, drafted, changed, may);
        while (run.round()) {
            // what goes may itself be named somewhere
        }
        List<Released> released = run.parts.entrySet().stream()
                .map(each -> new Released(
                        drafted.get(each.getKey()),
                        run.after.find(each.getKey()).orElse(null),
                        List.copyOf(each.getValue())))
                .toList();
        return new Outcome(released, new SetCheck(kinds).check(before, run.after, run.changed));
    }

    private boolean round() {
        int count = 0;
        for (Definition definition : gone.nothing() ? List.<Definition>of() : after.all()) {
            count += may.test(definition.key()) ? settle(definition.key()) : 0;
        }
        gone = Gone.between(kinds, before, after, changed);
        return count > 0;
    }

    /** How many parts of one definition went. */
    private int settle(DefinitionKey key) {
        Set<Reference> stuck = new HashSet<>();
        int count = 0;
        Optional<Definition> now = after.find(key);
        while (now.isPresent()) {
            Definition present = now.get();
            Optional<Reference> next = named(present).stream()
                    .filter(reference -> !stuck.contains(reference))
                    .findFirst();
            if (next.isEmpty()) {
                return count;
            }
            if (letGo(present, next.get())) {
                count++;
                stuck.clear();
            } else {
                stuck.add(next.get());
            }
            now = after.find(key);
        }
        return count;
    }

    /** What {@code definition} names of what is gone; a text that speaks of it is read as it could be read before. */
    private Set<Reference> named(Definition definition) {
        return kinds.find(definition.key().kind()).stream()
                .flatMap(kind -> Stream.concat(
                        kind.references(definition, before).stream(), kind.references(definition, after).stream()))
                .filter(gone::includes)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean letGo(Definition present, Reference reference) {
        for (LoosePart part : kinds.get(present.key().kind()).loose()) {
            Optional<String> place = part.place(reference.path());
            if (place.isPresent() && place.get().isEmpty()) {
                take(present.key(), part, null);
                return true;
            }
            Optional<Definition> left =
                    place.flatMap(at -> part.letGo(present, at, gone)).filter(without -> isBetter(present, without));
            if (left.isPresent()) {
                take(present.key(), part, left.get());
                return true;
            }
        }
        return false;
    }

    private void take(DefinitionKey key, LoosePart part, @Nullable Definition left) {
        changed.add(key);
        parts.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(part.label());
        after = left == null ? after.with(List.of(), List.of(key)) : after.with(List.of(left), List.of());
    }

    private boolean isBetter(Definition present, Definition without) {
        List<String> worse = problems(without, after.with(List.of(without), List.of()));
        problems(present, after).forEach(worse::remove);
        return worse.isEmpty() && named(without).size() < named(present).size();
    }

    private List<String> problems(Definition definition, DefinitionSet all) {
        return new SetCheck(kinds)
                .checkOne(definition, before, all).stream()
                        .map(issue -> issue.message().code().code())
                        .collect(Collectors.toCollection(ArrayList::new));
    }
}
