package io.zhike.workspace;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which accounts an administrator may open to others, by another password or without the second factor. */
@Component
class Takeover {
    private final Members members;
    private final Accounts accounts;

    Takeover(Members members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    /**
     * The account of a member, if {@code caller}, who administers the workspace, may let somebody else into it: who administers
     * one workspace must not get into another by way of a shared account.
     *
     * @throws io.zhike.message.ProblemException {@code session-needed}, {@code no-such-member}, {@code no-account},
     *     {@code account-shared}
     */
    Accounts.Account account(Caller caller, UUID id) {
        if (!(caller.origin() instanceof Origin.Session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
        Member member = members.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        Accounts.Account account =
                accounts.of(caller.workspace(), member.id()).orElseThrow(WorkspaceError.NO_ACCOUNT::problem);
        boolean more = account.admin() || accounts.isSharedBeyond(caller.workspace(), account.id());
        boolean mayAll = accounts.of(caller.workspace(), caller.memberOrThrow())
                .filter(Accounts.Account::admin)
                .isPresent();
        if (more && !mayAll) {
            throw WorkspaceError.ACCOUNT_SHARED.problem();
        }
        return account;
    }
}
