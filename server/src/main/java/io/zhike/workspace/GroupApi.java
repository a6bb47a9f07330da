package io.zhike.workspace;

import io.zhike.http.Idempotency;
import io.zhike.http.IfMatch;
import io.zhike.http.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The groups of the caller's workspace. Everybody sees them, administrators change them. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupApi {
    private final Groups groups;
    private final Members members;
    private final Once once;

    GroupApi(Groups groups, Members members, Once once) {
        this.groups = groups;
        this.members = members;
        this.once = once;
    }

    @GetMapping
    Page<MemberGroup> list(Caller caller) {
        return Page.whole(groups.all(caller.workspace()));
    }

    @GetMapping("/{id}")
    MemberGroup get(Caller caller, @PathVariable UUID id) {
        return groups.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_GROUP::problem);
    }

    @PostMapping
    ResponseEntity<String> create(Caller caller, Idempotency request, @RequestBody Groups.Wanted wanted) {
        members.requireAdmin(caller);
        return once.write(caller, request, HttpStatus.CREATED, ctx -> groups.create(ctx, caller.workspace(), wanted));
    }

    @PatchMapping("/{id}")
    MemberGroup change(Caller caller, @PathVariable UUID id, IfMatch match, @RequestBody Groups.Change change) {
        members.requireAdmin(caller);
        return groups.change(caller.workspace(), id, change, match.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        groups.delete(caller.workspace(), id);
    }
}
