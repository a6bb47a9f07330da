package io.zhike.notice;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.definition.Definitions;
import io.zhike.entity.CodeSuggestion;
import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.outside.OutsideCalls;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Workspace;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The credentials of workspaces. Whoever builds names one by its code; what it holds is known to who wrote it, and goes to its
 * origin and nowhere else, so that nobody who may build can have it sent to a place of their own.
 */
@Component
public class Credentials {
    /** The property of a definition that names one. */
    public static final String NAMING = "credential";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SECRET = 4_000;
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    private final Database database;
    private final Definitions definitions;
    private final Secrets secrets;
    private final Clock clock;

    Credentials(Database database, Definitions definitions, Secrets secrets, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What a credential is made of; the origin may be any address of it. */
    record Wanted(
            @Nullable String name,
            @Nullable String origin,
            @Nullable String secret) {}

    /** What a {@code PATCH} may hold; the secret is told again where the origin is another one. */
    record Change(Patch<String> name, Patch<String> origin, Patch<String> secret) {}

    /** What came of the question for a secret. */
    sealed interface Opened {
        /** It may go to the address. */
        record Secret(String text) implements Opened {
            /** Without the secret. */
            @Override
            public String toString() {
                return "a secret";
            }
        }

        /** There is none of that code, which may be mended. */
        record Missing(Message why) implements Opened {}

        /** It is for another place. */
        record Elsewhere(Message why) implements Opened {}
    }

    /**
     * The secret of that code, for a call of {@code address}.
     *
     * @throws io.zhike.message.ProblemException where the key is missing by which it was sealed
     */
    Opened open(Workspace workspace, String code, URI address) {
        return database.read(ctx -> {
            CredentialRows rows = rows(ctx, workspace);
            Optional<Credential> found = rows.find(code);
            if (found.isEmpty()) {
                return new Opened.Missing(NoticeError.CREDENTIAL_MISSING.with(code));
            }
            Credential credential = found.get();
            if (!credential.origin().equals(OutsideCalls.origin(address))) {
                return new Opened.Elsewhere(
                        NoticeError.CREDENTIAL_ELSEWHERE.with(credential.name(), credential.origin()));
            }
            return rows.secret(credential)
                    .<Opened>map(Opened.Secret::new)
                    .orElseGet(() -> new Opened.Missing(NoticeError.CREDENTIAL_MISSING.with(code)));
        });
    }

    List<Credential> all(Workspace workspace) {
        return database.read(ctx -> rows(ctx, workspace).all());
    }

    /** Which published definitions name which. */
    CredentialUse use(Workspace workspace) {
        return CredentialUse.in(definitions.published(workspace));
    }

    /** Makes one; its code comes of its name. */
    Credential add(Workspace workspace, Wanted wanted) {
        List<Issue> issues = new ArrayList<>();
        String name = name(wanted.name(), issues);
        String origin = origin(wanted.origin(), issues);
        String secret = secret(wanted.secret(), issues);
        refuse(issues);
        return database.write(ctx -> {
            CredentialRows rows = rows(ctx, workspace);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Credential made;
            do {
                List<String> taken = rows.all().stream().map(Credential::code).toList();
                made = new Credential(Ids.at(now), CodeSuggestion.from(name, taken), name, origin, now);
            } while (!rows.add(made, secret));
            tell(ctx, workspace, NoticeAction.CREDENTIAL_ADDED, null, made);
            return made;
        });
    }

    /** Changes what is given. */
    Credential change(Workspace workspace, String code, Change change) {
        return database.write(ctx -> {
            CredentialRows rows = rows(ctx, workspace);
            Credential before = rows.locked(code).orElseThrow(() -> NoticeError.NO_SUCH_CREDENTIAL.problem(code));
            List<Issue> issues = new ArrayList<>();
            String name = change.name().given() ? name(change.name().value(), issues) : before.name();
            String origin = change.origin().given() ? origin(change.origin().value(), issues) : before.origin();
            Optional<String> secret =
                    change.secret().given() ? Optional.of(secret(change.secret().value(), issues)) : Optional.empty();
            if (secret.isEmpty() && !origin.equals(before.origin())) {
                issues.add(Issue.at("secret", NoticeError.CREDENTIAL_AGAIN));
            }
            refuse(issues);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Credential after = new Credential(before.id(), before.code(), name, origin, now);
            rows.change(after);
            secret.ifPresent(text -> rows.replace(after, text));
            tell(ctx, workspace, NoticeAction.CREDENTIAL_CHANGED, before, after);
            return after;
        });
    }

    /** Takes one away that no published definition names. */
    void remove(Workspace workspace, String code) {
        database.writing(ctx -> {
            CredentialRows rows = rows(ctx, workspace);
            Credential gone = rows.locked(code).orElseThrow(() -> NoticeError.NO_SUCH_CREDENTIAL.problem(code));
            List<Label> naming = use(workspace).of(code);
            if (!naming.isEmpty()) {
                throw NoticeError.CREDENTIAL_USED.problem(gone.name(), naming.getFirst(), naming.size());
            }
            rows.remove(gone);
            tell(ctx, workspace, NoticeAction.CREDENTIAL_REMOVED, gone, null);
        });
    }

    private static String name(@Nullable String typed, List<Issue> issues) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !Texts.line(name).equals(name)) {
            issues.add(Issue.at("name", NoticeError.CREDENTIAL_NAME, LONGEST_NAME));
        }
        return name;
    }

    /** Whoever says no scheme means the usual one. */
    private static String origin(@Nullable String typed, List<Issue> issues) {
        String address = typed == null ? "" : typed.strip();
        Optional<URI> read = OutsideCalls.read(address.contains("://") ? address : "https://" + address);
        if (read.isEmpty()) {
            issues.add(Issue.at("origin", NoticeError.CREDENTIAL_ORIGIN, address));
            return "";
        }
        return OutsideCalls.origin(read.get());
    }

    private static String secret(@Nullable String typed, List<Issue> issues) {
        String secret = typed == null ? "" : typed.strip();
        if (secret.length() > LONGEST_SECRET || !HEADER_VALUE.matcher(secret).matches()) {
            issues.add(Issue.at("secret", NoticeError.CREDENTIAL_SECRET, LONGEST_SECRET));
        }
        return secret;
    }

    private static void refuse(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw NoticeError.CREDENTIAL_REFUSED.problem(issues, issues.size());
        }
    }

    private void tell(
            DSLContext ctx,
            Workspace workspace,
            NoticeAction action,
            @Nullable Credential before,
            @Nullable Credential after) {
        Credential named = after == null ? before : after;
        AuditEntry entry = AuditEntry.of(action)
                .with(AuditWord.NAME, named == null ? "" : named.name())
                .changed(AuditWord.HOST, origin(before), origin(after));
        AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
    }

    private static @Nullable String origin(@Nullable Credential credential) {
        return credential == null ? null : credential.origin();
    }

    private CredentialRows rows(DSLContext ctx, Workspace workspace) {
        return new CredentialRows(ctx, workspace.schema(), secrets);
    }
}
