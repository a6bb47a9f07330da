package io.zhike.definition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a set of definitions had and another has no more: definitions, and elements of those that are left. */
public final class Gone {
    private final DefinitionKinds kinds;
    private final DefinitionSet before;
    private final Set<DefinitionKey> definitions = new HashSet<>();
    private final Set<Part> elements = new HashSet<>();

    private record Part(DefinitionKey of, String code) {}

    private Gone(DefinitionKinds kinds, DefinitionSet before) {
        this.kinds = kinds;
        this.before = before;
    }

    /** @param changed where the two sets are compared */
    static Gone between(
            DefinitionKinds kinds, DefinitionSet before, DefinitionSet after, Collection<DefinitionKey> changed) {
        Gone gone = new Gone(kinds, before);
        changed.stream().flatMap(key -> before.find(key).stream()).forEach(old -> gone.compare(old, after));
        return gone;
    }

    private void compare(Definition old, DefinitionSet after) {
        after.find(old.key())
                .ifPresentOrElse(
                        now -> {
                            if (!now.says(old)) {
                                elements.addAll(parts(old));
                                elements.removeAll(parts(now));
                            }
                        },
                        () -> definitions.add(old.key()));
    }

    private List<Part> parts(Definition definition) {
        return kinds.find(definition.key().kind()).map(kind -> kind.elements(definition)).orElse(List.of()).stream()
                .map(element -> new Part(definition.key(), element.code()))
                .toList();
    }

    /** All as it was when nothing was gone. */
    public DefinitionSet before() {
        return before;
    }

    /** Whether what {@code reference} leads to was there and is no more. */
    public boolean includes(Reference reference) {
        String element = reference.element();
        return definitions.contains(reference.to())
                || element != null && elements.contains(new Part(reference.to(), element));
    }

    boolean nothing() {
        return definitions.isEmpty() && elements.isEmpty();
    }
}
