package io.zhike.notice;

import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.notice.MailServer.Security;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator writes of a mail server: what is left out is as usual, what is wrong is noted with its place. */
final class MailServerInput {
    static final int LONGEST = 200;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");

    private final String path;
    private final ToIntFunction<Security> usualPort;
    private final Security usualSecurity;
    private final List<Issue> issues;

    /** @param path before the names of properties in {@code issues} */
    MailServerInput(String path, Security usualSecurity, ToIntFunction<Security> usualPort, List<Issue> issues) {
        this.path = path;
        this.usualSecurity = usualSecurity;
        this.usualPort = usualPort;
        this.issues = issues;
    }

    /** As it is written. */
    record Written(
            String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String account,
            Patch<String> password) {}

    /** What stands where text is wanted, without blanks around it; null for nothing. */
    static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    /** @param before what is kept until now, with the password that stays where none is written */
    MailServer read(Written written, Optional<MailServer> before) {
        if (!HOST.matcher(written.host()).matches()) {
            issues.add(Issue.at(path + "host", NoticeError.MAIL_HOST, written.host()));
        }
        Optional<Security> security =
                written.security() == null ? Optional.of(usualSecurity) : Security.of(written.security());
        if (security.isEmpty()) {
            issues.add(Issue.at(path + "security", NoticeError.MAIL_SECURITY));
        }
        Security chosen = security.orElse(usualSecurity);
        int port = Objects.requireNonNullElseGet(written.port(), () -> usualPort.applyAsInt(chosen));
        if (port < 1 || port > 65_535) {
            issues.add(Issue.at(path + "port", NoticeError.MAIL_PORT));
        }
        String account = text(written.account());
        MailServer server = new MailServer(written.host(), port, chosen, account, null);
        return account == null ? server : server.with(password(server, written.password(), before));
    }

    /** A password that is kept goes no other way than the one it was written for. */
    private @Nullable String password(MailServer server, Patch<String> written, Optional<MailServer> before) {
        if (server.account() != null && server.account().length() > LONGEST) {
            issues.add(Issue.at(path + "account", NoticeError.MAIL_ACCOUNT, LONGEST));
        }
        String kept = before.map(MailServer::password).orElse(null);
        boolean same = before.filter(server::mayUsePasswordOf).isPresent();
        String password = written.over(kept);
        if (!written.given() && kept != null && !same) {
            issues.add(Issue.at(path + "password", NoticeError.MAIL_PASSWORD_AGAIN));
        } else if (password == null || password.isEmpty() || password.length() > LONGEST) {
            issues.add(Issue.at(path + "password", NoticeError.MAIL_PASSWORD, LONGEST));
        }
        return password;
    }
}
