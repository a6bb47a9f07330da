package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which server a workspace sends mail.
 *
 * @param account null where the server asks for none
 * @param password null where there is no account
 * @param from an address, also with a name before it
 */
record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable String account,
        @Nullable String password,
        String from) {

    /** How the connection is kept from others. */
    enum Security {
        /** Not at all. */
        NONE(25),
        /** It begins in the open and must become encrypted. */
        STARTTLS(587),
        /** It is encrypted from the beginning. */
        TLS(465);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The usual one. */
        int port() {
            return port;
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

    /** Without the password. */
    @Override
    public String toString() {
        return from + " by " + host + ":" + port + " (" + security.code() + ")";
    }
}
