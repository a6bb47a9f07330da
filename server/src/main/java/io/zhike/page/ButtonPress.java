package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Expressions;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.InputValues;
import io.zhike.record.RecordError;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.WriteResult;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What the press of a button does: writes what is worked out and what was asked for through the gate, as the caller. A
 * record is written only if it still has the version at which it was read.
 */
@Component
final class ButtonPress {
    private static final Expressions LANGUAGE = new Expressions();

    private final Access access;
    private final ButtonReader reading;
    private final RecordWriter writer;
    private final ButtonRules rules;
    private final Clock clock;

    ButtonPress(Access access, ButtonReader reading, RecordWriter writer, ButtonRules rules, Clock clock) {
        this.access = access;
        this.reading = reading;
        this.writer = writer;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the caller may do just now. Ask before a transaction begins: it holds one connection. */
    Grants grants(Caller caller) {
        return access.of(caller);
    }

    /**
     * What came of it.
     *
     * @param batch by which it can be taken back; null where nothing changed
     * @param written each record that was changed or made
     * @param left how many records the button is not there for
     */
    record Pressed(@Nullable UUID batch, List<WriteResult.Written> written, int left) {}

    /**
     * What is to be done.
     *
     * @param ids each counts once
     * @param version what the caller saw of the one record; empty: no matter
     * @param values what the caller was asked for, as a record's values are sent
     * @param strict whether a record for which the button is not there ends it; else that record is left as it is
     */
    record Press(
            List<UUID> ids,
            Optional<Integer> version,
            @Nullable JsonNode values,
            boolean strict) {
        Press {
            ids = ids.stream().distinct().toList();
        }
    }

    /**
     * Does it to some records, all of them or none.
     *
     * @throws ProblemException where a record is not there, has changed or is refused, or where what was asked for is wrong
     */
    Pressed press(DSLContext ctx, Caller caller, Grants grants, Button button, Press press) {
        EntityDefinition filled = grants.catalog().get(button.filled(button.action()));
        RecordValues given = given(caller, grants, button, filled, press.values());
        List<ButtonReader.Found> all = reading.find(ctx, caller, grants, button, press.ids());
        press.version().ifPresent(seen -> all.forEach(found -> unchanged(seen, found)));
        List<ButtonReader.Found> here =
                all.stream().filter(ButtonReader.Found::shown).toList();
        if (press.strict() && here.size() < all.size()) {
            throw hidden(caller, grants.catalog(), button);
        }
        if (button.action() instanceof ButtonAction.RunRule(String rule)) {
            return new Pressed(null, run(ctx, caller, rule, here), all.size() - here.size());
        }
        List<RecordWrite> writes = new ArrayList<>();
        for (ButtonReader.Found found : here) {
            RecordValues values = found.values().overlaidBy(given);
            complete(button, filled, values);
            writes.add(write(button, found, values));
        }
        UUID batch = Ids.at(clock.instant());
        WriteBatch together = WriteBatch.of(filled.code(), origin(caller, press), writes)
                .in(batch)
                .because(ButtonKind.KIND + ":" + button.code());
        List<WriteResult.Written> written = writes.isEmpty()
                ? List.of()
                : writer.write(ctx, caller, grants, together).written();
        boolean changed = written.stream().anyMatch(WriteResult.Written::changed);
        return new Pressed(changed ? batch : null, written, all.size() - here.size());
    }

    private List<WriteResult.Written> run(DSLContext ctx, Caller caller, String rule, List<ButtonReader.Found> here) {
        rules.begin(
                ctx,
                caller,
                rule,
                Ids.at(clock.instant()),
                here.stream().map(ButtonReader.Found::id).toList());
        return here.stream()
                .map(found -> new WriteResult.Written(found.id(), 0, found.version(), true, RecordValues.NONE))
                .toList();
    }

    private static ChangeOrigin origin(Caller caller, Press press) {
        return press.strict() ? ChangeOrigin.of(caller) : ChangeOrigin.BULK;
    }

    private static RecordWrite write(Button button, ButtonReader.Found found, RecordValues values) {
        return switch (button.action()) {
            case ButtonAction.Set _ -> new RecordWrite.Update(found.id(), Optional.of(found.version()), values);
            case ButtonAction.Create _ -> new RecordWrite.Create(values);
            case ButtonAction.RunRule _,
                    ButtonAction.OpenUrl _,
                    ButtonAction.OpenRelated _,
                    ButtonAction.OpenView _,
                    ButtonAction.Call _ -> throw ButtonError.NOTHING_TO_RUN.problem(button.label());
        };
    }

    private static void unchanged(int seen, ButtonReader.Found found) {
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

    private static RecordValues given(
            Caller caller, Grants grants, Button button, EntityDefinition filled, @Nullable JsonNode values) {
        if (values == null || values.isNull()) {
            return RecordValues.NONE;
        }
        List<Issue> issues = new ArrayList<>();
        RecordValues given = new InputValues(
                        filled, grants.on(filled.code()).fields().shown(), ButtonReader.context(caller))
                .read(values, "", issues);
        Set<String> fixed = fixed(button.action());
        given.codes().stream()
                .filter(fixed::contains)
                .forEach(code -> issues.add(Issue.at(
                        code, ButtonError.VALUE_FIXED, filled.fields().get(code).label())));
        ButtonReader.stopAt(issues);
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
        ButtonReader.stopAt(issues);
    }
}
