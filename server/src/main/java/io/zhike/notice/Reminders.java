package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reminds members of what they have to do, each reminder once: it is taken and told in one transaction. */
@Component
final class Reminders {
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Database database;
    private final Notices notices;
    private final Clock clock;

    Reminders(Database database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    /** Of all that is due; gives how many. */
    int remind(Workspace workspace) {
        int reminded = 0;
        List<TodoStore.Due> taken;
        do {
            taken = database.write(ctx -> {
                List<TodoStore.Due> due =
                        new TodoStore(ctx, workspace.schema()).takeReminders(clock.instant(), AT_ONCE);
                if (!due.isEmpty()) {
                    notices.tell(
                            ctx,
                            workspace,
                            due.stream()
                                    .map(each -> reminder(each, workspace.zone()))
                                    .toList());
                    // What was put aside is there again.
                    Live.changed(
                            ctx,
                            workspace,
                            Live.Event.TODO,
                            due.stream().map(each -> each.todo().assignee()).collect(Collectors.toSet()));
                }
                return due;
            });
            reminded += taken.size();
        } while (taken.size() == AT_ONCE);
        return reminded;
    }

    private static NewNotice reminder(TodoStore.Due due, ZoneId zone) {
        Todo todo = due.todo();
        String until = todo.due() == null ? null : MINUTES.format(todo.due().atZone(zone));
        return new NewNotice(
                "reminder:" + todo.id() + ":" + due.reminder(),
                Topic.REMINDERS,
                Set.of(todo.assignee()),
                null,
                new Label("待办提醒：" + todo.title(), "Reminder: " + todo.title()),
                until == null ? null : new Label("截止 " + until, "Due " + until),
                null,
                todo.about().orElse(null),
                todo.id());
    }
}
