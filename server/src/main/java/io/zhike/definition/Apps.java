package io.zhike.definition;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The apps of a workspace: installing, beginning blank, giving away as a package, sample data. */
@Component
public final class Apps {
    private final Database database;
    private final DefinitionKinds kinds;
    private final Builders builders;
    private final Publisher publisher;
    private final PublishedSets sets;
    private final Members members;
    private final ObjectProvider<SampleLoader> samples;
    private final Clock clock;

    Apps(
            Database database,
            DefinitionKinds kinds,
            Builders builders,
            Publisher publisher,
            PublishedSets sets,
            Members members,
            ObjectProvider<SampleLoader> samples,
            Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.builders = builders;
        this.publisher = publisher;
        this.sets = sets;
        this.members = members;
        this.samples = samples;
        this.clock = clock;
    }

    /** Whether the app is published in the workspace. */
    public boolean isInstalled(Workspace workspace, String app) {
        return sets.of(workspace).has(new DefinitionKey(AppKind.KIND, app));
    }

    /** How the apps came in, by code; also of apps that are deleted since. */
    public List<Installation> installations(Workspace workspace) {
        return database.read(ctx -> new InstallationStore(workspace.schema()).all(ctx));
    }

    /**
     * Installs and publishes an app, all or nothing; drafts of others stay drafts. Where loading the sample data fails, the
     * app is installed without.
     *
     * @param template the code of the template that {@code content} is; null for a package from elsewhere
     * @throws io.zhike.message.ProblemException where a code is taken, or a definition is wrong
     */
    public PublishResult install(Caller caller, AppPackage content, @Nullable String template, boolean sample) {
        builders.requireAdmin(caller);
        refuseWrongShapes(content);
        if (sample && !content.samples().isEmpty() && samples.getIfAvailable() == null) {
            throw DefinitionError.NO_SAMPLES.problem();
        }
        PublishResult result = publish(caller, content, template);
        if (sample && !content.samples().isEmpty()) {
            loadSample(caller, content);
        }
        return result;
    }

    /**
     * Begins an app with nothing in it.
     *
     * @param code null makes one from the label
     * @return the code of the app
     */
    public String begin(Caller caller, Label label, @Nullable String code) {
        AppPackage blank = blank(caller.workspace(), label, code);
        install(caller, blank, null, false);
        return blank.code();
    }

    /**
     * Begins an app that is like another, under codes of its own and without its records.
     *
     * @return the code of the app
     */
    public String copy(Caller caller, String app, Label label) {
        AppPackage original = content(caller, app);
        DefinitionSet present = sets.of(caller.workspace());
        Set<DefinitionKey> drafted = database
                .read(ctx -> new DraftStore(caller.workspace().schema()).all(ctx))
                .stream()
                .map(Draft::key)
                .collect(Collectors.toSet());
        AppPackage copy = AppCopy.of(kinds, present, original, label, key -> present.has(key) || drafted.contains(key));
        install(caller, copy, null, false);
        return copy.code();
    }

    private AppPackage blank(Workspace workspace, Label label, @Nullable String code) {
        Set<String> taken = sets.of(workspace).ofKind(AppKind.KIND).stream()
                .map(app -> app.key().code())
                .collect(Collectors.toSet());
        String chosen = code == null ? AppCode.from(label.in(Language.EN), taken) : code;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", AppKind.KIND).put("code", chosen).put("app", chosen);
        body.set("label", JsonMapper.shared().valueToTree(label));
        List<Issue> issues = kinds.checkShape(AppKind.KIND, body);
        if (!issues.isEmpty()) {
            throw DefinitionError.INVALID_DEFINITION.problem(issues, AppKind.KIND, chosen, issues.size());
        }
        return new AppPackage(Definition.of(body), List.of(), List.of());
    }

    /** The published app as a package, without records, for somebody to take away. */
    public AppPackage export(Caller caller, String app) {
        AppPackage content = content(caller, app);
        database.writing(ctx -> tell(ctx, caller.workspace(), DefinitionAction.APP_EXPORTED, content.app(), null));
        return content;
    }

    private AppPackage content(Caller caller, String app) {
        builders.requireAdmin(caller);
        DefinitionSet present = sets.of(caller.workspace());
        DefinitionKey key = new DefinitionKey(AppKind.KIND, checkedCode(app));
        Definition definition = present.find(key).orElseThrow(() -> DefinitionError.UNKNOWN_APP.problem(app));
        List<Definition> others = present.ofApp(app).stream()
                .filter(each -> !each.key().equals(key))
                .toList();
        return new AppPackage(definition, others, List.of());
    }

    /** Takes away the sample data of an app. */
    public void removeSample(Caller caller, String app) {
        builders.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        UUID batch = installations(workspace).stream()
                .filter(installation -> installation.app().equals(app))
                .map(Installation::sampleBatch)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> DefinitionError.NO_SAMPLE_LOADED.problem(app));
        samples.getObject().remove(caller, batch);
        Definition removed = sets.of(workspace).get(new DefinitionKey(AppKind.KIND, app));
        database.writing(ctx -> {
            new InstallationStore(workspace.schema()).setSampleBatch(ctx, app, null);
            tell(ctx, workspace, DefinitionAction.SAMPLE_REMOVED, removed, null);
        });
    }

    private static String checkedCode(String app) {
        if (!DefinitionKey.isCode(app)) {
            throw DefinitionError.UNKNOWN_APP.problem(app);
        }
        return app;
    }

    private void refuseWrongShapes(AppPackage content) {
        List<Issue> issues = new ArrayList<>();
        for (Definition definition : content.all()) {
            kinds.checkShape(definition.key().kind(), definition.body()).stream()
                    .map(issue -> issue.under(definition.key().toString()))
                    .forEach(issues::add);
        }
        if (!issues.isEmpty()) {
            throw DefinitionError.BAD_PACKAGE.problem(issues, issues.getFirst().message());
        }
    }

    private PublishResult publish(Caller caller, AppPackage content, @Nullable String template) {
        Workspace workspace = caller.workspace();
        Instant now = clock.instant();
        long version = database.write(ctx -> new DraftStore(workspace.schema()).nextVersion(ctx));
        InstallationStore installations = new InstallationStore(workspace.schema());
        String packageVersion = content.app().get("version").stringValue(null);
        Installation installation =
                new Installation(content.code(), template, packageVersion, now, caller.member(), null);
        PublishOrder order = new PublishOrder(
                ctx -> {
                    refuseTaken(ctx, workspace, content);
                    return content.all().stream()
                            .map(each -> new Draft(each.key(), each, each.app(), 0, version, caller.member(), now))
                            .toList();
                },
                Set.of(),
                ctx -> {
                    installations.put(ctx, installation);
                    installations.putBase(ctx, content.code(), content.all());
                    tell(ctx, workspace, DefinitionAction.APP_INSTALLED, content.app(), template);
                });
        return publisher.publish(caller, order);
    }

    private void tell(
            DSLContext ctx, Workspace workspace, DefinitionAction action, Definition app, @Nullable String template) {
        AuditEntry entry = AuditEntry.of(
                        action, AppKind.KIND, app.key().code(), app.label().in(workspace.language()))
                .with(AuditWord.TEMPLATE, template);
        AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
    }

    private static void refuseTaken(DSLContext ctx, Workspace workspace, AppPackage content) {
        DefinitionSet present = new DefinitionStore(workspace.schema()).load(ctx);
        if (present.has(content.app().key())) {
            throw DefinitionError.APP_EXISTS.problem(content.code());
        }
        Set<DefinitionKey> drafted = new DraftStore(workspace.schema())
                .all(ctx).stream().map(Draft::key).collect(Collectors.toSet());
        List<String> taken = content.all().stream()
                .map(Definition::key)
                .filter(key -> present.has(key) || drafted.contains(key))
                .map(DefinitionKey::toString)
                .toList();
        if (!taken.isEmpty()) {
            throw DefinitionError.CODE_TAKEN.problem(taken.size(), String.join(", ", taken));
        }
    }

    private void loadSample(Caller caller, AppPackage content) {
        Workspace workspace = caller.workspace();
        LocalDate today = LocalDate.ofInstant(clock.instant(), workspace.zone());
        List<SampleTable> tables = SampleOrder.of(kinds, sets.of(workspace), content.samples()).stream()
                .map(table -> SampleFile.on(today, table))
                .toList();
        UUID batch = samples.getObject().load(caller, tables, owner(caller));
        database.writing(ctx -> new InstallationStore(workspace.schema()).setSampleBatch(ctx, content.code(), batch));
    }

    /** Whoever installs; the first administrator where the system does. */
    private @Nullable UUID owner(Caller caller) {
        return caller.member() != null
                ? caller.member()
                : members.active(caller.workspace()).stream()
                        .filter(Member::admin)
                        .map(Member::id)
                        .findFirst()
                        .orElse(null);
    }
}
