package io.zhike.rule;

import io.zhike.action.ActionValues;
import io.zhike.workspace.WorkCalendars;
import io.zhike.workspace.WorkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Until when a step waits. */
@Component
class Pausing {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final WorkCalendars calendars;

    Pausing(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** For each run; empty where what is waited for is blank. A day begins in the zone of the workspace. */
    List<Optional<Instant>> until(Moment moment, Step.Wait wait, List<Run> runs, Supplier<ActionValues> values) {
        ZoneId zone = moment.workspace().zone();
        if (wait.span().isPresent()) {
            Optional<Instant> until = Optional.of(after(moment, wait.span().get()));
            return runs.stream().map(_ -> until).toList();
        }
        return values.get().of(wait.until().orElseThrow()).stream()
                .map(found -> found.flatMap(value -> moment(value, zone)))
                .toList();
    }

    private Instant after(Moment moment, Span span) {
        WorkTime.Unit unit = switch (span.unit()) {
            case MINUTES -> WorkTime.Unit.MINUTES;
            case HOURS -> WorkTime.Unit.HOURS;
            case DAYS -> WorkTime.Unit.DAYS;
            case WORKING_HOURS -> WorkTime.Unit.WORKING_HOURS;
            case WORKING_DAYS -> WorkTime.Unit.WORKING_DAYS;
        };
        return calendars.time(moment.workspace()).plus(moment.now(), span.amount(), unit);
    }

    private static Optional<Instant> moment(Object value, ZoneId zone) {
        return switch (value) {
            case Instant instant -> Optional.of(instant);
            case LocalDate day -> Optional.of(day.atStartOfDay(zone).toInstant());
            default -> Optional.empty();
        };
    }

    String said(Moment moment, Instant at) {
        return MINUTES.format(LocalDateTime.ofInstant(at, moment.workspace().zone()));
    }
}
