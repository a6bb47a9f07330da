package io.zhike.workspace;

import io.zhike.http.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * API keys. Members have their own; administrators see and revoke those of all. A key makes no keys, so that one that
 * leaked can be ended. No answer is kept under an {@code Idempotency-Key} here, as it would hold the secret.
 */
@RestController
@RequestMapping("/api/v1/keys")
class KeyApi {
    private final Keys keys;
    private final Members members;

    KeyApi(Keys keys, Members members) {
        this.keys = keys;
        this.members = members;
    }

    /**
     * A key to be made.
     *
     * @param expiresAt null for never
     * @param addresses from which alone it may be used; null for all that the workspace allows
     */
    record Wanted(
            @Nullable String name,
            @Nullable Instant expiresAt,
            @Nullable List<String> addresses) {}

    /** @param key the secret, which is shown only this once */
    record Made(
            UUID id,
            String name,
            String prefix,
            String key,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    @GetMapping
    Page<Keys.Key> list(Caller caller, @RequestParam(defaultValue = "false") boolean all) {
        if (all) {
            members.requireAdmin(caller);
        }
        return Page.whole(keys.list(caller.workspace(), all ? null : caller.memberOrThrow()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made create(Caller caller, @RequestBody Wanted wanted) {
        if (!(caller.origin() instanceof Origin.Session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
        String name = wanted.name() == null ? "" : wanted.name();
        List<String> addresses = wanted.addresses() == null ? List.of() : wanted.addresses();
        Keys.Made made = keys.create(caller.workspace(), caller.memberOrThrow(), name, wanted.expiresAt(), addresses);
        Keys.Key key = made.key();
        return new Made(key.id(), key.name(), key.prefix(), made.secret(), key.createdAt(), key.expiresAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        keys.revoke(caller.workspace(), id, members.isAdmin(caller) ? null : caller.memberOrThrow());
    }
}
