package io.zhike.notice;

import io.zhike.notice.MailServer.Security;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/**
 * The folder where bounces arrive, while it is open. Mails are looked at in the order in which they came, whether somebody has
 * seen them or not, as others may read the folder, too; of none more than its beginning is fetched, and none is marked but those
 * that the reader takes as its own.
 */
final class BounceInbox implements AutoCloseable {
    /** Enough to know by its head what a mail is. */
    private static final int HEAD = 32 * 1024;
    /** Enough for a report and the head of the mail that came back. */
    private static final int BEGINNING = 256 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;

    private BounceInbox(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * How many mails are looked at.
     *
     * @param atOnce over one connection
     * @param before of those that lay there before the folder was first read, or was numbered anew
     */
    record Limits(int atOnce, int before) {}

    /**
     * How far a folder was read.
     *
     * @param validity of its numbers: with another one they name other mails
     * @param uid the last mail that was looked at
     */
    record Position(long validity, long uid) {}

    /**
     * One mail that was looked at.
     *
     * @param arrived by the server's clock
     * @param bounce empty for any other mail
     */
    record Seen(Position position, Instant arrived, Optional<Bounce> bounce) {}

    /** Takes what was seen, mail by mail. */
    @FunctionalInterface
    interface Reader {
        /** Whether it was a bounce of ours, which is then marked as seen. */
        boolean take(Seen seen);
    }

    static BounceInbox open(BounceMailbox mailbox) throws MessagingException {
        MailServer server = mailbox.server();
        String protocol = server.security() == Security.TLS ? "imaps" : "imap";
        IMAPStore store =
                (IMAPStore) Session.getInstance(properties(server, protocol)).getStore(protocol);
        try {
            store.connect(server.host(), server.port(), server.account(), server.password());
            if (store.hasCapability("ID")) {
                // Some providers open no folder for programs that do not say what they are.
                store.id(Map.of("name", "Zhike"));
            }
            return new BounceInbox(store, opened(store, mailbox.folder()));
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static IMAPFolder opened(IMAPStore store, String name) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) store.getFolder(name);
        if (!folder.exists()) {
            throw new FolderNotFoundException(folder, name);
        }
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    private static Properties properties(MailServer server, String protocol) {
        Properties properties = server.connection(protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "fetchsize", Integer.toString(HEAD));
        // Bounces are read where they cannot be marked, too.
        properties.setProperty(prefix + "allowreadonlyselect", "true");
        return properties;
    }

    /**
     * Looks at some mails after {@code from}; null where nothing is known of the folder.
     *
     * @return whether there are more
     */
    boolean read(@Nullable Position from, Limits limits, Reader reader, BooleanSupplier stopping)
            throws MessagingException {
        int count = folder.getMessageCount();
        int first = first(from, count, limits.before());
        if (first > count) {
            return false;
        }
        int last = Math.min(count, first + limits.atOnce() - 1);
        Message[] messages = folder.getMessages(first, last);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            if (stopping.getAsBoolean()) {
                return true;
            }
            read((IMAPMessage) message, reader);
        }
        return last < count;
    }

    /** The server gives higher numbers to later mails, so halving finds the place by few questions however many there are. */
    private int first(@Nullable Position from, int count, int mostBefore) throws MessagingException {
        if (from == null || from.validity() != folder.getUIDValidity()) {
            return Math.max(1, count - mostBefore + 1);
        }
        if (count == 0 || uid(count) <= from.uid()) {
            return count + 1;
        }
        int low = 1;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (uid(middle) > from.uid()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long uid(int number) throws MessagingException {
        return folder.getUID(folder.getMessage(number));
    }

    private void read(IMAPMessage message, Reader reader) throws MessagingException {
        try {
            Position position = new Position(folder.getUIDValidity(), folder.getUID(message));
            Date arrived = message.getReceivedDate();
            Optional<Bounce> bounce = arrived == null ? Optional.empty() : bounce(message);
            boolean ours =
                    reader.take(new Seen(position, arrived == null ? Instant.EPOCH : arrived.toInstant(), bounce));
            if (ours && folder.getMode() == Folder.READ_WRITE) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
        } catch (MessageRemovedException gone) {
            // Somebody else works in the folder, too.
        }
    }

    private Optional<Bounce> bounce(IMAPMessage message) throws MessagingException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            byte[] head = in.readNBytes(HEAD);
            return BounceMail.mayBe(head) ? BounceMail.read(with(head, in)) : Optional.empty();
        } catch (IOException e) {
            if (folder.isOpen()) {
                return Optional.empty(); // this mail alone: it is gone, or the server cannot give it
            }
            throw new MessagingException(e.getMessage(), e);
        }
    }

    private static byte[] with(byte[] head, InputStream rest) throws IOException {
        byte[] more = rest.readNBytes(BEGINNING - head.length);
        byte[] whole = Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, whole, head.length, more.length);
        return whole;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException unheard) {
            // What was read is kept already; the server closes what it does not hear of.
        }
    }
}
