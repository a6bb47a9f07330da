package io.zhike.action;

import io.zhike.workspace.WorkCalendar;
import io.zhike.workspace.WorkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Whether people work at a moment, and if not, when they will. */
final class WorkingNow {
    private static final int DAYS_AHEAD = 60;

    private WorkingNow() {}

    /** The beginning of the next working hours; empty where {@code now} lies in some, or where nobody works for months. */
    static Optional<Instant> next(WorkTime time, Instant now) {
        LocalDateTime here = time.local(now);
        int minute = here.getHour() * 60 + here.getMinute();
        LocalDate day = here.toLocalDate();
        for (WorkCalendar.Hours hours : time.calendar().hours(day)) {
            if (minute < hours.to()) {
                return minute >= hours.from() ? Optional.empty() : Optional.of(begin(time, day, hours));
            }
        }
        for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate next = day.plusDays(ahead);
            if (time.calendar().works(next)) {
                return Optional.of(begin(time, next, time.calendar().hours(next).getFirst()));
            }
        }
        return Optional.empty();
    }

    private static Instant begin(WorkTime time, LocalDate day, WorkCalendar.Hours hours) {
        return time.instant(day.atStartOfDay().plusMinutes(hours.from()));
    }
}
