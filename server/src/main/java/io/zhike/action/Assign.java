package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.entity.SystemFields;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.record.FieldCounts;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.WriteResult;
import io.zhike.workspace.WorkCalendars;
import io.zhike.workspace.WorkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives the record to somebody: who that is, is chosen in one of several ways among people who are there. */
@Component
final class Assign implements Action {
    private static final String FIELD = "field";
    private static final String OPEN = "open";
    private static final String MOST_OPEN = "most_open";
    private static final String MOST_TODAY = "most_per_day";
    private static final String WORKING = "working_hours";
    private static final int MOST = 1_000_000;

    private final Writes writes;
    private final RecipientsResolver people;
    private final FieldCounts counts;
    private final WorkCalendars calendars;
    private final StaffNames names;

    Assign(Writes writes, RecipientsResolver people, FieldCounts counts, WorkCalendars calendars, StaffNames names) {
        this.writes = writes;
        this.people = people;
        this.counts = counts;
        this.calendars = calendars;
        this.names = names;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "assign",
                ActionGroup.PEOPLE,
                new Label("分配", "Assign"),
                new Label(
                        "给记录定负责人：指定、轮流平均、给手上最少的人、按地区或分类的表，或给上级。离职和待离职的人不会被分到。",
                        "Gives the record an owner: a fixed one, evenly in turn, by load, by a table, or the supervisor. Nobody who has left or is leaving is chosen."),
                new Label("按「{way}」分配给 {to}", "assign {way} to {to}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        AssignRows.WAY,
                        new Label("怎么分", "How"),
                        new Label("在这些人里怎么选一个。", "How one of them is chosen."),
                        "choice",
                        Parameters.oneOf(AssignWay.codes()))
                .with(
                        AssignRows.TO,
                        new Label("分给谁", "Among whom"),
                        new Label("可以选成员、用户组、部门、角色。", "Members, groups, departments, roles."),
                        "recipients",
                        Parameters.recipients())
                .with(
                        AssignRows.TABLE,
                        new Label("条件表", "Table"),
                        new Label(
                                "从上往下，第一行满足条件的算数；行里有几个人就轮流。",
                                "From the top; the first row that holds counts, and takes turns where it names several."),
                        "table",
                        AssignRows.schema())
                .with(
                        FIELD,
                        new Label("写到哪个字段", "Field"),
                        new Label("留空就是负责人。", "Empty for the owner."),
                        "field",
                        DocumentSchema.code())
                .with(
                        OPEN,
                        new Label("哪些算在手上的", "What counts as open"),
                        new Label(
                                "数每人手上有几条时只数满足条件的。留空则全部都算。",
                                "Only records for which this holds count as somebody's load; empty for all."),
                        "condition",
                        Parameters.condition())
                .with(
                        MOST_OPEN,
                        new Label("每人手上最多几条", "Open at most"),
                        new Label("到了这个数就跳过这个人。", "Whoever has that many is passed over."),
                        "number",
                        Parameters.whole(1, MOST))
                .with(
                        MOST_TODAY,
                        new Label("每人每天最多分几条", "A day at most"),
                        new Label("当天分到这个数就跳过这个人。", "Whoever was given that many today is passed over."),
                        "number",
                        Parameters.whole(1, MOST))
                .with(
                        WORKING,
                        new Label("只在工作时间分", "Only in working hours"),
                        new Label("其余时间等到下一个工作时间再分。", "Otherwise it waits for the next working hour."),
                        "whether",
                        Parameters.whether())
                .requiring(AssignRows.WAY)
                .schema();
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put(AssignRows.WAY, AssignWay.IN_TURN.code());
        example.putArray(AssignRows.TO).addObject().put("who", "role").put("role", "sales");
        return example;
    }

    private static String field(JsonNode with) {
        String field = with.path(FIELD).asString("");
        return field.isBlank() ? SystemFields.OWNER : field;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>();
        issues.addAll(AssignRows.check(place, with));
        if (with.has(OPEN)) {
            issues.addAll(place.at(OPEN).condition(with.path(OPEN)));
        }
        place.definition()
                .filter(entity -> entity.field(field(with)).isPresent() && !FieldCounts.counts(entity, field(with)))
                .ifPresent(_ -> issues.add(place.at(FIELD).issue(ActionIssue.NOT_A_MEMBER, field(with))));
        return issues;
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references = new ArrayList<>(place.at(FIELD).needsField(field(with)));
        references.addAll(AssignRows.references(place, with));
        if (with.has(OPEN)) {
            references.addAll(place.at(OPEN).needs(with.path(OPEN)));
        }
        return references;
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        Optional<Instant> later = with.path(WORKING).asBoolean(false) ? nextWorkingHour(run) : Optional.empty();
        if (later.isPresent()) {
            Outcome wait = new Outcome.Later(ActionMessage.OUTSIDE_HOURS.with(), later.get());
            return run.subjects().stream().map(_ -> wait).toList();
        }
        List<JsonNode> rows = AssignRows.of(with);
        List<Integer> chosen = AssignRows.chosen(run, rows);
        List<List<Reached>> reached = rows.stream()
                .map(row -> people.of(run, Recipients.read(row.path(AssignRows.TO))))
                .toList();
        Set<UUID> staying = staying(run, reached);
        Choosing choosing = new Choosing(run, asked(run, with), counts);
        Outcomes outcomes = new Outcomes(run.subjects().size());
        List<Writes.Wanted> wanted = new ArrayList<>();
        Map<Integer, UUID> assigned = new HashMap<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            int row = chosen.get(i);
            Set<UUID> among = new LinkedHashSet<>(
                    row < 0 ? Set.of() : reached.get(row).get(i).members());
            among.retainAll(staying);
            Optional<UUID> who =
                    choose(choosing, AssignRows.way(with), run.source().place() + ":" + Math.max(0, row), among);
            if (who.isPresent()) {
                assigned.put(i, who.get());
                RecordValues values = RecordValues.of(Map.of(field(with), who.get()));
                wanted.add(new Writes.Wanted(
                        i, new RecordWrite.Update(run.subjects().get(i).record(), Optional.empty(), values)));
            } else {
                outcomes.put(i, nobody(row, among));
            }
        }
        choosing.keep();
        List<WriteResult.Outcome> written = writes.all(run, run.entity().code(), wanted);
        Map<UUID, String> called = names.of(run, new HashSet<>(assigned.values()));
        for (int i = 0; i < wanted.size(); i++) {
            int subject = wanted.get(i).subject();
            String name = called.getOrDefault(assigned.get(subject), "");
            outcomes.put(
                    subject,
                    Writes.outcome(run.entity().code(), written.get(i), _ -> ActionMessage.ASSIGNED.with(name)));
        }
        return outcomes.all();
    }

    /** Where there is somebody who only has no room now, it is tried again; else there is nothing to try. */
    private static Outcome nobody(int row, Set<UUID> among) {
        if (row < 0) {
            return new Outcome.Skipped(ActionMessage.NO_CASE.with());
        }
        return new Outcome.Failed(
                among.isEmpty() ? ActionMessage.NOBODY.with() : ActionMessage.ALL_FULL.with(), !among.isEmpty());
    }

    private static Optional<UUID> choose(Choosing choosing, AssignWay way, String place, Set<UUID> among) {
        return switch (way) {
            case FIXED, SUPERVISOR -> choosing.first(place, among);
            case IN_TURN, TABLE -> choosing.inTurn(place, among);
            case LOAD -> choosing.byLoad(place, among);
        };
    }

    private static Set<UUID> staying(ActionRun run, List<List<Reached>> reached) {
        Set<UUID> all = new HashSet<>();
        reached.forEach(row -> row.forEach(each -> all.addAll(each.members())));
        return new Staff(run.ctx(), run.workspace().schema()).staying(all);
    }

    private static Choosing.Asked asked(ActionRun run, JsonNode with) {
        LocalDate today = run.now().atZone(run.workspace().zone()).toLocalDate();
        return new Choosing.Asked(
                field(with),
                with.has(OPEN) ? Optional.of(with.path(OPEN)) : Optional.empty(),
                most(with.path(MOST_OPEN)),
                most(with.path(MOST_TODAY)),
                today.atStartOfDay(run.workspace().zone()).toInstant());
    }

    private static Optional<Integer> most(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.intValue()) : Optional.empty();
    }

    /** Empty where work goes on now. */
    private Optional<Instant> nextWorkingHour(ActionRun run) {
        WorkTime time = calendars.time(run.workspace());
        return WorkingNow.next(time, run.now());
    }
}
