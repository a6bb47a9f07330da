package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What {@link LeakTest} proves of a company made up for it, over every definition of every template that ships: each field is hidden
 * from somebody who may do all else, and looked for by every way. A field that is added to a template is tried by itself.
 */
class AppLeakTest {

    @TestFactory
    Stream<DynamicTest> hidesEveryFieldByEveryWay() {
        return each(
                InstalledApp::hideable,
                (app, field) ->
                        assertThat(LeakWays.reaching(app.blindTo(field), field)).isEmpty());
    }

    /** Without this the test above would pass on a server that answers nothing. */
    @TestFactory
    Stream<DynamicTest> letsAnAdministratorThroughByEveryWay() {
        return each(
                app -> app.ground.fields(),
                (app, field) -> assertThat(LeakWays.reaching(app.admin(), field))
                        .containsAll(LeakWays.ALL.stream()
                                .filter(way -> LeakWays.fits(way, field))
                                .map(LeakWays.Way::name)
                                .toList()));
    }

    /** Whatever is computed, sorted, counted or shown by a hidden field is the same whatever stands in it. */
    @TestFactory
    Stream<DynamicTest> answersTheSameWhateverAHiddenFieldHolds() {
        return each(app -> app.hideable().filter(field -> other(app, field).isPresent()), AppLeakTest::answersTheSame);
    }

    private static void answersTheSame(InstalledApp app, LeakWays.Known field) {
        Client blind = app.blindTo(field);
        List<String> before = answers(app, blind);
        String address = "/api/v1/records/" + field.entity() + "/" + app.ground.sample(field.entity());
        Object kept = app.ground.samples().get(field.entity()).path(field.code());
        List<String> all = answers(app, app.admin());
        app.admin()
                .patch(address, Map.of(field.code(), other(app, field).orElseThrow()))
                .expect(200);
        try {
            assertThat(answers(app, blind)).isEqualTo(before);
            assertThat(answers(app, app.admin())).isNotEqualTo(all);
        } finally {
            app.admin().patch(address, Map.of(field.code(), kept)).expect(200);
        }
    }

    /** What the app's own roles hide, too. */
    @Test
    void hidesWhatTheRolesOfAppsHide() {
        for (InstalledApp app : InstalledApp.all()) {
            for (JsonNode role : app.ownRoles()) {
                Client client = app.with(role.path("code").asString());
                app.hideable()
                        .filter(field -> hides(role, field))
                        .forEach(field -> assertThat(LeakWays.reaching(client, field))
                                .as(role.path("code") + " " + field.entity() + "." + field.code())
                                .isEmpty());
            }
        }
    }

    private static boolean hides(JsonNode role, LeakWays.Known field) {
        JsonNode rights = role.path("entities").path(field.entity());
        if (rights.isMissingNode() || rights.path("read").asString("").equals("none")) {
            return !role.path("admin").booleanValue(false)
                    && !rights.path("create").booleanValue(false);
        }
        JsonNode fields = rights.path("fields");
        JsonNode right = fields.has(field.code()) ? fields.path(field.code()) : fields.path("*");
        return right.asString(right.path("see").asString("write")).equals("none");
    }

    /** All that a person is shown: lists, records, files, groups. The version of a record says that it was changed, not how. */
    private static List<String> answers(InstalledApp app, Client client) {
        List<String> answers = new ArrayList<>();
        for (JsonNode entity : app.ground.entities()) {
            String code = entity.path("code").asString();
            answers.add(text(client, "/api/v1/records/" + code + "?limit=500"));
            answers.add(text(client, "/api/v1/records/" + code + "/" + app.ground.sample(code)));
            answers.add(text(client, "/api/v1/exports/" + code));
            for (JsonNode field : client.get("/api/v1/entities/" + code).json().path("fields")) {
                answers.add(client.post(
                                "/api/v1/query",
                                Map.of(
                                        "entity", code,
                                        "groups",
                                                List.of(Map.of(
                                                        "by", field.path("code").asString())),
                                        "measures", List.of(Map.of("fn", "count"))))
                        .text());
            }
        }
        return answers;
    }

    private static String text(Client client, String address) {
        return client.get(address).text().replaceAll("\"version\":\\d+", "");
    }

    /** Another value that the field of the sample may have; empty where making one up says nothing. */
    private static Optional<Object> other(InstalledApp app, LeakWays.Known field) {
        JsonNode json = field.json();
        boolean fixed = json.path("readonly").booleanValue(false)
                || json.path("system").booleanValue(false)
                || !app.ground.samples().containsKey(field.entity());
        if (fixed) {
            return Optional.empty();
        }
        Set<String> taken = Set.of(
                app.ground.samples().get(field.entity()).path(field.code()).asString(""));
        return switch (json.path("type").asString()) {
            case "text", "long_text" -> Optional.of("另一个值");
            case "phone" -> Optional.of("13900001234");
            case "email" -> Optional.of("other@example.com");
            case "number", "money", "percent" -> Optional.of("7");
            case "date" -> Optional.of("2031-01-02");
            case "datetime" -> Optional.of("2031-01-02T03:04:05Z");
            case "select" ->
                json.path("options")
                        .valueStream()
                        .map(option -> option.path("code").asString())
                        .filter(option -> !taken.contains(option))
                        .findFirst()
                        .map(Object.class::cast);
            default -> Optional.empty();
        };
    }

    private interface Check {
        void of(InstalledApp app, LeakWays.Known field);
    }

    private static Stream<DynamicTest> each(Function<InstalledApp, Stream<LeakWays.Known>> fields, Check check) {
        return InstalledApp.all().stream()
                .flatMap(app -> fields.apply(app)
                        .map(field -> DynamicTest.dynamicTest(
                                app.code + " " + field.entity() + "." + field.code(), () -> check.of(app, field))));
    }
}
