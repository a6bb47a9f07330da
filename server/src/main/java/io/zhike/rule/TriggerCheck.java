package io.zhike.rule;

import io.zhike.action.ActionPlace;
import io.zhike.definition.Reference;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What is wrong with a trigger beyond its schema, and what it needs. */
final class TriggerCheck {
    private static final String PUBLIC_FORM = "public_form";

    private final ActionPlace place;
    private final List<Issue> issues = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private TriggerCheck(ActionPlace place) {
        this.place = place;
    }

    /** @param place of {@code when} in the document */
    static TriggerCheck of(ActionPlace place, Trigger trigger) {
        TriggerCheck check = new TriggerCheck(place);
        check.look(trigger);
        return check;
    }

    List<Issue> issues() {
        return issues;
    }

    List<Reference> references() {
        return references;
    }

    private void look(Trigger trigger) {
        switch (trigger) {
            case Trigger.Created(Optional<String> form) ->
                form.ifPresent(code -> references.add(
                        Reference.to(PUBLIC_FORM, code, at("created.form").path())));
            case Trigger.Updated(var fields) ->
                fields.stream().sorted().forEach(field -> stored(at("updated.fields"), field));
            case Trigger.Changed changed -> {
                stored(at("changed.field"), changed.field());
                values(at("changed.from"), changed.field(), changed.from());
                values(at("changed.to"), changed.field(), changed.to());
            }
            case Trigger.Entered entered -> {
                stored(at("entered.field"), entered.field());
                values(at("entered.values"), entered.field(), entered.values());
            }
            case Trigger.Left left -> {
                stored(at("left.field"), left.field());
                values(at("left.values"), left.field(), left.values());
            }
            case Trigger.OnDate date -> {
                date(at("date.field"), date.field());
                if (date.lunar() && !date.eachYear()) {
                    issues.add(at("date.lunar").issue(RuleIssue.EACH_YEAR_ONLY));
                }
                if (date.offset().unit() == Span.Unit.WORKING_DAYS
                        || date.offset().unit() == Span.Unit.WORKING_HOURS) {
                    issues.add(at("date.offset")
                            .issue(RuleIssue.WRONG_UNIT, date.offset().unit().code()));
                }
            }
            case Trigger.Idle idle -> {
                if (!idle.since().equals(Trigger.Idle.CHANGE) && !idle.since().equals(Trigger.Idle.FOLLOW_UP)) {
                    date(at("idle.since"), idle.since());
                }
            }
            case Trigger.Webhook webhook -> webhook(webhook);
            case Trigger.Saved _, Trigger.Deleted _, Trigger.Restored _, Trigger.Schedule _, Trigger.Button _ -> {}
        }
    }

    private void webhook(Trigger.Webhook webhook) {
        webhook.id().ifPresent(id -> pointer(at("webhook.id"), id));
        new TreeMap<>(webhook.fields()).forEach((code, pointer) -> {
            ActionPlace here = at("webhook.fields." + code);
            pointer(here, pointer);
            field(here, code)
                    .filter(field -> !field.writable())
                    .ifPresent(field -> issues.add(here.issue(RuleIssue.NOT_TAKEN, field.label())));
        });
        webhook.match().ifPresent(code -> {
            ActionPlace here = at("webhook.match");
            field(here, code).ifPresent(field -> {
                if (!field.type().canBeUnique()) {
                    issues.add(here.issue(RuleIssue.MATCH_UNFIT, field.label()));
                } else if (!webhook.fields().containsKey(code)) {
                    issues.add(here.issue(RuleIssue.MATCH_UNMAPPED, field.label()));
                }
            });
        });
    }

    /** The whole of what comes is no value, so a pointer names a part. */
    private void pointer(ActionPlace here, String text) {
        try {
            if (!JsonPointer.compile(text).matches()) {
                return;
            }
        } catch (IllegalArgumentException none) {
            // Told of below.
        }
        issues.add(here.issue(RuleIssue.NOT_A_POINTER, text));
    }

    private ActionPlace at(String inner) {
        return place.at(inner);
    }

    private Optional<Field> field(ActionPlace at, String code) {
        references.addAll(at.needsField(code));
        return at.definition().flatMap(entity -> entity.field(code));
    }

    /** Whether the feed tells of changes of the field. */
    private void stored(ActionPlace at, String code) {
        field(at, code)
                .filter(field -> !toldOf(field))
                .ifPresent(field -> issues.add(at.issue(RuleIssue.NOT_STORED, field.label())));
    }

    private static boolean toldOf(Field field) {
        return switch (field.type().storage()) {
            case Storage.Column _, Storage.Parts _, Storage.Links _ ->
                !field.type().encrypted();
            case Storage.Children _, Storage.Computed _ -> false;
        };
    }

    private void date(ActionPlace at, String code) {
        field(at, code).ifPresent(field -> {
            Type type = field.type().valueType();
            if (!(type instanceof Type.Date) && !(type instanceof Type.DateTime)) {
                issues.add(at.issue(RuleIssue.NOT_A_DATE, field.label()));
            } else if (!toldOf(field)) {
                issues.add(at.issue(RuleIssue.NOT_STORED, field.label()));
            }
        });
    }

    private void values(ActionPlace at, String code, List<JsonNode> values) {
        Optional<Field> field = at.definition().flatMap(entity -> entity.field(code));
        if (field.isEmpty() || field.get().type().options().isEmpty()) {
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).asString("");
            ActionPlace here = at.at(i);
            boolean known = field.get().type().options().stream()
                    .anyMatch(option -> option.code().equals(value));
            if (!known) {
                issues.add(here.issue(RuleIssue.NO_SUCH_VALUE, field.get().label(), value));
            }
        }
    }
}
