package io.zhike.rule.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.definition.Definitions;
import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.message.Language;
import io.zhike.notice.SigningKeys;
import io.zhike.record.RecordReader;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleBook;
import io.zhike.rule.Trigger;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Addresses of rules, what came to them, and the keys by which rules sign what they send; for those who build them. */
@RestController
@RequestMapping("/api/v1/rules/{code}")
class HookBuildApi {
    private static final int MOST = DeliveryRows.KEPT;
    private static final String ORDER = "deliveries";

    private final Definitions definitions;
    private final Database database;
    private final Hooks hooks;
    private final SigningKeys keys;
    private final RecordReader reader;
    private final Clock clock;

    HookBuildApi(
            Definitions definitions,
            Database database,
            Hooks hooks,
            SigningKeys keys,
            RecordReader reader,
            Clock clock) {
        this.definitions = definitions;
        this.database = database;
        this.hooks = hooks;
        this.keys = keys;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param path below the address of this installation; null where there is none yet */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HookAnswer(@Nullable String path, @Nullable Instant createdAt) {}

    /** @param title null where the caller may not read the record, or where it is gone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordAnswer(String entity, UUID id, @Nullable String title) {}

    /**
     * Something that came.
     *
     * @param message why it was refused
     * @param problems what was wrong at each place
     * @param body as it came, cut where it is long; null where it may not be kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryAnswer(
            UUID id,
            Instant at,
            String result,
            @Nullable RecordAnswer record,
            @Nullable String message,
            List<String> problems,
            @Nullable String body) {}

    record KeyAnswer(String key) {}

    @GetMapping("/hook")
    HookAnswer hook(Caller caller, @PathVariable String code) {
        Rule rule = byHook(caller, code);
        return database.read(ctx -> hooks.of(ctx, caller.workspace(), rule.code()))
                .map(HookBuildApi::answer)
                .orElseGet(() -> new HookAnswer(null, null));
    }

    /** Another address; the old one is not there any more from this moment on. */
    @PostMapping("/hook")
    HookAnswer replace(Caller caller, @PathVariable String code) {
        Rule rule = byHook(caller, code);
        return database.write(ctx -> {
            tell(ctx, caller, rule, HookAction.HOOK_REPLACED);
            return answer(hooks.replace(ctx, caller.workspace(), rule.code()));
        });
    }

    private static HookAnswer answer(Hooks.Shown shown) {
        return new HookAnswer(shown.path(), shown.createdAt());
    }

    /** What came last, the newest first. */
    @GetMapping("/deliveries")
    Page<DeliveryAnswer> deliveries(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Rule rule = byHook(caller, code);
        int wanted = Page.limit(limit, MOST, MOST);
        UUID before = Cursor.idAfter(after, ORDER);
        List<DeliveryRows.Delivery> found = database.read(
                ctx -> new DeliveryRows(ctx, caller.workspace().schema()).newest(rule.code(), before, wanted + 1));
        Map<String, Set<UUID>> records = new HashMap<>();
        found.forEach(each -> {
            UUID record = each.record();
            if (record != null) {
                records.computeIfAbsent(each.entity(), _ -> new HashSet<>()).add(record);
            }
        });
        Map<UUID, String> titles = new HashMap<>();
        records.forEach((entity, ids) -> titles.putAll(reader.titles(caller, entity, ids)));
        return Page.of(
                found.stream().map(each -> answer(caller, each, titles)).toList(),
                wanted,
                last -> new Cursor(ORDER, List.of(last.id().toString())));
    }

    private static DeliveryAnswer answer(Caller caller, DeliveryRows.Delivery each, Map<UUID, String> titles) {
        JsonNode message = each.message();
        JsonNode said = message == null ? null : message.path(caller.language() == Language.ZH ? "zh" : "en");
        List<String> places = new ArrayList<>();
        if (said != null) {
            said.path("places").forEach(place -> places.add(place.asString()));
        }
        UUID record = each.record();
        return new DeliveryAnswer(
                each.id(),
                each.at(),
                each.result().code(),
                record == null ? null : new RecordAnswer(each.entity(), record, titles.get(record)),
                said == null ? null : said.path("text").asString(""),
                places,
                each.body());
    }

    /** The key by which whoever is called by the rule knows that it is. */
    @GetMapping("/signing-key")
    KeyAnswer key(Caller caller, @PathVariable String code) {
        Rule rule = rule(caller, code);
        return new KeyAnswer(database.write(ctx -> keys.of(ctx, caller.workspace(), Rule.source(rule.code()))));
    }

    /** Another key; nothing is signed by the old one any more from this moment on. */
    @PostMapping("/signing-key")
    KeyAnswer replaceKey(Caller caller, @PathVariable String code) {
        Rule rule = rule(caller, code);
        return database.write(ctx -> {
            tell(ctx, caller, rule, HookAction.SIGNING_KEY_REPLACED);
            return new KeyAnswer(keys.replace(ctx, caller.workspace(), Rule.source(rule.code())));
        });
    }

    private void tell(DSLContext ctx, Caller caller, Rule rule, HookAction action) {
        Workspace workspace = caller.workspace();
        AuditLog.record(
                ctx,
                workspace.schema(),
                clock.instant(),
                AuditEntry.of(action).with(AuditWord.NAME, rule.label().in(workspace.language())));
    }

    private Rule rule(Caller caller, String code) {
        return RuleBook.built(definitions, caller, code);
    }

    private Rule byHook(Caller caller, String code) {
        Rule rule = rule(caller, code);
        if (!(rule.trigger() instanceof Trigger.Webhook)) {
            throw HookError.NOT_BY_WEBHOOK.problem(rule.label());
        }
        return rule;
    }
}
