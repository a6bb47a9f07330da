package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Credentials of other systems. Whoever builds sees which there are, administrators write them, and nobody reads what they hold.
 * No answer is kept under an {@code Idempotency-Key} here, as the request holds the secret.
 */
@RestController
@RequestMapping("/api/v1/credentials")
class CredentialApi {
    private final Credentials credentials;
    private final Definitions definitions;
    private final Members members;

    CredentialApi(Credentials credentials, Definitions definitions, Members members) {
        this.credentials = credentials;
        this.definitions = definitions;
        this.members = members;
    }

    /** @param usedBy what the published definitions are called that name it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(String code, String name, String origin, Instant changedAt, List<String> usedBy) {}

    @GetMapping
    Page<Answer> list(Caller caller) {
        definitions.requireBuilder(caller);
        return Page.whole(credentials.all(caller.workspace()).stream()
                .map(each -> answer(caller, each))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(Caller caller, @RequestBody Credentials.Wanted wanted) {
        members.requireAdmin(caller);
        return answer(caller, credentials.add(caller.workspace(), wanted));
    }

    @PatchMapping("/{code}")
    Answer change(Caller caller, @PathVariable String code, @RequestBody Credentials.Change change) {
        members.requireAdmin(caller);
        return answer(caller, credentials.change(caller.workspace(), code, change));
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String code) {
        members.requireAdmin(caller);
        credentials.remove(caller.workspace(), code);
    }

    private Answer answer(Caller caller, Credential each) {
        List<String> usedBy = credentials.use(caller.workspace()).of(each.code()).stream()
                .map(label -> label.in(caller.language()))
                .toList();
        return new Answer(each.code(), each.name(), each.origin(), each.changedAt(), usedBy);
    }
}
