package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those who build some apps to these, and to what they may read: an expression of theirs must not bring out, as a
 * default or through a condition, what is hidden from them.
 */
final class BuildGate {
    private static final String ENTITY = "entity";

    private final DefinitionKinds kinds;
    private final Builders builders;

    BuildGate(DefinitionKinds kinds, Builders builders) {
        this.kinds = kinds;
        this.builders = builders;
    }

    BuildScope scope(Caller caller) {
        return new BuildScope(kinds, builders.of(caller));
    }

    /** The drafts that {@code caller} is shown. */
    List<Draft> shown(Caller caller, List<Draft> drafts) {
        BuildScope scope = scope(caller);
        return drafts.stream().filter(draft -> scope.seesDrafts(draft.key())).toList();
    }

    /**
     * @param wanted null where {@code key} shall be deleted, or its draft discarded
     * @param states what is there of it, published, deleted or drafted
     * @throws io.zhike.message.ProblemException where {@code caller} may not save that
     */
    void require(
            DSLContext ctx, Caller caller, DefinitionKey key, @Nullable Definition wanted, List<Definition> states) {
        BuildScope scope = scope(caller);
        if (scope.everything()) {
            return;
        }
        WorkspaceSchema schema = caller.workspace().schema();
        DefinitionSet before = new DefinitionStore(schema).load(ctx);
        DefinitionSet after = Publisher.after(before, new DraftStore(schema).all(ctx));
        List<Definition> all = new ArrayList<>(states);
        if (wanted != null) {
            all.add(wanted);
        }
        if (!scope.maySave(key, wanted, all, List.of(before, after))) {
            throw notYours(key, all);
        }
        if (wanted != null && kinds.get(key.kind()).bringsOut()) {
            requireReadable(caller, wanted, states, before, after.with(List.of(wanted), List.of()));
        }
    }

    static io.zhike.message.ProblemException notYours(DefinitionKey key, List<Definition> states) {
        String app = states.stream()
                .map(Definition::app)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return DefinitionError.NOT_YOURS_TO_BUILD.problem(key.kind(), key.code(), app.isEmpty() ? "-" : app);
    }

    /** What was named before may stay; what is new must be readable where there are records of it already. */
    private void requireReadable(
            Caller caller, Definition wanted, List<Definition> states, DefinitionSet before, DefinitionSet after) {
        DefinitionKind kind = kinds.get(wanted.key().kind());
        Set<Place> known = states.stream()
                .flatMap(state ->
                        Stream.concat(kind.references(state, before).stream(), kind.references(state, after).stream()))
                .map(Place::of)
                .collect(Collectors.toCollection(HashSet::new));
        List<Issue> issues = kind.references(wanted, after).stream()
                .filter(reference -> reference.to().kind().equals(ENTITY) && before.has(reference.to()))
                .filter(reference -> !known.contains(Place.of(reference)))
                .flatMap(reference -> hidden(caller, reference).stream())
                .toList();
        if (!issues.isEmpty()) {
            throw DefinitionError.NOT_YOURS_TO_READ.problem(issues, issues.size());
        }
    }

    private Optional<Issue> hidden(Caller caller, Reference reference) {
        String entity = reference.to().code();
        return Optional.ofNullable(reference.element())
                .filter(field -> !builders.reads(caller, entity, field))
                .map(field -> Issue.at(reference.path(), DefinitionIssue.HIDDEN_FROM_BUILDER, entity + "." + field));
    }

    /** What a reference points to, wherever it stands. */
    private record Place(DefinitionKey to, @Nullable String element) {
        static Place of(Reference reference) {
            return new Place(reference.to(), reference.element());
        }
    }
}
