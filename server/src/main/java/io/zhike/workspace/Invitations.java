package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links by which people become members: made and withdrawn by administrators. They end by themselves, at the latest after
 * {@value #MOST_DAYS} days, and with the membership of who made them.
 */
@Component
class Invitations {
    static final int USUAL_DAYS = 7;
    static final int MOST_DAYS = 90;
    private static final int MOST_USES = 10_000;
    private static final int LONGEST_LABEL = 100;

    private final Database database;
    private final Departments departments;
    private final RoleGiving roles;
    private final Clock clock;

    Invitations(Database database, Departments departments, RoleGiving roles, Clock clock) {
        this.database = database;
        this.departments = departments;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * An invitation to be made.
     *
     * @param departments the main one first; null for none
     * @param roles codes; null for none
     * @param most how many may come; null for any number
     * @param days until it ends; null for a week
     */
    record Wanted(
            @Nullable String label,
            @Nullable List<UUID> departments,
            @Nullable List<String> roles,
            @Nullable Integer most,
            @Nullable Integer days) {}

    /** @param token the secret of the link, told only this once */
    record Made(Invitation invitation, String token) {}

    /** Those of {@code workspace} that somebody may still come by, newest first. */
    List<Invitation> open(Workspace workspace) {
        return database.read(ctx -> new InvitationRows(ctx).open(workspace, DSL.noCondition(), clock.instant()));
    }

    /** The one that {@code member} may still come by; empty for none. */
    Optional<Invitation> openFor(Workspace workspace, UUID member) {
        return database.read(ctx -> new InvitationRows(ctx)
                .open(workspace, Columns.MEMBER.eq(member), clock.instant()).stream()
                        .findFirst());
    }

    /** A link by which new members come. */
    Made create(Workspace workspace, UUID by, Wanted wanted) {
        List<UUID> places = distinct(wanted.departments());
        List<String> given = distinct(wanted.roles());
        int days = wanted.days() == null ? USUAL_DAYS : wanted.days();
        String label = wanted.label();
        Checks checks = new Checks()
                .that(label == null || label.length() <= LONGEST_LABEL, "label", WorkspaceError.TOO_LONG, "label", 100)
                .that(days >= 1 && days <= MOST_DAYS, "days", WorkspaceError.INVITATION_TERMS, "days", 1, MOST_DAYS);
        Integer most = wanted.most();
        checks.that(
                most == null || most >= 1 && most <= MOST_USES,
                "most",
                WorkspaceError.INVITATION_TERMS,
                "most",
                1,
                MOST_USES);
        for (UUID department : places) {
            checks.that(
                    departments.find(workspace, department).isPresent(),
                    "departments",
                    WorkspaceError.NO_SUCH_DEPARTMENT);
        }
        for (String role : given) {
            boolean known = roles.find(workspace, role).filter(role::equals).isPresent();
            checks.that(known, "roles", WorkspaceError.UNKNOWN_ROLE, role);
        }
        checks.orThrow(wanted);
        Instant now = clock.instant();
        Invitation made = new Invitation(
                Ids.at(now),
                label == null || label.isBlank() ? null : label.strip(),
                null,
                null,
                places,
                given,
                most,
                0,
                by,
                now,
                now.plus(Duration.ofDays(days)));
        return database.write(ctx -> made(ctx, workspace, made));
    }

    /**
     * A link by which {@code member}, who is there and has no account, gets one; it counts once. Earlier ones for the same
     * member end.
     *
     * @param account suggested; null for none
     */
    Made create(DSLContext ctx, Workspace workspace, UUID by, Member member, @Nullable String account) {
        if (member.account() != null) {
            throw WorkspaceError.HAS_ACCOUNT.problem(member.name());
        }
        if (!member.active()) {
            throw WorkspaceError.MEMBER_INACTIVE.problem(member.name());
        }
        Instant now = clock.instant();
        new InvitationRows(ctx).revoke(workspace, Columns.MEMBER.eq(member.id()), now);
        Instant until = now.plus(Duration.ofDays(USUAL_DAYS));
        return made(
                ctx,
                workspace,
                new Invitation(Ids.at(now), null, member.id(), account, List.of(), List.of(), 1, 0, by, now, until));
    }

    /** Withdraws an open one; throws {@code no-such-invitation} for any other. */
    void revoke(Workspace workspace, UUID id) {
        int revoked =
                database.write(ctx -> new InvitationRows(ctx).revoke(workspace, Columns.ID.eq(id), clock.instant()));
        if (revoked == 0) {
            throw WorkspaceError.NO_SUCH_INVITATION.problem();
        }
    }

    /** Withdraws those that {@code member} made, or that are for this member. */
    static int revokeAll(DSLContext ctx, Workspace workspace, UUID member, Instant now) {
        return new InvitationRows(ctx).revoke(workspace, InvitationRows.about(member), now);
    }

    /**
     * The invitation of {@code token}.
     *
     * @throws io.zhike.message.ProblemException where there is none, or nobody may come by it any more
     */
    InvitationRows.Kept require(String token) {
        InvitationRows.Kept kept = database.read(ctx -> new InvitationRows(ctx).find(Secret.hash(token)))
                .orElseThrow(WorkspaceError.NO_SUCH_INVITATION::problem);
        if (kept.revoked()) {
            throw WorkspaceError.INVITATION_REVOKED.problem();
        }
        if (kept.usedUp()) {
            throw WorkspaceError.INVITATION_USED_UP.problem();
        }
        if (!kept.invitation().expiresAt().isAfter(clock.instant())) {
            throw WorkspaceError.INVITATION_EXPIRED.problem();
        }
        return kept;
    }

    /** Counts one who comes, in the transaction of {@code ctx}; throws where somebody else was the last one. */
    void use(DSLContext ctx, Invitation invitation) {
        if (!new InvitationRows(ctx).use(invitation.id(), clock.instant())) {
            throw WorkspaceError.INVITATION_USED_UP.problem();
        }
    }

    private static Made made(DSLContext ctx, Workspace workspace, Invitation invitation) {
        String token = Secret.token();
        new InvitationRows(ctx).insert(workspace, invitation, Secret.hash(token));
        return new Made(invitation, token);
    }

    private static <T> List<T> distinct(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : new ArrayList<>(new LinkedHashSet<>(
                        values.stream().filter(Objects::nonNull).toList()));
    }
}
