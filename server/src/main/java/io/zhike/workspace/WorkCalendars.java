package io.zhike.workspace;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.http.JsonFormat;
import io.zhike.store.Database;
import io.zhike.store.Remembered;
import io.zhike.store.Signals;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The working calendars of workspaces. They are asked for whenever time passes, and remembered. */
@Component
public class WorkCalendars {
    private static final String NAME = "calendar";
    private static final String TOPIC = "work-calendar";
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonFormat.mapper();

    private final Database database;
    private final Clock clock;
    private final Members members;
    private final Remembered<UUID, WorkCalendar> known;

    WorkCalendars(Database database, Clock clock, Signals signals, Members members) {
        this.database = database;
        this.clock = clock;
        this.members = members;
        this.known = new Remembered<>(signals, TOPIC, clock, MOST);
    }

    /** {@link WorkCalendar#USUAL} where nobody chose. */
    public WorkCalendar of(Workspace workspace) {
        return known.get(workspace.id(), () -> Optional.of(database.read(ctx -> read(ctx, workspace))))
                .orElse(WorkCalendar.USUAL);
    }

    /** How time passes in a workspace. */
    public WorkTime time(Workspace workspace) {
        return new WorkTime(of(workspace), workspace.zone());
    }

    /** Chooses, and tells the audit log where that changes anything. For administrators. */
    void choose(Caller caller, WorkCalendar wanted) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        database.writing(ctx -> {
            WorkCalendar before = read(ctx, workspace);
            if (before.equals(wanted)) {
                return;
            }
            WorkspaceSettings.put(ctx, workspace, NAME, JSON.writeValueAsString(CalendarDocument.of(wanted)));
            AuditLog.record(ctx, workspace.schema(), clock.instant(), told(before, wanted));
            Remembered.changed(ctx, TOPIC);
        });
    }

    private static WorkCalendar read(DSLContext ctx, Workspace workspace) {
        return WorkspaceSettings.find(ctx, workspace, NAME)
                .map(text -> JSON.readValue(text, CalendarDocument.class).calendar())
                .orElse(WorkCalendar.USUAL);
    }

    private static AuditEntry told(WorkCalendar before, WorkCalendar after) {
        return AuditEntry.of(SettingAction.CALENDAR_CHANGED)
                .changed(AuditWord.WORKING_HOURS, CalendarDocument.week(before), CalendarDocument.week(after))
                .with(AuditWord.ADDED, missing(before, after))
                .with(AuditWord.REMOVED, missing(after, before));
    }

    /** The special days of {@code there} that are none in {@code here}: days off with a minus, days worked with a plus. */
    private static List<String> missing(WorkCalendar here, WorkCalendar there) {
        List<String> days = new ArrayList<>();
        there.holidays().stream()
                .filter(day -> !here.holidays().contains(day))
                .forEach(day -> days.add("- " + day.date() + " " + day.name()));
        there.workdays().stream()
                .filter(day -> !here.workdays().contains(day))
                .forEach(day -> days.add("+ " + day.date() + " " + day.name()));
        return days;
    }
}
