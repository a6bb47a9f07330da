package io.zhike.action;

import io.zhike.access.RecordShare;
import io.zhike.access.RecordShares;
import io.zhike.access.ShareLevel;
import io.zhike.access.SharePrincipal;
import io.zhike.definition.Reference;
import io.zhike.entity.SystemFields;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.store.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shares the record with people, groups and departments, to read or to change, for some days or until it is taken back. */
@Component
final class Share implements Action {
    private static final String WITH = "with";
    private static final String LEVEL = "level";
    private static final String DAYS = "days";
    private static final int LONGEST = 3_650;

    private final RecipientsResolver people;

    Share(RecipientsResolver people) {
        this.people = people;
    }

    @Override
    public ActionText text() {
        return new ActionText(
                "share",
                ActionGroup.PEOPLE,
                new Label("共享", "Share"),
                new Label("把这条记录共享给一些人，可以只看或也能改。", "Shares the record with people, to read or to change it."),
                new Label("共享给 {with}", "share with {with}"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        WITH,
                        new Label("共享给谁", "With whom"),
                        new Label("成员、用户组或部门。", "Members, groups or departments."),
                        "recipients",
                        Parameters.recipients())
                .with(
                        LEVEL,
                        new Label("能做什么", "What they may do"),
                        new Label("只看，或也能改。", "Read it, or change it too."),
                        "choice",
                        Parameters.oneOf(levels()))
                .with(
                        DAYS,
                        new Label("几天后到期", "For days"),
                        new Label("留空则一直共享，直到取消。", "Empty until it is taken back."),
                        "number",
                        Parameters.whole(1, LONGEST))
                .requiring(WITH)
                .schema();
    }

    private static Map<String, Label> levels() {
        Map<String, Label> levels = new LinkedHashMap<>();
        levels.put(ShareLevel.READ.code(), new Label("只看", "Read"));
        for (ShareLevel level : ShareLevel.values()) {
            levels.putIfAbsent(level.code(), new Label("能改", "Change"));
        }
        return levels;
    }

    @Override
    public ObjectNode example() {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put(LEVEL, ShareLevel.READ.code());
        example.putArray(WITH).addObject().put("who", "supervisor");
        return example;
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        return Recipients.check(place.at(WITH), with.path(WITH));
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return Recipients.references(place.at(WITH), with.path(WITH));
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        List<Recipients> wanted = Recipients.read(with.path(WITH));
        List<SharePrincipal> fixed = new ArrayList<>();
        List<Recipients> members = new ArrayList<>();
        for (Recipients each : wanted) {
            switch (each) {
                case Recipients.Group(UUID id) -> fixed.add(new SharePrincipal(SharePrincipal.Kind.GROUP, id, false));
                case Recipients.Department(UUID id, boolean below) ->
                    fixed.add(new SharePrincipal(SharePrincipal.Kind.DEPARTMENT, id, below));
                case Recipients.Owner _,
                        Recipients.Supervisor _,
                        Recipients.Creator _,
                        Recipients.Actor _,
                        Recipients.OfField _,
                        Recipients.OneMember _,
                        Recipients.Head _,
                        Recipients.Role _,
                        Recipients.Followers _ -> members.add(each);
            }
        }
        ShareLevel level = ShareLevel.find(with.path(LEVEL).asString("")).orElse(ShareLevel.READ);
        @Nullable LocalDate until = until(run, with);
        List<Reached> reached = people.of(run, members);
        List<Optional<Object>> made = run.values().of(SystemFields.CREATED_AT);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            if (!(made.get(i).orElse(null) instanceof Instant from)) {
                outcomes.add(new Outcome.Skipped(ActionMessage.RECORD_GONE.with()));
                continue;
            }
            Set<SharePrincipal> all = new HashSet<>(fixed);
            reached.get(i).members().forEach(id -> all.add(new SharePrincipal(SharePrincipal.Kind.MEMBER, id, false)));
            outcomes.add(share(run, run.subjects().get(i).record(), from, all, level, until));
        }
        return outcomes;
    }

    private static @Nullable LocalDate until(ActionRun run, JsonNode with) {
        return with.path(DAYS).isIntegralNumber()
                ? run.now()
                        .atZone(run.workspace().zone())
                        .toLocalDate()
                        .plusDays(with.path(DAYS).intValue())
                : null;
    }

    /** What gives more already stays as it is. */
    private static Outcome share(
            ActionRun run,
            UUID record,
            Instant made,
            Set<SharePrincipal> all,
            ShareLevel level,
            @Nullable LocalDate until) {
        RecordShares shares = new RecordShares(run.workspace().schema());
        int shared = 0;
        for (SharePrincipal principal : all) {
            Optional<RecordShare> before = shares.lockedWith(run.ctx(), record, principal.id());
            boolean covered = before.filter(share -> share.level().covers(level) && share.until() == null)
                    .isPresent();
            if (!covered) {
                String entity = run.entity().code();
                shares.put(
                        run.ctx(),
                        new RecordShare(
                                Ids.at(run.now()), entity, record, made, principal, level, until, null, run.now()));
                shared++;
            }
        }
        return shared == 0
                ? new Outcome.Skipped(ActionMessage.ALREADY_SO.with())
                : new Outcome.Done(ActionMessage.SHARED.with(shared), List.of());
    }
}
