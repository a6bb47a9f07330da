package io.zhike.workspace;

import io.zhike.http.Cursor;
import io.zhike.http.Idempotency;
import io.zhike.http.IfMatch;
import io.zhike.http.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members of the caller's workspace. Everybody sees them, administrators change them. */
@RestController
@RequestMapping("/api/v1/members")
class MemberApi {
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final String ORDER = "member.name";

    private final Members members;
    private final Departments departments;
    private final Accounts accounts;
    private final Once once;

    MemberApi(Members members, Departments departments, Accounts accounts, Once once) {
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.once = once;
    }

    /**
     * Which members.
     *
     * @param search a part of the name
     * @param department this one and all below it
     * @param active null for both
     */
    record Filter(
            @Nullable String search,
            @Nullable UUID department,
            @Nullable Boolean active) {}

    @GetMapping
    Page<Member> list(
            Caller caller, Filter filter, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String after) {
        int most = Page.limit(limit, USUAL_LIMIT, MOST);
        Condition where = where(caller.workspace(), filter).and(after == null ? DSL.noCondition() : beyond(after));
        boolean all = members.isAdmin(caller);
        List<Member> found = members.select(caller.workspace(), where, most + 1).stream()
                .map(member -> all ? member : member.forColleagues())
                .toList();
        return Page.of(
                found,
                most,
                last -> new Cursor(ORDER, List.of(last.name(), last.id().toString())));
    }

    @GetMapping("/{id}")
    ResponseEntity<Member> get(Caller caller, @PathVariable UUID id) {
        Member member = members.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        Member shown = members.isAdmin(caller) ? member : member.forColleagues();
        return ResponseEntity.ok().eTag(IfMatch.etag(member.version())).body(shown);
    }

    @PostMapping
    ResponseEntity<String> create(Caller caller, Idempotency request, @RequestBody NewMember wanted) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Optional<Accounts.Account> known =
                mayJoin(caller) && wanted.account() != null ? accounts.named(wanted.account()) : Optional.empty();
        String hash = known.isPresent() ? "" : members.writes().checkedAndHashed(workspace, wanted);
        return once.write(
                caller,
                request,
                HttpStatus.CREATED,
                ctx -> members.writes().create(ctx, workspace, wanted, known, hash));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Member> change(
            Caller caller, @PathVariable UUID id, IfMatch match, @RequestBody MemberChange change) {
        members.requireAdmin(caller);
        Member member = members.writes().change(caller.workspace(), id, change, match.version());
        return ResponseEntity.ok().eTag(IfMatch.etag(member.version())).body(member);
    }

    /** Only who administers the installation may bring an account from another workspace in. */
    private boolean mayJoin(Caller caller) {
        return accounts.of(caller.workspace(), caller.memberOrThrow())
                .filter(Accounts.Account::admin)
                .isPresent();
    }

    private Condition where(Workspace workspace, Filter filter) {
        Condition where = DSL.noCondition();
        if (filter.search() != null && !filter.search().isBlank()) {
            where = where.and(Columns.NAME.containsIgnoreCase(filter.search().strip()));
        }
        if (filter.active() != null) {
            where = where.and(Columns.ACTIVE.eq(filter.active()));
        }
        if (filter.department() != null) {
            Set<UUID> below = departments.andBelow(workspace, List.of(filter.department()));
            where = where.and(Columns.ID.in(members.inDepartments(workspace, below)));
        }
        return where;
    }

    private static Condition beyond(String after) {
        List<@Nullable String> keys = Cursor.parse(after, ORDER, 2).keys();
        String name = String.valueOf(keys.get(0));
        return DSL.row(MemberRows.byName(), Columns.ID).gt(DSL.val(name), DSL.val(Cursor.uuid(keys.get(1))));
    }
}
