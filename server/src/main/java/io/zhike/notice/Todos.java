package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members have to do. Only those whom a to-do concerns know of it: who has it, who made it and who passed it on. */
@Component
public class Todos {
    private final Database database;
    private final Members members;
    private final Notices notices;
    private final Clock clock;

    Todos(Database database, Members members, Notices notices, Clock clock) {
        this.database = database;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    /** As {@link #add(DSLContext, Workspace, List)}, one. */
    public int add(DSLContext ctx, Workspace workspace, NewTodo todo) {
        return add(ctx, workspace, List.of(todo)).size();
    }

    /**
     * Makes to-dos in the transaction of {@code ctx} and tells those who have them; a few statements for all of them. One whose
     * key is there already is passed over.
     *
     * @param todos whose assignees are members
     * @return the ids of those that were made
     */
    public Set<UUID> add(DSLContext ctx, Workspace workspace, List<NewTodo> todos) {
        Instant now = now();
        return todos.isEmpty()
                ? Set.of()
                : store(
                        ctx,
                        workspace,
                        todos.stream()
                                .map(todo -> new TodoStore.Keyed(todo.key(), made(todo, now)))
                                .toList());
    }

    /** One that {@link #compose} gave. */
    void add(DSLContext ctx, Workspace workspace, Todo todo) {
        store(ctx, workspace, List.of(new TodoStore.Keyed(null, todo)));
    }

    private Set<UUID> store(DSLContext ctx, Workspace workspace, List<TodoStore.Keyed> rows) {
        Set<UUID> added = new TodoStore(ctx, workspace.schema()).add(rows);
        List<Todo> made = rows.stream()
                .map(TodoStore.Keyed::todo)
                .filter(todo -> added.contains(todo.id()))
                .toList();
        tell(ctx, workspace, made);
        return added;
    }

    private static Todo made(NewTodo todo, Instant now) {
        return new Todo(
                Ids.at(now),
                todo.assignee(),
                todo.title(),
                todo.note(),
                Optional.ofNullable(todo.about()),
                TodoChecks.micros(todo.due()),
                TodoChecks.micros(todo.remind()),
                null,
                null,
                null,
                todo.source(),
                todo.madeBy(),
                null,
                now);
    }

    private void tell(DSLContext ctx, Workspace workspace, List<Todo> made) {
        Set<UUID> having = new HashSet<>();
        List<NewNotice> told = new ArrayList<>();
        for (Todo todo : made) {
            having.add(todo.assignee());
            told.add(assigned(todo, todo.madeBy(), "todo:" + todo.id()));
        }
        Live.changed(ctx, workspace, Live.Event.TODO, having);
        notices.tell(ctx, workspace, told);
    }

    private static NewNotice assigned(Todo todo, @Nullable UUID by, String key) {
        Label title = new Label("新待办：" + todo.title(), "New to-do: " + todo.title());
        Label text = todo.note() == null ? null : Label.of(todo.note());
        return new NewNotice(
                key,
                Topic.ASSIGNMENTS,
                Set.of(todo.assignee()),
                by,
                title,
                text,
                null,
                todo.about().orElse(null),
                todo.id());
    }

    /** A to-do that {@code caller} makes, checked and not yet stored. */
    Todo compose(
            Caller caller,
            @Nullable UUID assignee,
            @Nullable String title,
            @Nullable String note,
            @Nullable About about,
            @Nullable Instant due,
            @Nullable Instant remind) {
        UUID maker = caller.memberOrThrow();
        UUID has = assignee == null ? maker : assignee;
        checkAssignee(caller, has);
        NewTodo wanted = new NewTodo(
                null,
                has,
                TodoChecks.title(title),
                TodoChecks.note(note),
                about,
                TodoChecks.time(due),
                TodoChecks.time(remind),
                NewTodo.PERSON,
                maker);
        return made(wanted, now());
    }

    /** One that concerns {@code caller}; for all others it is not there. */
    Todo find(Caller caller, UUID id) {
        UUID member = caller.memberOrThrow();
        return database.read(ctx -> store(ctx, caller).find(id))
                .filter(todo -> todo.concerns(member))
                .orElseThrow(NoticeError.NO_SUCH_TODO::problem);
    }

    Todo change(Caller caller, UUID id, TodoEdit edit) {
        UUID member = caller.memberOrThrow();
        if (edit.assignee() != null) {
            checkAssignee(caller, edit.assignee());
        }
        return database.write(ctx -> {
            TodoStore store = store(ctx, caller);
            Todo before = store.locked(id)
                    .filter(todo -> todo.concerns(member))
                    .orElseThrow(NoticeError.NO_SUCH_TODO::problem);
            Todo after = changed(before, edit, member);
            store.save(after, nextReminder(before, after, edit, store.nextReminder(id)));
            tellChange(ctx, caller, before, after);
            return after;
        });
    }

    private Todo changed(Todo before, TodoEdit edit, UUID member) {
        boolean open = edit.done() == null ? before.open() : !edit.done();
        if (!open && edit.changesMore()) {
            throw NoticeError.TODO_DONE.problem();
        }
        UUID assignee = edit.assignee() == null ? before.assignee() : edit.assignee();
        boolean passed = !assignee.equals(before.assignee());
        boolean wasDone = !before.open();
        return new Todo(
                before.id(),
                assignee,
                edit.title() == null ? before.title() : TodoChecks.title(edit.title()),
                edit.note().given() ? TodoChecks.note(edit.note().value()) : before.note(),
                before.about(),
                edit.due().given() ? TodoChecks.time(edit.due().value()) : before.due(),
                reminder(before, edit),
                passed ? null : snoozed(before, edit, member),
                open ? null : wasDone ? before.doneAt() : now(),
                open ? null : wasDone ? before.doneBy() : member,
                before.source(),
                before.madeBy(),
                passed ? member : before.givenBy(),
                before.at());
    }

    /** One that goes with the due time moves with it. */
    private static @Nullable Instant reminder(Todo before, TodoEdit edit) {
        if (edit.remind().given()) {
            return TodoChecks.time(edit.remind().value());
        }
        boolean together = edit.due().given() && Objects.equals(before.remind(), before.due());
        return together ? TodoChecks.time(edit.due().value()) : before.remind();
    }

    private @Nullable Instant snoozed(Todo before, TodoEdit edit, UUID member) {
        if (!edit.snooze().given()) {
            return before.snoozed();
        }
        if (!member.equals(before.assignee())) {
            throw NoticeError.SNOOZE_NOT_YOURS.problem();
        }
        Instant until = TodoChecks.time(edit.snooze().value());
        if (until != null && !until.isAfter(now())) {
            throw NoticeError.SNOOZE_PAST.problem();
        }
        return until;
    }

    /** A snooze reminds when it ends, else the reminder as it was wished; what has been done is done once. */
    private @Nullable Instant nextReminder(Todo before, Todo after, TodoEdit edit, @Nullable Instant waiting) {
        if (!after.open()) {
            return null;
        }
        if (edit.snooze().given() && after.snoozed() != null) {
            return after.snoozed();
        }
        boolean moved = after.snoozed() == null && !Objects.equals(before.remind(), after.remind());
        boolean anew = moved
                || edit.remind().given()
                || edit.snooze().given()
                || !before.open()
                || !before.assignee().equals(after.assignee());
        Instant remind = after.remind();
        if (!anew) {
            return waiting;
        }
        return remind != null && (edit.remind().given() || remind.isAfter(now())) ? remind : null;
    }

    private void tellChange(DSLContext ctx, Caller caller, Todo before, Todo after) {
        Workspace workspace = caller.workspace();
        UUID member = caller.memberOrThrow();
        Live.changed(ctx, workspace, Live.Event.TODO, new HashSet<>(List.of(before.assignee(), after.assignee())));
        if (!before.assignee().equals(after.assignee()) && after.open()) {
            notices.tell(ctx, workspace, assigned(after, member, "todo:" + after.id() + ":" + now()));
        }
        if (before.open() && !after.open()) {
            if (!new NoticeStore(ctx, workspace.schema())
                    .readOf(after.id(), after.assignee(), now())
                    .isEmpty()) {
                Live.changed(ctx, workspace, Live.Event.NOTICE, Set.of(after.assignee()));
            }
            Set<UUID> givers = new HashSet<>();
            Optional.ofNullable(after.madeBy()).ifPresent(givers::add);
            Optional.ofNullable(after.givenBy()).ifPresent(givers::add);
            givers.add(after.assignee());
            notices.tell(
                    ctx,
                    workspace,
                    new NewNotice(
                            "todo-done:" + after.id() + ":" + after.doneAt(),
                            Topic.ASSIGNMENTS,
                            givers,
                            member,
                            new Label("待办已完成：" + after.title(), "To-do done: " + after.title()),
                            null,
                            null,
                            after.about().orElse(null),
                            after.id()));
        }
    }

    /** Only who made it. */
    void delete(Caller caller, UUID id) {
        Todo todo = find(caller, id);
        if (!Objects.equals(todo.madeBy(), caller.member())) {
            throw NoticeError.NOT_YOUR_TODO.problem();
        }
        database.writing(ctx -> {
            store(ctx, caller).delete(id);
            Live.changed(ctx, caller.workspace(), Live.Event.TODO, Set.of(todo.assignee()));
        });
    }

    TodoCounts counts(Workspace workspace, UUID member) {
        Instant now = clock.instant();
        Instant tomorrow = now.atZone(workspace.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(workspace.zone())
                .toInstant();
        return database.read(ctx -> new TodoStore(ctx, workspace.schema()).counts(member, now, tomorrow));
    }

    private static TodoStore store(DSLContext ctx, Caller caller) {
        return new TodoStore(ctx, caller.workspace().schema());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void checkAssignee(Caller caller, UUID assignee) {
        if (members.find(caller.workspace(), assignee).filter(Member::active).isEmpty()) {
            throw NoticeError.TODO_ASSIGNEE.problem();
        }
    }
}
