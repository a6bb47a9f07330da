package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.http.Idempotency;
import io.zhike.http.IfMatch;
import io.zhike.http.Page;
import io.zhike.message.Issue;
import io.zhike.record.Retries;
import io.zhike.record.WriteResult;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Buttons at records: which are there for whom, what they would do, and doing it. */
@RestController
@RequestMapping("/api/v1")
class ButtonApi {
    private static final int MOST_AT_ONCE = 1_000;

    private final Definitions definitions;
    private final Database database;
    private final ButtonReader reading;
    private final ButtonPress buttons;
    private final Once once;

    ButtonApi(Definitions definitions, Database database, ButtonReader reading, ButtonPress buttons, Once once) {
        this.definitions = definitions;
        this.database = database;
        this.reading = reading;
        this.buttons = buttons;
        this.once = once;
    }

    /** @param values of fields that are asked for, as a record's values are sent */
    record Pressing(@Nullable JsonNode values) {}

    /** @param ids the records that are meant */
    record PressingMany(@Nullable List<UUID> ids, @Nullable JsonNode values) {}

    /**
     * What pressing the button would do, without doing it.
     *
     * @param shown whether it is there for the record
     * @param entity what {@code values} are fields of
     * @param url what it would open, where it opens an address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(
            boolean shown,
            int version,
            String action,
            String entity,
            Map<String, JsonNode> values,
            Map<String, Object> labels,
            @Nullable String url) {}

    /**
     * What pressing it did.
     *
     * @param batch by which it can be taken back; absent where nothing changed
     * @param entity of which {@code id} is a record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(@Nullable UUID batch, String entity, UUID id, int version) {}

    /** @param left how many records the button is not there for; they are as they were */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoneToMany(@Nullable UUID batch, String entity, long done, long left) {}

    /**
     * In the order in which they stand.
     *
     * @param entity only the buttons of this entity
     */
    @GetMapping("/buttons")
    Page<ButtonAnswer> all(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        Grants grants = buttons.grants(caller);
        DefinitionSet published = definitions.published(caller.workspace());
        ButtonRights rights = new ButtonRights(grants, published);
        return Page.whole(published.ofKind(ButtonKind.KIND).stream()
                .map(Button::of)
                .filter(button -> entity == null || entity.equals(button.entity()))
                .filter(rights::allow)
                .sorted(Button.ORDER)
                .map(button -> ButtonAnswer.of(button, grants.catalog(), viewEntity(published, button)))
                .toList());
    }

    private static @Nullable String viewEntity(DefinitionSet published, Button button) {
        return button.action() instanceof ButtonAction.OpenView(String view)
                ? published
                        .find(ViewKind.KIND, view)
                        .map(found -> found.get("entity").asString())
                        .orElse(null)
                : null;
    }

    /** @param draft whether the draft of the button is meant; for those who build */
    @GetMapping("/records/{entity}/{id}/buttons/{code}")
    Preview preview(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean draft) {
        Grants grants = buttons.grants(caller);
        Button button = draft ? drafted(caller, grants, entity, code) : usable(caller, grants, entity, code);
        ButtonReader.Found found = database.read(ctx -> reading.find(ctx, caller, grants, button, List.of(id)))
                .getFirst();
        String filled = button.filled(button.action());
        EntityDefinition definition = grants.catalog().get(filled);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        found.values().asMap().forEach((field, value) -> {
            if (value != null) {
                values.put(field, definition.fields().get(field).type().write(value));
            }
        });
        return new Preview(
                found.shown(),
                found.version(),
                button.action().code(),
                filled,
                values,
                found.labels(),
                found.url().orElse(null));
    }

    /** Does it as the caller. With {@code If-Match} it is refused where the record has another version by now. */
    @PostMapping("/records/{entity}/{id}/buttons/{code}")
    ResponseEntity<String> press(
            Caller caller,
            Idempotency idempotency,
            @PathVariable String entity,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Pressing body) {
        @Nullable Long seen = IfMatch.parse(ifMatch).version();
        Optional<Integer> version =
                seen == null ? Optional.empty() : Optional.of((int) Math.min(seen, Integer.MAX_VALUE));
        ButtonPress.Press press = new ButtonPress.Press(List.of(id), version, body.values(), true);
        return run(caller, idempotency, entity, code, press, (button, pressed) -> {
            WriteResult.Written written = pressed.written().getFirst();
            return new Done(pressed.batch(), button.filled(button.action()), written.id(), written.version());
        });
    }

    /** Does it to several records, all of those that the button is there for or none. */
    @PostMapping("/records/{entity}/buttons/{code}")
    ResponseEntity<String> pressMany(
            Caller caller,
            Idempotency idempotency,
            @PathVariable String entity,
            @PathVariable String code,
            @RequestBody PressingMany body) {
        List<UUID> ids = body.ids() == null ? List.of() : body.ids();
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw ButtonError.RECORDS_UNCLEAR.problem(MOST_AT_ONCE);
        }
        ButtonPress.Press press = new ButtonPress.Press(ids, Optional.empty(), body.values(), false);
        return run(caller, idempotency, entity, code, press, (button, pressed) -> {
            long done = pressed.written().stream()
                    .filter(WriteResult.Written::changed)
                    .count();
            return new DoneToMany(pressed.batch(), button.filled(button.action()), done, pressed.left());
        });
    }

    private ResponseEntity<String> run(
            Caller caller,
            Idempotency idempotency,
            String entity,
            String code,
            ButtonPress.Press press,
            BiFunction<Button, ButtonPress.Pressed, ?> answer) {
        return Retries.run(() -> {
            Grants grants = buttons.grants(caller);
            Button button = usable(caller, grants, entity, code);
            return once.write(
                    caller,
                    idempotency,
                    HttpStatus.OK,
                    (DSLContext ctx) -> answer.apply(button, buttons.press(ctx, caller, grants, button, press)));
        });
    }

    private Button usable(Caller caller, Grants grants, String entity, String code) {
        DefinitionSet published = definitions.published(caller.workspace());
        ButtonRights rights = new ButtonRights(grants, published);
        return published
                .find(ButtonKind.KIND, code)
                .map(Button::of)
                .filter(button -> button.entity().equals(entity) && rights.allow(button))
                .orElseThrow(() -> ButtonError.UNKNOWN_BUTTON.problem(code));
    }

    /**
     * A draft as the builder has it now, over what is published: a draft's fields have no values yet. Who builds sees by it
     * no more of a record than otherwise.
     */
    private Button drafted(Caller caller, Grants grants, String entity, String code) {
        DefinitionSet drafts = definitions.drafted(caller);
        DefinitionSet published = definitions.published(caller.workspace());
        return drafts.find(ButtonKind.KIND, code)
                .filter(found -> Button.of(found).entity().equals(entity))
                .map(found -> {
                    Button button = Button.of(found);
                    List<Issue> issues = new ArrayList<>(new ButtonKind().check(found, published));
                    issues.addAll(ButtonCheck.unpublished(EntityCatalog.of(published), button));
                    if (!issues.isEmpty()) {
                        throw ButtonError.BUTTON_DRAFTED.problem(issues, issues.size());
                    }
                    return button;
                })
                .filter(new ButtonRights(grants, published)::reaches)
                .orElseThrow(() -> ButtonError.UNKNOWN_BUTTON.problem(code));
    }
}
