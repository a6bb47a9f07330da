package io.zhike.workspace;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The watermark of a workspace: where it stands, and what it says of somebody. */
@Component
public class Watermarks {
    private static final String WATERMARK = "watermark";
    private static final int SHOWN = 4;

    private final Database database;
    private final Clock clock;
    private final Members members;
    private final Accounts accounts;

    Watermarks(Database database, Clock clock, Members members, Accounts accounts) {
        this.database = database;
        this.clock = clock;
        this.members = members;
        this.accounts = accounts;
    }

    /** Off where nobody chose. */
    public Watermark of(Workspace workspace) {
        return database.read(ctx -> read(ctx, workspace));
    }

    private static Watermark read(DSLContext ctx, Workspace workspace) {
        return WorkspaceSettings.find(ctx, workspace, WATERMARK)
                .flatMap(Watermark::of)
                .orElse(Watermark.OFF);
    }

    /** Chooses, and tells the audit log where that changes anything. For administrators. */
    void choose(Caller caller, Watermark wanted) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        database.writing(ctx -> {
            Watermark before = read(ctx, workspace);
            if (before == wanted) {
                return;
            }
            WorkspaceSettings.put(ctx, workspace, WATERMARK, wanted.code());
            AuditEntry entry = AuditEntry.of(SettingAction.WATERMARK_CHANGED)
                    .changed(AuditWord.MODE, before.code(), wanted.code());
            AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
        });
    }

    /**
     * What it says of {@code caller}: the name, the end of the account (a phone or a mail address as a rule), the day in the
     * workspace. Of the system nothing.
     */
    public String text(Caller caller) {
        return Optional.ofNullable(looker(caller))
                .flatMap(member -> members.find(caller.workspace(), member))
                .map(member -> text(
                        member.name(),
                        Optional.ofNullable(member.account())
                                .flatMap(accounts::find)
                                .map(Accounts.Account::name)
                                .orElse(""),
                        LocalDate.ofInstant(clock.instant(), caller.workspace().zone())))
                .orElse("");
    }

    /** Who sits before the screen, also where they see it as somebody else does. */
    private static @Nullable UUID looker(Caller caller) {
        return caller.origin() instanceof Origin.SeenAs seen ? seen.looker() : caller.member();
    }

    /** Of a mail address the end of what stands before the sign. */
    static String text(String name, String account, LocalDate day) {
        String own = account.replaceFirst("@.*", "");
        int length = own.codePointCount(0, own.length());
        String end = length <= SHOWN ? own : own.substring(own.offsetByCodePoints(0, length - SHOWN));
        return String.join(" ", name, end, day.toString()).replaceAll(" +", " ").strip();
    }
}
