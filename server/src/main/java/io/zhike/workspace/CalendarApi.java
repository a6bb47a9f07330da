package io.zhike.workspace;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar. Everybody may know it, since to-dos and rules reckon by it; administrators choose it. */
@RestController
@RequestMapping("/api/v1/settings/calendar")
class CalendarApi {
    private final WorkCalendars calendars;

    CalendarApi(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    CalendarDocument read(Caller caller) {
        return CalendarDocument.of(calendars.of(caller.workspace()));
    }

    @PutMapping
    CalendarDocument choose(Caller caller, @RequestBody CalendarDocument wanted) {
        calendars.choose(caller, wanted.calendar());
        return read(caller);
    }
}
