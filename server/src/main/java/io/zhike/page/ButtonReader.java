package io.zhike.page;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordError;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordValues;
import io.zhike.workspace.Caller;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out, through the gate out, what a button would do with records as the caller reads them. */
@Component
final class ButtonReader {
    private final RecordReader reader;

    ButtonReader(RecordReader reader) {
        this.reader = reader;
    }

    /**
     * One record as a button finds it: whether it is there, and what it would fill in.
     *
     * @param url what it would open, where it opens an address
     */
    record Found(
            UUID id,
            int version,
            boolean shown,
            RecordValues values,
            Map<String, Object> labels,
            Optional<String> url) {}

    /**
     * The records as the button finds them, in the order of {@code ids}.
     *
     * @throws ProblemException where one of them is not there for the caller, or gets a value that its field does not take
     */
    List<Found> find(DSLContext ctx, Caller caller, Grants grants, Button button, Collection<UUID> ids) {
        List<ButtonValue> worked = button.action().values().stream()
                .filter(value -> value.value().isPresent())
                .toList();
        List<String> texts = new ArrayList<>();
        button.shown().ifPresent(texts::add);
        worked.forEach(value -> texts.add(value.value().orElseThrow()));
        template(button).ifPresent(template -> texts.addAll(template.expressions()));
        Map<UUID, ReadRecord> records = reader.worked(ctx, grants, button.entity(), ids, texts).stream()
                .collect(Collectors.toMap(ReadRecord::id, record -> record));
        EntityDefinition filled = grants.catalog().get(button.filled(button.action()));
        List<Found> found = new ArrayList<>();
        for (UUID id : ids) {
            ReadRecord record = records.get(id);
            if (record == null) {
                throw RecordError.RECORD_NOT_FOUND.problem(
                        grants.catalog().get(button.entity()).label(), id);
            }
            found.add(found(caller, button, filled, worked, record));
        }
        return found;
    }

    private static Found found(
            Caller caller, Button button, EntityDefinition filled, List<ButtonValue> worked, ReadRecord record) {
        int first = button.shown().isPresent() ? 1 : 0;
        boolean shown = first == 0 || Boolean.TRUE.equals(record.value(0));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<String, Object> labels = new HashMap<>();
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < worked.size(); i++) {
            Field field = filled.fields().get(worked.get(i).field());
            values.put(field.code(), fitted(caller, field, record.value(first + i), issues));
            Object label = record.label(first + i);
            if (label != null) {
                labels.put(field.code(), label);
            }
        }
        if (button.action() instanceof ButtonAction.Create create) {
            create.back().ifPresent(back -> {
                Field field = filled.fields().get(back);
                values.put(
                        back,
                        FieldFit.value(field, record.id(), caller.workspace().zone()));
            });
        }
        stopAt(issues);
        Optional<String> url = template(button).map(template -> address(template, record, first + worked.size()));
        return new Found(record.id(), record.version(), shown, RecordValues.of(values), labels, url);
    }

    private static Optional<UrlTemplate> template(Button button) {
        return button.action() instanceof ButtonAction.OpenUrl(String text)
                ? UrlTemplate.parse(text)
                : Optional.empty();
    }

    private static String address(UrlTemplate template, ReadRecord record, int first) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < template.expressions().size(); i++) {
            texts.add(
                    switch (record.value(first + i)) {
                        case null -> "";
                        case BigDecimal number -> number.toPlainString();
                        case Object value -> value.toString();
                    });
        }
        return template.with(texts);
    }

    /** What a person could not type is not set by a button either. */
    private static @Nullable Object fitted(Caller caller, Field field, @Nullable Object given, List<Issue> issues) {
        @Nullable Object value = FieldFit.value(field, given, caller.workspace().zone());
        if (value == null) {
            return null;
        }
        return switch (field.type().read(field.type().write(value), context(caller))) {
            case Reading.Value(var read) -> read;
            case Reading.Refused(var why) -> {
                issues.add(new Issue(field.code(), why));
                yield null;
            }
        };
    }

    static ValueContext context(Caller caller) {
        return new ValueContext(caller.workspace().zone(), caller.language());
    }

    static void stopAt(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }
}
