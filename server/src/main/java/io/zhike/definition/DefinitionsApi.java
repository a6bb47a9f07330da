package io.zhike.definition;

import io.zhike.http.IfMatch;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reading definitions, and saving drafts of them: for those who build something, since documents name what is hidden from
 * others. They read those of all apps, which point at each other.
 */
@RestController
@RequestMapping("/api/v1")
class DefinitionsApi {
    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";
    private static final String TRASH = "trash";

    private final Definitions definitions;
    private final DefinitionListing listing;
    private final Builders builders;

    DefinitionsApi(Definitions definitions, DefinitionListing listing, Builders builders) {
        this.definitions = definitions;
        this.listing = listing;
        this.builders = builders;
    }

    /** Without a state, the drafts laid over what is published. */
    @GetMapping("/definitions")
    Page<DefinitionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String app,
            @RequestParam(required = false) @Nullable String state) {
        builders.require(caller);
        List<DefinitionView> found = inState(caller, state).stream()
                .filter(view -> kind == null || kind.equals(view.kind()))
                .filter(view -> app == null || app.equals(view.app()))
                .toList();
        return Page.whole(found);
    }

    private List<DefinitionView> inState(Caller caller, @Nullable String state) {
        BuildScope scope = definitions.scope(caller);
        return switch (state) {
            case null -> listing.all(caller.workspace(), scope);
            case PUBLISHED -> listing.published(caller.workspace());
            case DRAFT -> listing.drafts(caller.workspace(), scope);
            case TRASH -> listing.trash(caller.workspace());
            default -> throw DefinitionError.UNKNOWN_STATE.problem(state);
        };
    }

    /** The document, its version as {@code ETag}: the draft where there is one. */
    @GetMapping("/definitions/{kind}/{code}")
    ResponseEntity<ObjectNode> get(
            Caller caller,
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String state) {
        builders.require(caller);
        DefinitionKey key = key(kind, code);
        if (PUBLISHED.equals(state)) {
            Definition definition = definitions.published(caller.workspace()).get(key);
            return ResponseEntity.ok(definition.body());
        }
        DefinitionView view = listing.find(caller.workspace(), definitions.scope(caller), key)
                .filter(found -> found.definition() != null)
                .orElseThrow(() -> DefinitionError.UNKNOWN_DEFINITION.problem(kind, code));
        return ResponseEntity.ok().eTag(IfMatch.etag(view.version())).body(Objects.requireNonNull(view.definition()));
    }

    @PutMapping("/definitions/{kind}/{code}")
    ResponseEntity<DefinitionView> put(
            Caller caller,
            @PathVariable String kind,
            @PathVariable String code,
            IfMatch ifMatch,
            @RequestBody JsonNode document) {
        if (!(document instanceof ObjectNode body)) {
            throw DefinitionError.NOT_A_DOCUMENT.problem(kind, code);
        }
        DraftResult result = definitions.put(caller, kind, code, body, ifMatch.version());
        return answer(caller, key(kind, code), result);
    }

    /** Makes a draft that deletes; {@code ?state=draft} throws the draft away instead. */
    @DeleteMapping("/definitions/{kind}/{code}")
    ResponseEntity<?> delete(
            Caller caller,
            @PathVariable String kind,
            @PathVariable String code,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String state) {
        DefinitionKey key = key(kind, code);
        if (DRAFT.equals(state)) {
            definitions.discard(caller, key, ifMatch.version());
            return ResponseEntity.noContent().build();
        }
        DraftResult result = definitions.delete(caller, key, ifMatch.version());
        return result.draft() == null ? ResponseEntity.noContent().build() : answer(caller, key, result);
    }

    @GetMapping("/schemas/{kind}")
    ObjectNode schema(Caller caller, @PathVariable String kind) {
        return definitions.schema(kind);
    }

    private ResponseEntity<DefinitionView> answer(Caller caller, DefinitionKey key, DraftResult result) {
        DefinitionView view = listing.find(caller.workspace(), definitions.scope(caller), key)
                .orElseThrow(() -> DefinitionError.UNKNOWN_DEFINITION.problem(key.kind(), key.code()));
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(view.version()))
                .body(view.with(PlaceView.of(result.issues(), caller.language())));
    }

    /** What is no code cannot be there either. */
    private static DefinitionKey key(String kind, String code) {
        if (!DefinitionKey.isCode(kind) || !DefinitionKey.isCode(code)) {
            throw DefinitionError.UNKNOWN_DEFINITION.problem(kind, code);
        }
        return new DefinitionKey(kind, code);
    }
}
