package io.zhike.workspace;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.store.Database;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The site addresses of workspaces, for links in what leaves the house. An administrator says it: what a request claims of its
 * host may be anybody's word.
 */
@Component
public class SiteAddresses {
    private static final String NAME = "site_address";

    private final Database database;
    private final Members members;
    private final Clock clock;

    SiteAddresses(Database database, Members members, Clock clock) {
        this.database = database;
        this.members = members;
        this.clock = clock;
    }

    /** Empty where nobody said it. */
    public Optional<SiteAddress> of(Workspace workspace) {
        return database.read(ctx -> read(ctx, workspace));
    }

    /** The same, as it is in the transaction of {@code ctx}. */
    public static Optional<SiteAddress> of(DSLContext ctx, Workspace workspace) {
        return read(ctx, workspace);
    }

    private static Optional<SiteAddress> read(DSLContext ctx, Workspace workspace) {
        return WorkspaceSettings.find(ctx, workspace, NAME).map(SiteAddress::new);
    }

    /**
     * Says it, and tells the audit log where that changes anything. For administrators.
     *
     * @param typed null or blank for none
     * @throws io.zhike.message.ProblemException {@code site-address-invalid}
     */
    void choose(Caller caller, @Nullable String typed) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Optional<SiteAddress> wanted = typed == null || typed.isBlank()
                ? Optional.empty()
                : Optional.of(SiteAddress.of(typed)
                        .orElseThrow(() -> WorkspaceError.SITE_ADDRESS_INVALID.problem(typed.strip())));
        database.writing(ctx -> {
            Optional<SiteAddress> before = read(ctx, workspace);
            if (before.equals(wanted)) {
                return;
            }
            wanted.ifPresentOrElse(
                    address -> WorkspaceSettings.put(ctx, workspace, NAME, address.home()),
                    () -> WorkspaceSettings.remove(ctx, workspace, NAME));
            AuditEntry entry = AuditEntry.of(SettingAction.SITE_ADDRESS_CHANGED)
                    .changed(AuditWord.ADDRESS, home(before), home(wanted));
            AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
        });
    }

    private static @Nullable String home(Optional<SiteAddress> address) {
        return address.map(SiteAddress::home).orElse(null);
    }
}
