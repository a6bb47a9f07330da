package io.zhike.record.transfer;

import io.zhike.access.Access;
import io.zhike.access.EntityGrant;
import io.zhike.access.RowScope;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.message.Issue;
import io.zhike.record.RecordError;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordVerb;
import io.zhike.record.file.FileError;
import io.zhike.record.file.FileTable;
import io.zhike.sheet.Header;
import io.zhike.sheet.SheetFile;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.JobKey;
import io.zhike.store.Jobs;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Imports as people see them: begun, watched, paused, resumed, cancelled, undone. Everybody sees their own, admins all. */
@Service
class Imports {
    private static final int RECENT = 100;

    private final Database database;
    private final Clock clock;
    private final Jobs jobs;
    private final Definitions definitions;
    private final Access access;
    private final Members members;
    private final ImportStore store;
    private final RecordFinder finder;

    Imports(
            Database database,
            Clock clock,
            Jobs jobs,
            Definitions definitions,
            Access access,
            Members members,
            ImportStore store,
            RecordFinder finder) {
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        this.definitions = definitions;
        this.access = access;
        this.members = members;
        this.store = store;
        this.finder = finder;
    }

    /**
     * Begins an import; it runs in the background with the caller's rights.
     *
     * @param file the open file, to check the plan against its columns
     */
    ImportStatus begin(Caller caller, ImportPlan plan, SheetFile file, Header header) {
        check(caller, plan, header);
        UUID id = Ids.at(clock.instant());
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        OptionalLong total = file.sheets().stream()
                .filter(sheet -> sheet.name().equals(plan.sheet()))
                .findFirst()
                .filter(sheet -> sheet.estimatedRows().isPresent())
                .map(sheet ->
                        OptionalLong.of(header.dataRowsOf(sheet.estimatedRows().getAsLong())))
                .orElse(OptionalLong.empty());
        database.writing(ctx -> {
            // Locked, so that it is not removed as one that nobody uses while it is about to be used.
            if (FileTable.lock(ctx, caller.workspace().schema(), List.of(plan.file()))
                    .isEmpty()) {
                throw FileError.FILE_NOT_FOUND.problem(plan.file());
            }
            store.add(ctx, caller, id, plan, total);
            ImportAudit.of(ctx, caller, clock.instant()).begun(id, plan, catalog);
            schedule(ctx, caller, ImportRunner.KIND, id);
        });
        return get(caller, id);
    }

    /** A job of its own each time: the last one may still be on its way out, and would leave this one with nothing to do. */
    private void schedule(DSLContext ctx, Caller caller, String kind, UUID id) {
        UUID workspace = caller.workspace().id();
        Object payload = kind.equals(ImportUndo.KIND)
                ? new ImportUndo.Asked(workspace, id, caller.member())
                : new ImportRunner.Payload(workspace, id);
        jobs.schedule(ctx, new JobKey(kind, id + "/" + Ids.at(clock.instant())), payload, clock.instant());
    }

    /** @throws io.zhike.message.ProblemException where there is no such entity, or the caller does not see it */
    EntityDefinition entity(Caller caller, String code) {
        return EntityCatalog.of(definitions.published(caller.workspace()))
                .find(code)
                .filter(_ -> access.of(caller).on(code).visible())
                .orElseThrow(() -> RecordError.UNKNOWN_ENTITY.problem(code));
    }

    /** Where the columns go by their names, among the fields that the caller may set. */
    Map<String, ColumnTarget> guess(Caller caller, EntityDefinition entity, Header header) {
        return AutoMapping.of(
                header, entity, access.of(caller).on(entity.code()).writable());
    }

    private void check(Caller caller, ImportPlan plan, Header header) {
        EntityDefinition entity = entity(caller, plan.entity());
        EntityGrant grant = access.of(caller).on(plan.entity());
        if (!grant.mayImport()) {
            throw ImportError.IMPORT_FORBIDDEN.problem(entity.label());
        }
        List<Issue> issues = new ArrayList<>(columnIssues(plan, header, entity, grant));
        issues.addAll(lookupIssues(caller, plan, entity));
        issues.addAll(matchIssues(plan, entity, grant));
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }

    private static List<Issue> columnIssues(
            ImportPlan plan, Header header, EntityDefinition entity, EntityGrant grant) {
        List<Issue> issues = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        if (plan.mapping().isEmpty()) {
            issues.add(Issue.at("mapping", ImportError.NOTHING_MAPPED));
        }
        for (Map.Entry<String, ColumnTarget> column : plan.mapping().entrySet()) {
            String path = "mapping." + column.getKey();
            String field = column.getValue().field();
            if (!header.columns().contains(column.getKey())) {
                issues.add(Issue.at(
                        path, ImportError.UNKNOWN_COLUMN, column.getKey(), String.join(", ", header.columns())));
            }
            boolean writable =
                    entity.field(field).filter(found -> found.writable()).isPresent()
                            && grant.writable().contains(field);
            if (!writable) {
                issues.add(Issue.at(path, ImportError.UNKNOWN_TARGET, entity.label(), field));
            } else if (!fields.add(field)) {
                issues.add(Issue.at(path, ImportError.FIELD_TWICE, field));
            }
        }
        return issues;
    }

    /** Records are looked up only by fields that the caller may read; others are as if they were not there. */
    private List<Issue> lookupIssues(Caller caller, ImportPlan plan, EntityDefinition entity) {
        List<Issue> issues = new ArrayList<>();
        plan.mapping().forEach((column, target) -> {
            Optional<Field> field = entity.field(target.field());
            if (field.isPresent() && target.by().isPresent()) {
                boolean findable = Lookups.targetOf(field.get())
                        .filter(records ->
                                finder.finds(caller, records, target.by().get()))
                        .isPresent();
                if (!findable) {
                    issues.add(Issue.at(
                            "mapping." + column,
                            ImportError.UNKNOWN_LOOKUP,
                            field.get().label(),
                            target.by().get()));
                }
            }
        });
        return issues;
    }

    private static List<Issue> matchIssues(ImportPlan plan, EntityDefinition entity, EntityGrant grant) {
        List<Issue> issues = new ArrayList<>();
        if (plan.mode() != ImportMode.CREATE && plan.match().isEmpty()) {
            issues.add(Issue.at("match", ImportError.MATCH_NEEDED));
        }
        Set<String> mapped = new HashSet<>();
        plan.mapping().values().forEach(target -> mapped.add(target.field()));
        for (String field : plan.match()) {
            if (!mapped.contains(field)) {
                issues.add(Issue.at("match", ImportError.MATCH_NOT_MAPPED, field));
            } else if (!grant.readable().contains(field)) {
                issues.add(Issue.at("match", ImportError.MATCH_HIDDEN, field));
            } else if (entity.field(field)
                    .filter(found -> !RecordFinder.isKey(found))
                    .isPresent()) {
                issues.add(Issue.at("match", ImportError.MATCH_NOT_A_KEY, field));
            }
        }
        return issues;
    }

    /** @throws io.zhike.message.ProblemException where there is none, or it is somebody else's */
    ImportStatus get(Caller caller, UUID id) {
        return store.find(caller.workspace().schema(), id)
                .filter(status -> sees(caller, status))
                .orElseThrow(() -> ImportError.IMPORT_NOT_FOUND.problem(id));
    }

    private boolean sees(Caller caller, ImportStatus status) {
        return caller.isSystem()
                || Optional.ofNullable(status.actor()).equals(Optional.ofNullable(caller.member()))
                || members.isAdmin(caller);
    }

    /** The newest first. */
    List<ImportStatus> recent(Caller caller) {
        boolean all = caller.isSystem() || members.isAdmin(caller);
        return store.recent(caller.workspace().schema(), all ? null : caller.member(), RECENT);
    }

    ImportStatus pause(Caller caller, UUID id) {
        return move(caller, id, List.of(ImportState.QUEUED, ImportState.RUNNING), ImportState.PAUSED, Optional.empty());
    }

    ImportStatus cancel(Caller caller, UUID id) {
        return move(
                caller,
                id,
                List.of(ImportState.QUEUED, ImportState.RUNNING, ImportState.PAUSED),
                ImportState.CANCELLED,
                Optional.empty());
    }

    /** Goes on from the first row that is not done; after a failure too. */
    ImportStatus resume(Caller caller, UUID id) {
        return move(
                caller,
                id,
                List.of(ImportState.PAUSED, ImportState.FAILED),
                ImportState.QUEUED,
                Optional.of(ImportRunner.KIND));
    }

    /**
     * Takes back all that the import did, in the background and with the caller's rights; records that were changed since, or
     * that the caller may not change any more, stay as they are and are counted.
     */
    ImportStatus undo(Caller caller, UUID id) {
        checkUndo(caller, get(caller, id));
        return move(
                caller,
                id,
                List.of(ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED, ImportState.UNDO_FAILED),
                ImportState.UNDOING,
                Optional.of(ImportUndo.KIND));
    }

    /** What cannot even begin is refused at once, not in the background. */
    private void checkUndo(Caller caller, ImportStatus status) {
        EntityDefinition entity = entity(caller, status.plan().entity());
        EntityGrant grant = access.of(caller).on(entity.code());
        if (status.tally().created() > 0 && grant.delete() instanceof RowScope.None) {
            throw ImportError.UNDO_FORBIDDEN.problem(entity.label(), RecordVerb.DELETE.with());
        }
        if (status.tally().updated() > 0 && grant.update() instanceof RowScope.None) {
            throw ImportError.UNDO_FORBIDDEN.problem(entity.label(), RecordVerb.CHANGE.with());
        }
    }

    private ImportStatus move(Caller caller, UUID id, List<ImportState> from, ImportState to, Optional<String> job) {
        ImportStatus status = get(caller, id);
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        database.writing(ctx -> {
            if (!store.move(ctx, caller.workspace().schema(), id, from, to)) {
                throw ImportError.IMPORT_STATE.problem(status.state().code());
            }
            if (to == ImportState.CANCELLED) {
                ImportAudit.of(ctx, caller, clock.instant()).cancelled(status, catalog);
            }
            job.ifPresent(kind -> schedule(ctx, caller, kind, id));
        });
        return get(caller, id);
    }
}
