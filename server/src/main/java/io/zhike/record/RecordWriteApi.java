package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.ValueContext;
import io.zhike.http.Idempotency;
import io.zhike.http.IfMatch;
import io.zhike.message.Issue;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writing records over HTTP. */
@RestController
@RequestMapping("/api/v1/records/{entity}")
class RecordWriteApi {
    private static final int MOST_AT_ONCE = 5_000;

    private final RecordReader reader;
    private final RecordWriter writer;
    private final Once once;

    RecordWriteApi(RecordReader reader, RecordWriter writer, Once once) {
        this.reader = reader;
        this.writer = writer;
        this.once = once;
    }

    @PostMapping
    ResponseEntity<String> create(
            Caller caller, Idempotency idempotency, @PathVariable String entity, @RequestBody JsonNode body) {
        return Retries.run(() -> {
            Grants grants = reader.lens(caller).grants();
            return once.write(
                    caller, idempotency, HttpStatus.CREATED, ctx -> create(ctx, caller, grants, entity, body));
        });
    }

    private ObjectNode create(DSLContext ctx, Caller caller, Grants grants, String entityCode, JsonNode body) {
        EntityDefinition entity = entity(grants, entityCode);
        boolean many = body.path("items").isArray() && entity.field("items").isEmpty();
        List<JsonNode> items = new ArrayList<>();
        if (many) {
            body.path("items").forEach(items::add);
        } else {
            items.add(body);
        }
        if (items.size() > MOST_AT_ONCE) {
            throw RecordError.TOO_MANY_WRITES.problem(MOST_AT_ONCE);
        }
        InputValues input = input(caller, grants, entity);
        List<Issue> issues = new ArrayList<>();
        List<RecordWrite> writes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            writes.add(new RecordWrite.Create(input.read(items.get(i), many ? "items[" + i + "]" : "", issues)));
        }
        stopAt(issues);
        List<WriteResult.Written> written = writer.write(
                        ctx, caller, grants, WriteBatch.of(entity.code(), ChangeOrigin.of(caller), writes))
                .written();
        WrittenJson json = new WrittenJson(entity, grants);
        if (!many) {
            return json.of(written.getFirst());
        }
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        written.forEach(one -> answer.add(json.of(one)));
        return JsonNodeFactory.instance.objectNode().set("items", answer);
    }

    /**
     * Answers with the record as the caller reads it now. A change may hand it over to somebody else, so that the caller
     * reads it no more: it is saved, and 204 says that there is nothing left to tell.
     */
    @PatchMapping("/{id}")
    ResponseEntity<OneRecord> update(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        Grants grants = reader.lens(caller).grants();
        EntityDefinition definition = entity(grants, entity);
        List<Issue> issues = new ArrayList<>();
        RecordValues values = input(caller, grants, definition).read(body, "", issues);
        stopAt(issues);
        WriteResult.Written written = write(caller, entity, new RecordWrite.Update(id, version(ifMatch), values))
                .only();
        return reader.find(reader.lens(caller), entity, id)
                .map(now -> ResponseEntity.ok()
                        .eTag(IfMatch.etag(now.record().version()))
                        .body(now))
                .orElseGet(() -> ResponseEntity.noContent()
                        .eTag(IfMatch.etag(written.version()))
                        .build());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        write(caller, entity, new RecordWrite.Delete(id, version(ifMatch)));
        return ResponseEntity.noContent().build();
    }

    private WriteResult write(Caller caller, String entity, RecordWrite write) {
        return writer.write(caller, WriteBatch.of(entity, ChangeOrigin.of(caller), List.of(write)));
    }

    private static EntityDefinition entity(Grants grants, String code) {
        EntityGrant grant = grants.on(code);
        return grants.catalog()
                .find(code)
                .filter(_ -> grant.visible())
                .orElseThrow(() -> RecordError.UNKNOWN_ENTITY.problem(code));
    }

    private static InputValues input(Caller caller, Grants grants, EntityDefinition entity) {
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        return new InputValues(entity, grants.on(entity.code()).fields().shown(), context);
    }

    private static void stopAt(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }

    private static Optional<Integer> version(@Nullable String ifMatch) {
        @Nullable Long version = IfMatch.parse(ifMatch).version();
        return version == null ? Optional.empty() : Optional.of((int) Math.min(version, Integer.MAX_VALUE));
    }
}
