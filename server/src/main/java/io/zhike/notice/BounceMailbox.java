package io.zhike.notice;

import java.util.Objects;

/** The folder of an IMAP server where bounces of a workspace's mail arrive; the server has an account. */
record BounceMailbox(MailServer server, String folder) {
    static final String USUAL_FOLDER = "INBOX";

    /** Whether the mails there are those of {@code other}, so that what was read there need not be read again. */
    boolean isSameFolderAs(BounceMailbox other) {
        return server.host().equals(other.server.host())
                && Objects.equals(server.account(), other.server.account())
                && folder.equals(other.folder);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return folder + " of " + server.account() + " at " + server;
    }
}
