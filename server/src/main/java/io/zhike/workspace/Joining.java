package io.zhike.workspace;

import io.zhike.store.Database;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From an invitation to a member who is signed in. Tries are counted like those to sign in. */
@Component
class Joining {
    private final Database database;
    private final Invitations invitations;
    private final Members members;
    private final Departments departments;
    private final Accounts accounts;
    private final RoleGiving roles;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final WorkspaceSecurity security;
    private final SignInThrottle throttle;
    private final Sessions sessions;

    Joining(
            Database database,
            Invitations invitations,
            Members members,
            Departments departments,
            Accounts accounts,
            RoleGiving roles,
            SignIn signIn,
            SecondFactors factors,
            WorkspaceSecurity security,
            SignInThrottle throttle,
            Sessions sessions) {
        this.database = database;
        this.invitations = invitations;
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.roles = roles;
        this.signIn = signIn;
        this.factors = factors;
        this.security = security;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /**
     * What an invited person sees before deciding.
     *
     * @param by the name of who invites
     * @param name of the member whom it is for; null for whoever comes
     * @param account the name that is suggested; null for none
     * @param shortest how many characters a password needs
     */
    record Welcome(
            String workspace,
            String by,
            @Nullable String name,
            @Nullable String account,
            int shortest) {}

    Welcome look(String token, Sessions.Client client) {
        InvitationRows.Kept kept = found(token, client);
        Invitation invitation = kept.invitation();
        String by = members.find(kept.workspace(), invitation.createdBy())
                .map(Member::name)
                .orElse("");
        return new Welcome(
                kept.workspace().name(),
                by,
                expected(kept).map(Member::name).orElse(null),
                invitation.account(),
                security.of(kept.workspace()).password().shortest());
    }

    /** Makes an account and a member, or gives the expected member the account; gives the token of a new session. */
    String join(String token, String name, String account, String password, Sessions.Client client) {
        InvitationRows.Kept kept = found(token, client);
        Optional<Member> expected = expected(kept);
        NewMember wanted = wanted(kept, expected.map(Member::name).orElse(name), account, password);
        String hash = members.writes().checkedAndHashed(kept.workspace(), wanted);
        Accounts.Place place = database.write(ctx -> {
            invitations.use(ctx, kept.invitation());
            UUID made = accounts.add(ctx, account, hash, false)
                    .orElseThrow(() -> WorkspaceError.ACCOUNT_TAKEN.problem(account));
            return enter(ctx, kept, expected, wanted, made);
        });
        return signedIn(account, place, client);
    }

    /**
     * As {@link #join}, with an account of this installation and its password.
     *
     * @param code of its second factor, where it has one; {@code code-needed} says that it has
     */
    String joinWith(String token, String name, String account, String password, String code, Sessions.Client client) {
        InvitationRows.Kept kept = found(token, client);
        Accounts.Account known = signIn.verified(account, password, client);
        if (factors.isOn(known.id())) {
            new Checks()
                    .that(!code.isBlank(), "code", WorkspaceError.CODE_NEEDED)
                    .orThrow(code);
            factors.require(known.id(), code);
        }
        accounts.membership(known.id(), kept.workspace()).ifPresent(active -> {
            throw (active ? WorkspaceError.ALREADY_MEMBER : WorkspaceError.MEMBERSHIP_ENDED).problem(known.name());
        });
        Optional<Member> expected = expected(kept);
        String called = expected.map(Member::name).orElse(name);
        new Checks().text("name", called, MemberWrites.LONGEST_NAME).orThrow(called);
        NewMember wanted = wanted(kept, called, known.name(), null);
        Accounts.Place place = database.write(ctx -> {
            invitations.use(ctx, kept.invitation());
            return enter(ctx, kept, expected, wanted, known.id());
        });
        return signedIn(known.name(), place, client);
    }

    private Accounts.Place enter(
            DSLContext ctx, InvitationRows.Kept kept, Optional<Member> expected, NewMember wanted, UUID account) {
        Workspace workspace = kept.workspace();
        if (expected.isPresent()) {
            members.writes().giveAccount(ctx, workspace, expected.get(), account);
            return new Accounts.Place(workspace, expected.get().id());
        }
        Member made = members.writes().create(ctx, workspace, wanted, account);
        if (!kept.invitation().roles().isEmpty()) {
            roles.give(ctx, workspace, made, kept.invitation().roles());
        }
        return new Accounts.Place(workspace, made.id());
    }

    private String signedIn(String account, Accounts.Place place, Sessions.Client client) {
        Accounts.Account known = accounts.named(account).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
        String session = sessions.start(known.id(), place, client);
        accounts.entered(known.id(), place.workspace().id());
        return session;
    }

    /** A try with a wrong link counts against the link and the address; one with a right link is forgotten. */
    private InvitationRows.Kept found(String token, Sessions.Client client) {
        InvitationRows.Kept kept = known(token, client);
        if (!security.allows(kept.workspace(), client.address())) {
            throw WorkspaceError.ADDRESS_NOT_ALLOWED.problem(client.address());
        }
        return kept;
    }

    private InvitationRows.Kept known(String token, Sessions.Client client) {
        String key = "invitation:" + Base64.getUrlEncoder().encodeToString(Secret.hash(token));
        throttle.attempt(key, client.address());
        InvitationRows.Kept kept = invitations.require(token);
        throttle.succeeded(key, client.address());
        return kept;
    }

    /** The member whom it is for; throws where that member has left, or came by another way. */
    private Optional<Member> expected(InvitationRows.Kept kept) {
        UUID id = kept.invitation().member();
        if (id == null) {
            return Optional.empty();
        }
        Member member = members.find(kept.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_INVITATION::problem);
        if (!member.active()) {
            throw WorkspaceError.INVITATION_REVOKED.problem();
        }
        if (member.account() != null) {
            throw WorkspaceError.INVITATION_USED_UP.problem();
        }
        return Optional.of(member);
    }

    /** A department that is gone by now is passed over. */
    private NewMember wanted(InvitationRows.Kept kept, String name, String account, @Nullable String password) {
        List<UUID> places = kept.invitation().departments().stream()
                .filter(id -> departments.find(kept.workspace(), id).isPresent())
                .toList();
        return new NewMember(
                name, account, password, null, null, null, places.isEmpty() ? null : places.getFirst(), places, false);
    }
}
