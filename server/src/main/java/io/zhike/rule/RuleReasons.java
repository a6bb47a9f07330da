package io.zhike.rule;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.record.Change;
import io.zhike.record.ChangeKind;
import io.zhike.record.Feed;
import io.zhike.record.PastRecords;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why rules did or did not fire for what happened to a record: by the feed, when somebody asks. */
@Component
class RuleReasons {
    private static final int MOST_ASKED = 50;

    private final RuleEngine engine;
    private final Feed feed;
    private final PastRecords past;
    private final RecordReader reader;
    private final FeedReader reading;

    RuleReasons(RuleEngine engine, Feed feed, PastRecords past, RecordReader reader, FeedReader reading) {
        this.engine = engine;
        this.feed = feed;
        this.past = past;
        this.reader = reader;
        this.reading = reading;
    }

    /**
     * Why a change set the rule off, or did not.
     *
     * @param what which change it was, in words
     */
    record Reason(Change change, Label what, boolean fired, Message why, Optional<UUID> run) {}

    /** For the last changes of a record, the newest first. */
    List<Reason> why(Workspace workspace, Rule rule, UUID record) {
        Moment moment = engine.moment(workspace);
        EntityDefinition entity = moment.grants().catalog().get(rule.entity());
        List<Change> changes = feed.ofRecord(moment.ctx(), workspace.schema(), rule.entity(), record, MOST_ASKED);
        Map<UUID, PastRecords.Around> around = past.around(moment.ctx(), moment.grants(), entity, changes);
        Map<String, UUID> runs = new HashMap<>();
        if (!changes.isEmpty()) {
            List<String> keys = changes.stream()
                    .map(change -> RuleRuns.key(rule, change, workspace))
                    .toList();
            runs.putAll(new ShownRuns(moment.ctx(), workspace.schema()).withKeys(rule.code(), keys));
        }
        Optional<RuleStates.State> state = Optional.ofNullable(new RuleStates(moment.ctx(), workspace.schema())
                .of(List.of(rule.code()))
                .get(rule.code()));
        boolean holds = rule.where().isEmpty()
                || reader.holding(
                                moment.ctx(),
                                moment.grants(),
                                rule.entity(),
                                Set.of(record),
                                rule.where().get(),
                                rule.trigger() instanceof Trigger.Deleted)
                        .contains(record);
        Looking looking = new Looking(moment, rule, state, holds);
        return changes.reversed().stream()
                .map(change -> reason(
                        looking,
                        entity,
                        change,
                        Optional.ofNullable(around.get(change.id())),
                        Optional.ofNullable(runs.get(RuleRuns.key(rule, change, workspace)))))
                .toList();
    }

    /** @param holds whether the record is now as the rule wants it */
    private record Looking(Moment moment, Rule rule, Optional<RuleStates.State> state, boolean holds) {}

    private Reason reason(
            Looking looking,
            EntityDefinition entity,
            Change change,
            Optional<PastRecords.Around> around,
            Optional<UUID> run) {
        Message why = why(looking, change, around, run);
        boolean fired = why.code() == RuleMessage.FIRED;
        return new Reason(change, what(entity, change), fired, why, fired ? run : Optional.empty());
    }

    private Message why(Looking looking, Change change, Optional<PastRecords.Around> around, Optional<UUID> run) {
        Rule rule = looking.rule();
        if (rule.atSave()) {
            return RuleMessage.AT_SAVE.with();
        }
        if (rule.trigger() instanceof Trigger.Timed) {
            return RuleMessage.TIMED_RULE.with();
        }
        if (rule.trigger() instanceof Trigger.Called) {
            return RuleMessage.CALLED_RULE.with();
        }
        if (!Matching.matches(rule.trigger(), change)) {
            return RuleMessage.OTHER_CHANGE.with();
        }
        if (Causes.own(rule.code(), change.record(), change.causes())) {
            return RuleMessage.OWN_CHANGE.with();
        }
        if (run.isPresent() && rule.once().isEmpty()) {
            return RuleMessage.FIRED.with();
        }
        if (!rule.on() || !looking.state().map(RuleStates.State::on).orElse(false)) {
            return RuleMessage.RULE_OFF.with();
        }
        if (change.at().isBefore(looking.state().orElseThrow().since())) {
            return RuleMessage.BEFORE_SWITCHED_ON.with();
        }
        if (rule.was().isPresent()
                && !around.filter(found -> reading.was(
                                looking.moment(), rule, found, looking.moment().now()))
                        .isPresent()) {
            return RuleMessage.WAS_FALSE.with();
        }
        if (!looking.holds()) {
            return RuleMessage.WHERE_FALSE.with();
        }
        if (run.isPresent()) {
            return RuleMessage.ONCE_ALREADY.with();
        }
        boolean closes =
                !Causes.cycle(rule.code(), change.record(), change.causes()).isEmpty();
        return closes ? RuleMessage.CLOSES_ROUND.with() : RuleMessage.NOT_READ_YET.with();
    }

    private static Label what(EntityDefinition entity, Change change) {
        return new Label(what(entity, change, Language.ZH), what(entity, change, Language.EN));
    }

    private static String what(EntityDefinition entity, Change change, Language language) {
        Message kind = kind(change.kind()).with();
        String fields = change.kind() == ChangeKind.CREATE
                ? ""
                : change.after().propertyNames().stream()
                        .flatMap(code -> entity.field(code).stream())
                        .map(Field::label)
                        .map(label -> label.in(language))
                        .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        return fields.isEmpty()
                ? kind.in(language)
                : kind.in(language) + (language == Language.ZH ? "：" : ": ") + fields;
    }

    private static RuleMessage kind(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> RuleMessage.WAS_CREATED;
            case UPDATE -> RuleMessage.WAS_UPDATED;
            case DELETE -> RuleMessage.WAS_DELETED;
            case RESTORE -> RuleMessage.WAS_RESTORED;
            case PURGE -> RuleMessage.WAS_PURGED;
            case COMPUTE -> RuleMessage.WAS_COMPUTED;
        };
    }
}
