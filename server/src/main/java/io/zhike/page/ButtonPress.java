package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Expressions;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.InputValues;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordError;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.WriteResult;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the press of a button does: works out values as the caller reads the record, and writes them through the gate as the
 * caller. The record is read at one version and written only if it has that version still.
 */
@Component
final class ButtonPress {
    private static final Expressions LANGUAGE = new Expressions();

    private final Access access;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final Clock clock;

    ButtonPress(Access access, RecordReader reader, RecordWriter writer, Clock clock) {
        this.access = access;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    /** What the caller may do just now. Ask before a transaction begins: it holds one connection. */
    Grants grants(Caller caller) {
        return access.of(caller);
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
     * What came of it.
     *
     * @param batch by which it can be taken back; null where nothing changed
     * @param written each record that was changed or made
     * @param left how many records the button is not there for
     */
    record Pressed(@Nullable UUID batch, List<WriteResult.Written> written, int left) {}

    /**
     * Does it to some records, all of them or none.
     *
     * @param version what the caller saw of the one record; empty: no matter
     * @param values what the caller was asked for
     * @param strict whether a record for which the button is not there ends it; else that record is left as it is
     */
    Pressed press(DSLContext ctx, Caller caller, Grants grants, Button button, Press press) {
        EntityDefinition filled = grants.catalog().get(button.filled(button.action()));
        RecordValues given = given(caller, grants, button, filled, press.values());
        List<Found> all = find(ctx, caller, grants, button, press.ids());
        press.version().ifPresent(seen -> all.forEach(found -> unchanged(seen, found)));
        List<Found> here = all.stream().filter(Found::shown).toList();
        if (press.strict() && here.size() < all.size()) {
            throw hidden(caller, grants.catalog(), button);
        }
        List<RecordWrite> writes = new ArrayList<>();
        for (Found found : here) {
            RecordValues values = found.values().overlaidBy(given);
            complete(button, filled, values);
            writes.add(write(button, found, values));
        }
        UUID batch = Ids.at(clock.instant());
        List<WriteResult.Written> written = writes.isEmpty()
                ? List.of()
                : writer.write(
                                ctx,
                                caller,
                                grants,
                                WriteBatch.of(filled.code(), origin(caller, press), writes)
                                        .in(batch)
                                        .because(ButtonKind.KIND + ":" + button.code()))
                        .written();
        boolean changed = written.stream().anyMatch(WriteResult.Written::changed);
        return new Pressed(changed ? batch : null, written, all.size() - here.size());
    }

    /** See {@link #press}. */
    record Press(
            List<UUID> ids,
            Optional<Integer> version,
            @Nullable JsonNode values,
            boolean strict) {
        Press {
            ids = ids.stream().distinct().toList();
        }
    }

    private static ChangeOrigin origin(Caller caller, Press press) {
        return press.strict() ? ChangeOrigin.of(caller) : ChangeOrigin.BULK;
    }

    private static RecordWrite write(Button button, Found found, RecordValues values) {
        return switch (button.action()) {
            case ButtonAction.Set _ -> new RecordWrite.Update(found.id(), Optional.of(found.version()), values);
            case ButtonAction.Create _ -> new RecordWrite.Create(values);
            case ButtonAction.OpenUrl _, ButtonAction.OpenRelated _, ButtonAction.OpenView _, ButtonAction.Call _ ->
                throw ButtonError.NOTHING_TO_RUN.problem(button.label());
        };
    }

    private static void unchanged(int seen, Found found) {
        if (found.version() != seen) {
            throw RecordError.VERSION_CONFLICT.problem(seen, found.version());
        }
    }

    private static ProblemException hidden(Caller caller, EntityCatalog catalog, Button button) {
        String why = button.shown()
                .flatMap(text -> ButtonCheck.tree(catalog, button.entity(), text))
                .map(tree -> LANGUAGE.toText(tree, button.entity(), catalog.vocabulary(), caller.language()))
                .orElse("");
        return ButtonError.BUTTON_HIDDEN.problem(button.label(), why);
    }

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

    private static RecordValues given(
            Caller caller, Grants grants, Button button, EntityDefinition filled, @Nullable JsonNode values) {
        if (values == null || values.isNull()) {
            return RecordValues.NONE;
        }
        List<Issue> issues = new ArrayList<>();
        RecordValues given =
                new InputValues(filled, grants.on(filled.code()).readable(), context(caller)).read(values, "", issues);
        Set<String> fixed = fixed(button.action());
        given.codes().stream()
                .filter(fixed::contains)
                .forEach(code -> issues.add(Issue.at(
                        code, ButtonError.VALUE_FIXED, filled.fields().get(code).label())));
        stopAt(issues);
        return given;
    }

    private static Set<String> fixed(ButtonAction action) {
        Set<String> fixed = action.values().stream()
                .filter(value -> !value.ask())
                .map(ButtonValue::field)
                .collect(Collectors.toSet());
        if (action instanceof ButtonAction.Create create) {
            create.back().ifPresent(fixed::add);
        }
        return fixed;
    }

    private static void complete(Button button, EntityDefinition filled, RecordValues values) {
        List<Issue> issues = button.action().values().stream()
                .filter(value -> value.required() && values.get(value.field()) == null)
                .map(value -> Issue.at(
                        value.field(),
                        RecordError.VALUE_REQUIRED,
                        filled.fields().get(value.field()).label()))
                .toList();
        stopAt(issues);
    }

    private static ValueContext context(Caller caller) {
        return new ValueContext(caller.workspace().zone(), caller.language());
    }

    private static void stopAt(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }
}
