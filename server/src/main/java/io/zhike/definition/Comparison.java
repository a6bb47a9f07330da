package io.zhike.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The difference of two sets of definitions, definition by definition and element by element. */
final class Comparison {
    private final DefinitionKinds kinds;

    Comparison(DefinitionKinds kinds) {
        this.kinds = kinds;
    }

    /** What has to be done to get from {@code before} to {@code after}, by kind and code; empty where they are the same. */
    List<DefinitionChange> compare(DefinitionSet before, DefinitionSet after) {
        Set<DefinitionKey> keys = new TreeSet<>();
        before.all().forEach(definition -> keys.add(definition.key()));
        after.all().forEach(definition -> keys.add(definition.key()));
        List<DefinitionChange> changes = new ArrayList<>();
        for (DefinitionKey key : keys) {
            compare(before.find(key), after.find(key)).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<DefinitionChange> compare(Optional<Definition> before, Optional<Definition> after) {
        if (before.isEmpty()) {
            return after.map(added -> whole(added, DefinitionChange.How.ADDED));
        }
        if (after.isEmpty()) {
            return before.map(removed -> whole(removed, DefinitionChange.How.REMOVED));
        }
        if (before.get().says(after.get())) {
            return Optional.empty();
        }
        List<ElementChange> elements =
                new DocumentDiff(elements(before.get()), elements(after.get())).diff(before.get(), after.get());
        Definition now = after.get();
        return Optional.of(new DefinitionChange(now.key(), DefinitionChange.How.CHANGED, now.label(), elements));
    }

    private static DefinitionChange whole(Definition definition, DefinitionChange.How how) {
        return new DefinitionChange(definition.key(), how, definition.label(), List.of());
    }

    private List<Element> elements(Definition definition) {
        return kinds.find(definition.key().kind())
                .map(kind -> kind.elements(definition))
                .orElse(List.of());
    }
}
