package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.http.Page;
import io.zhike.message.Label;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stands in somebody's name, and its passing to others; for administrators. */
@RestController
@RequestMapping("/api/v1")
class HandOverApi {
    private static final int EXAMPLES = 5;

    private final HandOvers handOvers;
    private final Holdings holdings;
    private final Members members;
    private final Departments departments;

    HandOverApi(HandOvers handOvers, Holdings holdings, Members members, Departments departments) {
        this.handOvers = handOvers;
        this.holdings = holdings;
        this.members = members;
        this.departments = departments;
    }

    /** One kind of thing, and the first few of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Held(String code, Label label, Holding.Fate fate, long count, List<Holding.Example> examples) {}

    record Merge(@Nullable UUID into) {}

    /** What the member holds: only kinds of which there are any. */
    @GetMapping("/members/{id}/holdings")
    Page<Held> ofMember(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        Member member = member(caller, id);
        return held(caller, new Subject.OfMember(member.id()));
    }

    @GetMapping("/departments/{id}/holdings")
    Page<Held> ofDepartment(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        Department department = department(caller, id);
        return held(caller, new Subject.OfDepartment(department.id()));
    }

    private Page<Held> held(Caller caller, Subject subject) {
        return Page.whole(holdings.of(caller.workspace(), subject).stream()
                .map(HandOverApi::held)
                .filter(each -> each.count() > 0)
                .toList());
    }

    private static Held held(Holding holding) {
        long count = holding.count();
        return new Held(
                holding.code(),
                holding.label(),
                holding.fate(),
                count,
                count == 0 ? List.of() : holding.examples(EXAMPLES));
    }

    @PostMapping("/members/{id}/hand-overs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandOver begin(Caller caller, @PathVariable UUID id, @RequestBody HandOvers.Wanted wanted) {
        members.requireAdmin(caller);
        return handOvers.begin(caller, member(caller, id), wanted);
    }

    @GetMapping("/members/{id}/hand-overs")
    Page<HandOver> list(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        return Page.whole(handOvers.of(caller.workspace(), member(caller, id).id()));
    }

    @PostMapping("/departments/{id}/merge")
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandOver merge(Caller caller, @PathVariable UUID id, @RequestBody Merge merge) {
        members.requireAdmin(caller);
        if (merge.into() == null) {
            throw WorkspaceError.NO_SUCH_DEPARTMENT.problem();
        }
        return handOvers.merge(caller, department(caller, id), merge.into());
    }

    @GetMapping("/hand-overs/{id}")
    HandOver get(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        return handOvers.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_HAND_OVER::problem);
    }

    private Member member(Caller caller, UUID id) {
        return members.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
    }

    private Department department(Caller caller, UUID id) {
        return departments.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_DEPARTMENT::problem);
    }
}
