package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The working calendar is chosen by administrators, read by everybody, and refused where it makes no sense. */
class CalendarApiTest {
    private static final String PATH = "/api/v1/settings/calendar";
    private static final Map<String, Object> WEEK =
            Map.of("mon", List.of(List.of("09:00", "12:00"), List.of("13:00", "24:00")));

    private final TestWorkspace company = TestServer.newWorkspace();

    @Test
    void anOfficeWorksFromMondayToFridayUntilSomebodyChooses() {
        JsonNode calendar = company.newMember("李娜").client().get(PATH).json();
        assertThat(calendar.at("/days/mon/0/0").asString()).isEqualTo("09:00");
        assertThat(calendar.at("/days/fri/0/1").asString()).isEqualTo("18:00");
        assertThat(calendar.at("/days/sat").isEmpty()).isTrue();
        assertThat(calendar.path("holidays").isEmpty()).isTrue();
    }

    @Test
    void whatIsChosenIsKeptInOrderOfDates() {
        Map<String, Object> wanted = Map.of(
                "days",
                WEEK,
                "holidays",
                List.of(Map.of("date", "2026-10-02", "name", " 国庆节 "), Map.of("date", "2026-10-01", "name", "国庆节")),
                "workdays",
                List.of(Map.of("date", "2026-10-10")));
        company.admin().put(PATH, wanted).expect(200);
        JsonNode calendar = company.admin().get(PATH).json();
        assertThat(calendar.at("/days/mon/1/1").asString()).isEqualTo("24:00");
        assertThat(calendar.at("/days/tue").isEmpty()).isTrue();
        assertThat(calendar.at("/holidays/0/date").asString()).isEqualTo("2026-10-01");
        assertThat(calendar.at("/holidays/1/name").asString()).isEqualTo("国庆节");
        assertThat(calendar.at("/workdays/0/date").asString()).isEqualTo("2026-10-10");
        assertThat(new ToldLog(company).last("calendar-changed").toString())
                .contains("mon 09:00–12:00, 13:00–24:00", "- 2026-10-01 国庆节", "+ 2026-10-10");
        WorkCalendars calendars = TestServer.context().getBean(WorkCalendars.class);
        assertThat(calendars.of(company.workspace()).workdays()).hasSize(1);
        assertThat(calendars.of(TestServer.newWorkspace().workspace())).isEqualTo(WorkCalendar.USUAL);
    }

    @Test
    void itIsChosenByAdministratorsAlone() {
        company.newMember("李娜").client().put(PATH, Map.of("days", WEEK)).expect(403, "admin-needed");
    }

    @Test
    void everythingWrongIsNamedAtItsPlace() {
        refused(Map.of("days", Map.of()), "days", "no-working-day");
        refused(Map.of("days", Map.of("funday", List.of(List.of("09:00", "18:00")))), "days.funday", "no-weekday");
        refused(Map.of("days", Map.of("mon", List.of(List.of("9", "18:00")))), "days.mon[0]", "not-hours");
        refused(
                Map.of("days", Map.of("mon", List.of(List.of("09:00", "12:00"), List.of("11:00", "18:00")))),
                "days.mon[1]",
                "hours-out-of-order");
        refused(withHolidays(Map.of("date", "2026-02-30")), "holidays[0].date", "not-a-day");
        refused(
                withHolidays(Map.of("date", "2026-02-20"), Map.of("date", "2026-02-20")),
                "holidays[1].date",
                "day-twice");
        refused(
                Map.of(
                        "days",
                        WEEK,
                        "holidays",
                        List.of(Map.of("date", "2026-10-01")),
                        "workdays",
                        List.of(Map.of("date", "2026-10-01"))),
                "workdays[0].date",
                "free-and-worked");
    }

    @SafeVarargs
    private static Map<String, Object> withHolidays(Map<String, String>... days) {
        return Map.of("days", WEEK, "holidays", List.of(days));
    }

    private void refused(Map<String, Object> wanted, String path, String code) {
        String answer = company.admin().put(PATH, wanted).expect(400).text();
        assertThat(answer).contains("\"path\":\"" + path + "\"", "\"code\":\"" + code + "\"");
    }
}
