package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FormLogic;
import io.zhike.entity.FormLogic.Condition;
import io.zhike.entity.Option;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds records to the logic of their entity: what has to be filled in, what must not be changed, which options can be
 * chosen, what has to hold between fields. An update is only asked about what it touches, and about what follows from that.
 * Taking back a batch is only asked for required fields: it brings back what was there. Erasing personal data is asked for
 * nothing: no form may keep somebody from being forgotten.
 */
final class LogicPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        if (run.batch().origin() == ChangeOrigin.ERASURE) {
            return;
        }
        FormLogic logic = run.catalog().logic(run.entity().code());
        List<Field> required = run.entity()
                .fields()
                .where(field -> field.writable()
                        && (field.required() || logic.requiredWhen(field.code()).isPresent()));
        if (required.isEmpty() && logic.isEmpty()) {
            return;
        }
        List<PendingWrite> writes =
                run.pending(ChangeKind.CREATE, ChangeKind.UPDATE).toList();
        LogicRows rows = LogicRows.of(run, logic, writes);
        boolean whole = run.batch().origin() != ChangeOrigin.UNDO;
        for (PendingWrite write : writes) {
            RecordValues changes = write.creates() || logic.isEmpty() ? RecordValues.NONE : write.changes();
            Asking asking = new Asking(run, logic, rows, write, changes, whole);
            required.forEach(asking::required);
            if (whole && !logic.isEmpty()) {
                asking.rest();
            }
        }
    }

    /**
     * What one write is asked.
     *
     * @param changes what an update makes different
     * @param whole whether more than required fields
     */
    private record Asking(
            WriteRun run, FormLogic logic, LogicRows rows, PendingWrite write, RecordValues changes, boolean whole) {

        /** What is hidden cannot be filled in, so it is not asked for. */
        void required(Field field) {
            Optional<Condition> when = whole ? logic.requiredWhen(field.code()) : Optional.empty();
            Optional<Condition> shown = logic.shown(field.code());
            if (write.after().get(field.code()) != null || !asks(field, when, shown)) {
                return;
            }
            boolean needed = field.required()
                    || when.filter(condition -> rows.holds(condition, write.after()))
                            .isPresent();
            if (needed
                    && shown.map(condition -> rows.holds(condition, write.after()))
                            .orElse(true)) {
                refuseBlank(field);
            }
        }

        private boolean asks(Field field, Optional<Condition> when, Optional<Condition> shown) {
            return write.creates()
                    || write.incoming().has(field.code())
                    || when.filter(this::touched).isPresent()
                    || shown.filter(this::touched).isPresent();
        }

        /** A field that is not there for the caller has no name for them. */
        private void refuseBlank(Field field) {
            if (run.grant().fields().shown().contains(field.code())) {
                write.refuse(field.code(), RecordError.VALUE_REQUIRED, field.label());
            } else {
                write.refuse("", RecordError.HIDDEN_REQUIRED);
            }
        }

        /** Whether the write changes anything that the condition depends on. */
        private boolean touched(Condition condition) {
            return condition.reads().stream().anyMatch(changes::has);
        }

        void rest() {
            EntityDefinition entity = run.entity();
            for (String code : write.incoming().codes()) {
                logic.readonlyWhen(code)
                        .ifPresent(condition -> locked(entity.fields().get(code), condition));
                if (!logic.options(code).isEmpty()) {
                    options(entity.fields().get(code), logic.options(code));
                }
            }
            logic.checks().forEach(this::check);
        }

        /** By what the record was; a new one by all that it will be but the field itself. */
        private void locked(Field field, Condition condition) {
            boolean sets = write.creates() ? write.after().get(field.code()) != null : changes.has(field.code());
            RecordValues judged = write.before()
                    .map(StoredRecord::values)
                    .orElseGet(() -> write.after().with(field.code(), null));
            if (sets && rows.holds(condition, judged)) {
                write.refuse(field.code(), RecordError.FIELD_LOCKED, field.label());
            }
        }

        /** What was chosen before may stay. */
        private void options(Field field, Map<String, Condition> conditions) {
            Set<String> chosen = codes(write.after().get(field.code()));
            chosen.removeAll(codes(write.before()
                    .map(before -> before.values().get(field.code()))
                    .orElse(null)));
            for (String code : chosen) {
                Condition condition = conditions.get(code);
                if (condition != null && !rows.holds(condition, write.after())) {
                    write.refuse(field.code(), RecordError.OPTION_UNAVAILABLE, field.label(), called(field, code));
                }
            }
        }

        private static Label called(Field field, String code) {
            return field.type().options().stream()
                    .filter(option -> option.code().equals(code))
                    .findFirst()
                    .map(Option::label)
                    .orElseGet(() -> Label.of(code));
        }

        private static Set<String> codes(@Nullable Object value) {
            List<Object> all = new ArrayList<>();
            if (value instanceof List<?> list) {
                all.addAll(list);
            } else if (value != null) {
                all.add(value);
            }
            Set<String> codes = new HashSet<>();
            all.forEach(each -> codes.add(Objects.toString(each)));
            return codes;
        }

        private void check(FormLogic.Rule rule) {
            boolean asked = write.creates() || touched(rule.condition());
            boolean ready = rule.needs().stream().allMatch(code -> rows.value(code, write.after()) != null);
            if (asked && ready && rows.fails(rule.condition(), write.after())) {
                String place = rule.check()
                        .field()
                        .filter(run.grant().fields().shown()::contains)
                        .orElse("");
                write.refuse(place, RecordError.CHECK_FAILED, rule.check().message());
            }
        }
    }
}
