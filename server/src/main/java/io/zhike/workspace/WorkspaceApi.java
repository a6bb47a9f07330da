package io.zhike.workspace;

import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.message.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces: made and listed by who administers the installation, entered by their members. */
@RestController
@RequestMapping("/api/v1/workspaces")
class WorkspaceApi {
    private static final String USUAL_ZONE = "Asia/Shanghai";

    private final Workspaces workspaces;
    private final Members members;
    private final Accounts accounts;
    private final Sessions sessions;
    private final WorkspaceSecurity security;
    private final Profile profile;
    private final Once once;

    WorkspaceApi(
            Workspaces workspaces,
            Members members,
            Accounts accounts,
            Sessions sessions,
            WorkspaceSecurity security,
            Profile profile,
            Once once) {
        this.workspaces = workspaces;
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.security = security;
        this.profile = profile;
        this.once = once;
    }

    /**
     * A workspace to be made; who makes it becomes its first administrator.
     *
     * @param zone null for Asia/Shanghai
     * @param language null for Chinese
     */
    record Wanted(
            @Nullable String name,
            @Nullable String zone,
            @Nullable Language language) {}

    record Rename(@Nullable String name) {}

    @GetMapping
    Page<Me.InWorkspace> list(Caller caller) {
        installationAdmin(caller);
        return Page.whole(workspaces.all().stream().map(Me.InWorkspace::of).toList());
    }

    @PostMapping
    ResponseEntity<String> create(Caller caller, Idempotency request, @RequestBody Wanted wanted) {
        Accounts.Account account = installationAdmin(caller);
        Member maker = members.find(caller.workspace(), caller.memberOrThrow())
                .orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        ZoneId zone = zone(wanted.zone() == null ? USUAL_ZONE : wanted.zone());
        Language language = wanted.language() == null ? Language.ZH : wanted.language();
        String name = wanted.name() == null ? "" : wanted.name();
        NewMember first = new NewMember(
                maker.name(), account.name(), null, maker.jobTitle(), maker.language(), null, null, null, true);
        return once.write(caller, request, HttpStatus.CREATED, ctx -> {
            Workspace made = workspaces.plan(name, zone, language);
            workspaces.add(ctx, made);
            members.writes().create(ctx, made, first, Optional.of(account), "");
            return Me.InWorkspace.of(made);
        });
    }

    /** The administrator of the installation renames any, that of a workspace its own. */
    @PatchMapping("/{id}")
    Me.InWorkspace rename(Caller caller, @PathVariable UUID id, @RequestBody Rename rename) {
        boolean own = caller.workspace().id().equals(id) && members.isAdmin(caller);
        if (!own) {
            installationAdmin(caller);
        }
        return Me.InWorkspace.of(workspaces.rename(id, rename.name() == null ? "" : rename.name()));
    }

    /** Goes on in another workspace of the same account, in the same session. */
    @EvenConfined
    @PostMapping("/{id}/enter")
    Me enter(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        if (!(caller.origin() instanceof Origin.Session session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
        Accounts.Account account = account(caller).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
        Accounts.Place place = SignIn.place(accounts.places(account.id()), id);
        if (!security.allows(place.workspace(), request.getRemoteAddr())) {
            throw WorkspaceError.ADDRESS_NOT_ALLOWED.problem(request.getRemoteAddr());
        }
        sessions.enter(session.id(), place);
        accounts.entered(account.id(), id);
        return profile.of(new Caller(place.workspace(), place.member(), caller.language(), session));
    }

    private Accounts.Account installationAdmin(Caller caller) {
        return account(caller)
                .filter(Accounts.Account::admin)
                .orElseThrow(WorkspaceError.INSTALLATION_ADMIN_NEEDED::problem);
    }

    private Optional<Accounts.Account> account(Caller caller) {
        return accounts.of(caller.workspace(), caller.memberOrThrow());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw WorkspaceError.ZONE_INVALID.problem(name);
        }
    }
}
