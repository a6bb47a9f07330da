package io.zhike.definition;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Saving, deleting and discarding drafts, so that nobody overwrites what somebody else has done. */
final class Drafts {
    private final Database database;
    private final DefinitionKinds kinds;
    private final Builders builders;
    private final BuildGate gate;
    private final Clock clock;

    Drafts(Database database, DefinitionKinds kinds, Builders builders, Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.builders = builders;
        this.gate = new BuildGate(kinds, builders);
        this.clock = clock;
    }

    /** Saves {@code document} as a draft; {@code version} is that of the state it was made from, null where not known. */
    Definition put(Caller caller, String kind, String code, ObjectNode document, @Nullable Long version) {
        Definition definition = checked(kind, code, document);
        database.writing(ctx -> save(ctx, caller, definition.key(), definition, version));
        return definition;
    }

    /** Makes a draft that deletes; where the definition was never published, its draft goes. */
    void delete(Caller caller, DefinitionKey key, @Nullable Long version) {
        database.writing(ctx -> save(ctx, caller, key, null, version));
    }

    /** Throws a draft away. */
    void discard(Caller caller, DefinitionKey key, @Nullable Long version) {
        database.writing(ctx -> {
            DraftStore drafts = new DraftStore(caller.workspace().schema());
            drafts.nextVersion(ctx);
            State state = state(ctx, caller.workspace(), key);
            gate.require(ctx, caller, key, state.wanted(), state.definitions());
            if (state.draft == null) {
                throw DefinitionError.UNKNOWN_DRAFT.problem(key.kind(), key.code());
            }
            refuseIfChanged(ctx, caller, key, state, version);
            drafts.delete(ctx, key);
        });
    }

    /**
     * Makes drafts that lead from {@code present} to {@code wanted}.
     *
     * @throws io.zhike.message.ProblemException where there are drafts already
     */
    List<DefinitionChange> restore(Caller caller, DefinitionSet present, DefinitionSet wanted) {
        List<DefinitionChange> changes = new Comparison(kinds).compare(present, wanted);
        database.writing(ctx -> {
            refuseIfAny(ctx, caller.workspace());
            for (DefinitionChange change : changes) {
                Definition definition = wanted.find(change.key()).orElse(null);
                save(ctx, caller, change.key(), definition, null);
            }
            AuditEntry entry = AuditEntry.of(
                            DefinitionAction.REVISION_RESTORED,
                            "revision",
                            wanted.revision(),
                            Long.toString(wanted.revision()))
                    .with(AuditWord.REVISION, wanted.revision());
            AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry);
        });
        return changes;
    }

    /**
     * Takes what the drafts that {@code which} holds for delete out of all that still names it, as drafts over whatever
     * drafts there are; see {@link LettingGo}.
     *
     * @param dry only says what would go
     */
    LettingGo.Outcome letGo(Caller caller, Predicate<Draft> which, boolean dry) {
        WorkspaceSchema schema = caller.workspace().schema();
        Function<DSLContext, LettingGo.Outcome> work = ctx -> {
            DefinitionSet before = new DefinitionStore(schema).load(ctx);
            List<Draft> all = gate.shown(caller, new DraftStore(schema).all(ctx));
            BuildScope scope = gate.scope(caller);
            DefinitionSet after = Publisher.after(before, all);
            List<DefinitionKey> changed =
                    all.stream().filter(which).map(Draft::key).toList();
            return LettingGo.of(kinds, before, after, changed, each -> mayChange(scope, each, before, after));
        };
        return dry
                ? database.read(work::apply)
                : database.write(ctx -> {
                    new DraftStore(schema).nextVersion(ctx);
                    LettingGo.Outcome outcome = work.apply(ctx);
                    for (LettingGo.Released released : outcome.released()) {
                        DefinitionKey key = released.was().key();
                        long version = state(ctx, caller.workspace(), key).version();
                        save(ctx, caller, key, released.now(), version);
                    }
                    return outcome;
                });
    }

    private static boolean mayChange(BuildScope scope, DefinitionKey key, DefinitionSet before, DefinitionSet after) {
        List<Definition> states = Stream.of(before.find(key), after.find(key))
                .flatMap(Optional::stream)
                .toList();
        return scope.maySave(key, after.find(key).orElse(null), states, List.of(before, after));
    }

    private static void refuseIfAny(DSLContext ctx, Workspace workspace) {
        List<Draft> drafts = new DraftStore(workspace.schema()).all(ctx);
        if (!drafts.isEmpty()) {
            List<String> names =
                    drafts.stream().map(draft -> draft.key().toString()).toList();
            throw DefinitionError.DRAFTS_IN_THE_WAY.problem(names.size(), String.join(", ", names));
        }
    }

    /** {@code document} with its address filled in, if it has the shape of its kind. */
    Definition checked(String kind, String code, ObjectNode document) {
        ObjectNode body = document.deepCopy();
        if (!agrees(body, "kind", kind) || !agrees(body, "code", code)) {
            throw DefinitionError.NOT_A_DOCUMENT.problem(kind, code);
        }
        List<Issue> issues = kinds.checkShape(kind, body);
        if (!issues.isEmpty()) {
            throw DefinitionError.INVALID_DEFINITION.problem(issues, kind, code, issues.size());
        }
        return Definition.of(body);
    }

    private static boolean agrees(ObjectNode body, String property, String value) {
        if (!body.has(property)) {
            body.put(property, value);
        }
        return value.equals(body.path(property).stringValue(null));
    }

    private void save(
            DSLContext ctx, Caller caller, DefinitionKey key, @Nullable Definition wanted, @Nullable Long version) {
        DraftStore drafts = new DraftStore(caller.workspace().schema());
        long next = drafts.nextVersion(ctx);
        State state = state(ctx, caller.workspace(), key);
        gate.require(ctx, caller, key, wanted, state.definitions());
        refuseIfChanged(ctx, caller, key, state, version);
        if (wanted == null && state.isNowhere()) {
            throw DefinitionError.UNKNOWN_DEFINITION.problem(key.kind(), key.code());
        }
        if (state.isPublishedAs(wanted)) {
            drafts.delete(ctx, key);
            return;
        }
        Instant now = clock.instant();
        long base = state.draft != null ? state.draft.base() : state.revision;
        drafts.put(ctx, new Draft(key, wanted, state.app(wanted), base, next, caller.member(), now));
    }

    /** The state of one definition; the lock on the last version keeps it so until the transaction ends. */
    private static State state(DSLContext ctx, Workspace workspace, DefinitionKey key) {
        DefinitionStore store = new DefinitionStore(workspace.schema());
        return new State(
                new DraftStore(workspace.schema()).find(ctx, key).orElse(null),
                store.find(ctx, key).orElse(null),
                store.revision(ctx));
    }

    /** With a version, that one must be the present one. Without, nobody else's draft may be there. */
    private void refuseIfChanged(
            DSLContext ctx, Caller caller, DefinitionKey key, State state, @Nullable Long version) {
        boolean conflict = version != null
                ? version != state.version()
                : state.draft != null && !Objects.equals(state.draft.changedBy(), caller.member());
        if (conflict) {
            throw DefinitionError.DRAFT_CONFLICT.problem(key, who(ctx, caller, state), when(ctx, caller, state));
        }
    }

    private Label who(DSLContext ctx, Caller caller, State state) {
        UUID member = state.draft != null
                ? state.draft.changedBy()
                : publish(ctx, caller, state).map(Revision::publishedBy).orElse(null);
        return builders.nameOf(caller.workspace(), member);
    }

    private String when(DSLContext ctx, Caller caller, State state) {
        Instant at = state.draft != null
                ? state.draft.changedAt()
                : publish(ctx, caller, state).map(Revision::publishedAt).orElseGet(clock::instant);
        return Times.shown(at, caller.workspace().zone());
    }

    /** The publish that made the present state; the last one where the definition is nowhere. */
    private static Optional<Revision> publish(DSLContext ctx, Caller caller, State state) {
        long number = state.published == null ? state.revision : state.published.revision();
        return new RevisionStore(caller.workspace().schema()).find(ctx, number);
    }

    /**
     * @param published may lie in the trash
     * @param revision the present one
     */
    private record State(@Nullable Draft draft, @Nullable Published published, long revision) {

        /** The draft's document; null where there is none. */
        @Nullable
        Definition wanted() {
            return draft == null ? null : draft.definition();
        }

        List<Definition> definitions() {
            return Stream.of(
                            Optional.ofNullable(wanted()),
                            Optional.ofNullable(published).map(Published::definition))
                    .flatMap(Optional::stream)
                    .toList();
        }

        long version() {
            if (draft != null) {
                return draft.version();
            }
            return published == null ? 0 : published.version();
        }

        boolean isNowhere() {
            return draft == null && (published == null || published.deletedAt() != null);
        }

        boolean isPublishedAs(@Nullable Definition wanted) {
            boolean there = published != null && published.deletedAt() == null;
            if (wanted == null || !there) {
                return wanted == null && !there;
            }
            return published != null && published.definition().says(wanted);
        }

        @Nullable
        String app(@Nullable Definition wanted) {
            if (wanted != null) {
                return wanted.app();
            }
            return published == null ? null : published.definition().app();
        }
    }
}
