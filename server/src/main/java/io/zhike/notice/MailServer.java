package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A server of mail and how one signs in there.
 *
 * @param account null where the server asks for none
 * @param password null where there is no account
 */
record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String account,
        @Nullable String password) {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /** How the connection is kept from others. */
    enum Security {
        /** Not at all. */
        NONE(25, 143),
        /** It begins in the open and must become encrypted. */
        STARTTLS(587, 143),
        /** It is encrypted from the beginning. */
        TLS(465, 993);

        private final int smtpPort;
        private final int imapPort;

        Security(int smtpPort, int imapPort) {
            this.smtpPort = smtpPort;
            this.imapPort = imapPort;
        }

        /** The usual one for sending. */
        int smtpPort() {
            return smtpPort;
        }

        /** The usual one for reading. */
        int imapPort() {
            return imapPort;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Security> of(String code) {
            return Arrays.stream(values())
                    .filter(security -> security.code().equals(code))
                    .findFirst();
        }
    }

    /** How {@code protocol} reaches it: never for long without an answer, never in the open where it shall not. */
    Properties connection(String protocol) {
        String prefix = "mail." + protocol + ".";
        String starttls = Boolean.toString(security == Security.STARTTLS);
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "starttls.enable", starttls);
        properties.setProperty(prefix + "starttls.required", starttls);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    MailServer with(@Nullable String newPassword) {
        return new MailServer(host, port, security, account, newPassword);
    }

    /**
     * Whether a password that was written for {@code other} may be used here: it goes neither to another server, port or
     * account, nor in the open where it was not.
     */
    boolean mayUsePasswordOf(MailServer other) {
        return host.equals(other.host)
                && port == other.port
                && security == other.security
                && account != null
                && account.equals(other.account);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security.code() + ")";
    }
}
