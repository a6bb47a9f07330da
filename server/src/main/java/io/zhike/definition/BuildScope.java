package io.zhike.definition;

import io.zhike.workspace.Builds;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may do to definitions. */
final class BuildScope {
    private final DefinitionKinds kinds;
    private final Builds builds;

    BuildScope(DefinitionKinds kinds, Builds builds) {
        this.kinds = kinds;
        this.builds = builds;
    }

    /** Whether all of it, whatever the kind. */
    boolean everything() {
        return builds.administers();
    }

    /** Whether drafts of {@code key} are shown; what is published is shown to whoever builds anything. */
    boolean seesDrafts(DefinitionKey key) {
        return everything()
                || kinds.find(key.kind())
                        .filter(kind -> kind.builtBy() != BuiltBy.ADMINISTRATORS)
                        .isPresent();
    }

    /** Whether {@code draft} may be published over {@code before}, with {@code after} as what all drafts make of it. */
    boolean mayPublish(Draft draft, DefinitionSet before, DefinitionSet after) {
        List<Definition> states = Stream.of(Optional.ofNullable(draft.definition()), before.find(draft.key()))
                .flatMap(Optional::stream)
                .toList();
        return maySave(draft.key(), draft.definition(), states, List.of(before, after));
    }

    /**
     * Whether {@code key} may be saved as {@code wanted}.
     *
     * @param wanted null where it shall be deleted
     * @param states what it was and shall be, so that nothing is moved out of an app of others or into one
     * @param sets where the definitions that it is a part of are looked up
     */
    boolean maySave(
            DefinitionKey key,
            @Nullable Definition wanted,
            Collection<Definition> states,
            Collection<DefinitionSet> sets) {
        if (everything()) {
            return true;
        }
        Optional<DefinitionKind> kind = kinds.find(key.kind());
        boolean ours = kind.isPresent()
                && switch (kind.get().builtBy()) {
                    case BUILDERS -> true;
                    case BUILDERS_WHERE_PRESENT ->
                        wanted != null && sets.stream().allMatch(set -> set.has(key));
                    case ADMINISTRATORS -> false;
                };
        return ours
                && states.stream().allMatch(this::inOurApps)
                && states.stream()
                        .flatMap(state -> kind.orElseThrow().partOf(state).stream())
                        .flatMap(whole ->
                                sets.stream().map(set -> set.find(whole).orElse(null)))
                        .filter(Objects::nonNull)
                        .allMatch(this::inOurApps);
    }

    private boolean inOurApps(Definition definition) {
        String app = definition.app();
        return app == null ? builds.every() : builds.app(app);
    }
}
