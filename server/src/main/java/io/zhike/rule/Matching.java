package io.zhike.rule;

import io.zhike.page.PublicFormKind;
import io.zhike.record.Change;
import io.zhike.record.ChangeKind;
import io.zhike.record.ChangeOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a change is what a trigger waits for, by what the feed says of it alone. */
final class Matching {
    private Matching() {}

    /** Sample data and the erasing of personal data set nothing off. */
    static boolean matches(Trigger trigger, Change change) {
        if (change.origin() == ChangeOrigin.SAMPLE || change.origin() == ChangeOrigin.ERASURE) {
            return false;
        }
        boolean creates = change.kind() == ChangeKind.CREATE;
        boolean updates = change.kind() == ChangeKind.UPDATE;
        boolean changes = updates || change.kind() == ChangeKind.COMPUTE;
        return switch (trigger) {
            case Trigger.Created(var form) ->
                creates
                        && form.map(code -> change.causes().contains(PublicFormKind.cause(code)))
                                .orElse(true);
            case Trigger.Updated(Set<String> fields) ->
                fields.isEmpty()
                        ? updates
                        : changes
                                && fields.stream()
                                        .anyMatch(field -> change.after().has(field));
            case Trigger.Saved _ -> creates || updates;
            case Trigger.Changed changed -> changes && changed(changed, change);
            case Trigger.Entered(String field, List<JsonNode> values) ->
                (creates || changes && change.after().has(field))
                        && isOne(change.after().path(field), values)
                        && !isOne(change.before().path(field), values);
            case Trigger.Left(String field, List<JsonNode> values) ->
                changes
                        && change.after().has(field)
                        && isOne(change.before().path(field), values)
                        && !isOne(change.after().path(field), values);
            case Trigger.Deleted _ -> change.kind() == ChangeKind.DELETE;
            case Trigger.Restored _ -> change.kind() == ChangeKind.RESTORE;
            case Trigger.Timed _, Trigger.Called _ -> false;
        };
    }

    private static boolean changed(Trigger.Changed changed, Change change) {
        String field = changed.field();
        return change.after().has(field)
                && (changed.from().isEmpty() || isOne(change.before().path(field), changed.from()))
                && (changed.to().isEmpty() || isOne(change.after().path(field), changed.to()));
    }

    /** Whether a value, or one of several, is among {@code values}. */
    private static boolean isOne(JsonNode value, List<JsonNode> values) {
        List<JsonNode> held = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(held::add);
        } else {
            held.add(value);
        }
        return held.stream().anyMatch(one -> values.stream().anyMatch(each -> same(one, each)));
    }

    /** Decimals are texts in the feed, and may be numbers in a definition. */
    private static boolean same(JsonNode held, JsonNode wanted) {
        return held.equals(wanted)
                || (held.isValueNode()
                        && !held.isNull()
                        && wanted.isNumber()
                        && held.isString()
                        && wanted.decimalValue().toPlainString().equals(plain(held.stringValue())));
    }

    private static String plain(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }
}
