package io.zhike.notice;

/**
 * By which server a workspace sends mail.
 *
 * @param from an address, also with a name before it
 */
record MailSettings(MailServer server, String from) {

    /** Without the password. */
    @Override
    public String toString() {
        return from + " by " + server;
    }
}
