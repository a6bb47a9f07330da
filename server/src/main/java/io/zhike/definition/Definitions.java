package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The definitions of the workspaces: what is published, what is drafted over it, and the way from one to the other. What
 * takes a {@link Caller} is for builders and refuses anybody else.
 */
@Component
public final class Definitions {
    private final Database database;
    private final DefinitionKinds kinds;
    private final Builders builders;
    private final PublishedSets sets;
    private final Drafts drafts;
    private final Publisher publisher;
    private final BuildGate gate;

    Definitions(
            Database database,
            DefinitionKinds kinds,
            Builders builders,
            PublishedSets sets,
            Drafts drafts,
            Publisher publisher) {
        this.database = database;
        this.kinds = kinds;
        this.builders = builders;
        this.sets = sets;
        this.drafts = drafts;
        this.publisher = publisher;
        this.gate = new BuildGate(kinds, builders);
    }

    /**
     * What is published, kept in memory: a publish on this node shows at once, one on another within two seconds. The same
     * object for the same revision, so that its views are made once.
     */
    public DefinitionSet published(Workspace workspace) {
        return sets.of(workspace);
    }

    /** What would be published if all drafts were: for builders only. Read anew each time. */
    public DefinitionSet drafted(Workspace workspace) {
        return Publisher.after(published(workspace), drafts(workspace));
    }

    /** As {@link #drafted(Workspace)}, for a builder: without drafts that this one is not shown, such as those of roles. */
    public DefinitionSet drafted(Caller caller) {
        builders.require(caller);
        return Publisher.after(published(caller.workspace()), gate.shown(caller, drafts(caller.workspace())));
    }

    /** What {@code caller} may do to definitions just now. */
    BuildScope scope(Caller caller) {
        return gate.scope(caller);
    }

    /** All drafts, by kind and code. */
    public List<Draft> drafts(Workspace workspace) {
        return database.read(ctx -> new DraftStore(workspace.schema()).all(ctx));
    }

    public Optional<Draft> draft(Workspace workspace, DefinitionKey key) {
        return database.read(ctx -> new DraftStore(workspace.schema()).find(ctx, key));
    }

    /**
     * Saves {@code document} as a draft; where it is what is published anyway, its draft goes.
     *
     * @param document may leave out {@code kind} and {@code code}
     * @param version that of the state it was made from; null lets it overwrite all but somebody else's draft
     * @throws io.zhike.message.ProblemException where the document breaks the schema of its kind, with all places; where
     *     somebody else has changed it, naming who
     */
    public DraftResult put(Caller caller, String kind, String code, ObjectNode document, @Nullable Long version) {
        builders.require(caller);
        Definition definition = drafts.put(caller, kind, code, document, version);
        return result(caller, definition.key());
    }

    /** Makes a draft that deletes, with what still refers to it as issues; a definition never published goes at once. */
    public DraftResult delete(Caller caller, DefinitionKey key, @Nullable Long version) {
        builders.require(caller);
        drafts.delete(caller, key, version);
        return result(caller, key);
    }

    /** Throws a draft away; what is published stays as it is. */
    public void discard(Caller caller, DefinitionKey key, @Nullable Long version) {
        builders.require(caller);
        drafts.discard(caller, key, version);
    }

    /** The version of a definition as it is now, draft or published; 0 where it was never there. */
    public long version(Workspace workspace, DefinitionKey key) {
        return draft(workspace, key)
                .map(Draft::version)
                .or(() -> stored(workspace, key).map(Published::version))
                .orElse(0L);
    }

    /** What keeps the drafts from being published as they stand, with paths such as {@code view/mine.columns[2]}. */
    public List<Issue> issues(Workspace workspace) {
        List<DefinitionKey> changed = drafts(workspace).stream().map(Draft::key).toList();
        return new SetCheck(kinds).check(published(workspace), drafted(workspace), changed);
    }

    /**
     * Publishes all drafts, all or nothing; without drafts nothing happens.
     *
     * @param dry only says what would be done
     * @param accepted the keys of the steps that may lose data
     */
    public PublishResult publish(Caller caller, boolean dry, Set<String> accepted) {
        return publish(caller, _ -> true, dry, accepted);
    }

    /** As {@link #publish(Caller, boolean, Set)}, the drafts of one app only; of all where {@code app} is null. */
    public PublishResult publish(Caller caller, @Nullable String app, boolean dry, Set<String> accepted) {
        return publish(caller, draft -> app == null || app.equals(draft.app()), dry, accepted);
    }

    /** As {@link #publish(Caller, boolean, Set)}, only the drafts that {@code which} holds for and that the caller builds. */
    PublishResult publish(Caller caller, Predicate<Draft> which, boolean dry, Set<String> accepted) {
        builders.require(caller);
        PublishOrder order = new PublishOrder(
                ctx -> allowed(ctx, caller).stream().filter(which).toList(), accepted, ctx -> {});
        return dry ? publisher.dry(caller.workspace(), order) : publisher.publish(caller, order);
    }

    private List<Draft> allowed(DSLContext ctx, Caller caller) {
        WorkspaceSchema schema = caller.workspace().schema();
        List<Draft> all = new DraftStore(schema).all(ctx);
        BuildScope scope = gate.scope(caller);
        if (scope.everything()) {
            return all;
        }
        DefinitionSet before = new DefinitionStore(schema).load(ctx);
        DefinitionSet after = Publisher.after(before, all);
        return all.stream()
                .filter(draft -> scope.mayPublish(draft, before, after))
                .toList();
    }

    /** The drafts that {@code which} holds for and that a publish of {@code caller} leaves as they are, by kind and code. */
    List<Draft> left(Caller caller, Predicate<Draft> which) {
        builders.require(caller);
        Set<DefinitionKey> allowed = database.read(ctx -> allowed(ctx, caller)).stream()
                .map(Draft::key)
                .collect(Collectors.toSet());
        return drafts(caller.workspace()).stream()
                .filter(which)
                .filter(draft -> !allowed.contains(draft.key()))
                .toList();
    }

    /**
     * Takes what drafts delete out of the definitions that still name it, as far as these can do without: as drafts.
     *
     * @param which the drafts whose deletions count
     * @param dry only says what would go
     */
    LettingGo.Outcome letGo(Caller caller, Predicate<Draft> which, boolean dry) {
        builders.require(caller);
        return drafts.letGo(caller, which, dry);
    }

    /** The newest first, at most {@code limit} of those below {@code below}. */
    public List<Revision> revisions(Workspace workspace, long below, int limit) {
        return database.read(ctx -> new RevisionStore(workspace.schema()).list(ctx, below, limit));
    }

    /** The numbers of the revisions that changed that definition, the newest first. */
    public List<Long> revisionsOf(Workspace workspace, DefinitionKey key) {
        return database.read(ctx -> new RevisionStore(workspace.schema()).of(ctx, key));
    }

    /**
     * All definitions as {@code revision} left them; revision 0 is the empty beginning.
     *
     * @throws io.zhike.message.ProblemException where there was no such revision
     */
    public DefinitionSet at(Workspace workspace, long revision) {
        DefinitionSet present = published(workspace);
        if (revision == present.revision()) {
            return present;
        }
        RevisionStore store = new RevisionStore(workspace.schema());
        return database.read(ctx -> {
            boolean known = revision == 0 || store.find(ctx, revision).isPresent();
            if (!known) {
                throw DefinitionError.UNKNOWN_REVISION.problem(revision, present.revision());
            }
            return store.at(ctx, revision);
        });
    }

    /** What differs between two revisions, seen from {@code before}. */
    public List<DefinitionChange> compare(Workspace workspace, long before, long after) {
        return new Comparison(kinds).compare(at(workspace, before), at(workspace, after));
    }

    /** What the drafts change. */
    public List<DefinitionChange> changes(Workspace workspace) {
        return new Comparison(kinds).compare(published(workspace), drafted(workspace));
    }

    /**
     * Makes drafts that bring everything back to {@code revision}, once they are published.
     *
     * @throws io.zhike.message.ProblemException where there are drafts already
     */
    public List<DefinitionChange> restore(Caller caller, long revision) {
        builders.requireAdmin(caller);
        DefinitionSet wanted = at(caller.workspace(), revision);
        return drafts.restore(caller, published(caller.workspace()), wanted);
    }

    /** Definitions that were deleted and can be had back by saving them again, by kind and code. */
    public List<Definition> trash(Workspace workspace) {
        return database.read(ctx -> new DefinitionStore(workspace.schema()).trash(ctx)).stream()
                .map(Published::definition)
                .toList();
    }

    /** The JSON Schema of a kind's documents. */
    public ObjectNode schema(String kind) {
        return kinds.schema(kind);
    }

    /** @throws io.zhike.message.ProblemException where {@code caller} builds nothing */
    public void requireBuilder(Caller caller) {
        builders.require(caller);
    }

    /**
     * The definition that {@code document} is, which {@code caller} might save as a draft right now, though nothing is saved.
     *
     * @throws io.zhike.message.ProblemException where it breaks the schema of its kind, or is not the caller's to build
     */
    public Definition savable(Caller caller, String kind, ObjectNode document) {
        builders.require(caller);
        Definition definition = drafts.checked(kind, document.path("code").asString("unnamed"), document);
        Workspace workspace = caller.workspace();
        List<Definition> states = new ArrayList<>();
        published(workspace).find(definition.key()).ifPresent(states::add);
        draft(workspace, definition.key()).map(Draft::definition).ifPresent(states::add);
        database.writing(ctx -> gate.require(ctx, caller, definition.key(), definition, states));
        return definition;
    }

    /** What is wrong with {@code definition} beyond its schema, as a part of {@code all}, which need not have it. */
    public List<Issue> issuesOf(Definition definition, DefinitionSet all) {
        return new SetCheck(kinds).checkOne(definition, all, all.with(List.of(definition), List.of()));
    }

    /** Whether {@code caller} may save the published definition of that key anew. */
    public boolean builds(Caller caller, DefinitionKey key) {
        DefinitionSet set = published(caller.workspace());
        return set.find(key)
                .filter(found -> gate.scope(caller).maySave(key, found, List.of(found), List.of(set)))
                .isPresent();
    }

    /** Where {@code document} breaks the schema of its kind; for documents that a module keeps elsewhere. */
    public List<Issue> checkShape(String kind, ObjectNode document) {
        return kinds.checkShape(kind, document);
    }

    /** What people call a kind. */
    public String kindName(String kind, Language language) {
        return kinds.get(kind).label().in(language);
    }

    private Optional<Published> stored(Workspace workspace, DefinitionKey key) {
        return database.read((DSLContext ctx) -> new DefinitionStore(workspace.schema()).find(ctx, key));
    }

    private DraftResult result(Caller caller, DefinitionKey key) {
        Workspace workspace = caller.workspace();
        List<Issue> issues = new SetCheck(kinds)
                .check(published(workspace), drafted(caller), List.of(key)).stream()
                        .map(issue -> inside(issue, key))
                        .toList();
        return new DraftResult(draft(workspace, key).orElse(null), version(workspace, key), issues);
    }

    /** Paths in the document itself lose its key; those in others keep theirs. */
    private static Issue inside(Issue issue, DefinitionKey key) {
        String prefix = key + ".";
        return issue.path().startsWith(prefix)
                ? new Issue(issue.path().substring(prefix.length()), issue.message())
                : issue;
    }
}
