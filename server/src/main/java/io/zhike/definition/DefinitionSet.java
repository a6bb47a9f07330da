package io.zhike.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All definitions of a workspace at one revision. Immutable, shared by all threads of a node. */
public final class DefinitionSet {
    private final long revision;
    private final NavigableMap<DefinitionKey, Definition> byKey;
    private final Map<Class<?>, View> views = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where two definitions have the same key */
    public DefinitionSet(long revision, Collection<Definition> definitions) {
        NavigableMap<DefinitionKey, Definition> map = new TreeMap<>();
        for (Definition definition : definitions) {
            if (map.put(definition.key(), definition) != null) {
                throw new IllegalArgumentException("two definitions " + definition.key());
            }
        }
        this.revision = revision;
        this.byKey = Collections.unmodifiableNavigableMap(map);
    }

    /** The revision these were published as; drafts laid over a revision keep its number. 0 before the first publish. */
    public long revision() {
        return revision;
    }

    public Optional<Definition> find(DefinitionKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** By a name that somebody sent; empty where no definition could be called so. */
    public Optional<Definition> find(String kind, String name) {
        return Optional.of(name).filter(DefinitionKey::isCode).flatMap(code -> find(new DefinitionKey(kind, code)));
    }

    /** @throws io.zhike.message.ProblemException where there is none */
    public Definition get(DefinitionKey key) {
        return find(key).orElseThrow(() -> DefinitionError.UNKNOWN_DEFINITION.problem(key.kind(), key.code()));
    }

    public boolean has(DefinitionKey key) {
        return byKey.containsKey(key);
    }

    /** All of that kind, ordered by code; empty where there are none. */
    public List<Definition> ofKind(String kind) {
        return byKey.values().stream()
                .filter(definition -> definition.key().kind().equals(kind))
                .toList();
    }

    /** All that belong to the app, the app itself included, ordered by kind and code. */
    public List<Definition> ofApp(String app) {
        return byKey.values().stream()
                .filter(definition -> app.equals(definition.app()))
                .toList();
    }

    /** All, ordered by kind and code. */
    public List<Definition> all() {
        return List.copyOf(byKey.values());
    }

    /**
     * Something derived from this set, made at the first call and kept as long as the set: the catalogue of entities, the
     * menu of an app. {@code make} runs once even where threads race, may use other views, and must be the same for every
     * call with the same {@code type}. Where it throws, nothing is kept.
     */
    public <T> T view(Class<T> type, Function<DefinitionSet, T> make) {
        return type.cast(views.computeIfAbsent(type, ignored -> new View()).get(() -> make.apply(this)));
    }

    /** This set with {@code put} added or replaced and {@code removed} left out. */
    public DefinitionSet with(Collection<Definition> put, Collection<DefinitionKey> removed) {
        Map<DefinitionKey, Definition> map = new TreeMap<>(byKey);
        map.keySet().removeAll(removed);
        put.forEach(definition -> map.put(definition.key(), definition));
        return new DefinitionSet(revision, map.values());
    }

    /** The same definitions under another number. */
    DefinitionSet as(long number) {
        return new DefinitionSet(number, byKey.values());
    }

    /** A place for one view. Its lock is its own, so that a view can ask for another while it is made. */
    private static final class View {
        private @Nullable Object made;

        synchronized Object get(Supplier<?> make) {
            Object present = made;
            if (present == null) {
                present = Objects.requireNonNull(make.get());
                made = present;
            }
            return present;
        }
    }
}
