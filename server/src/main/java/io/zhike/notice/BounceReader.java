package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import io.zhike.notice.BounceInbox.Position;
import io.zhike.notice.BounceInbox.Seen;
import io.zhike.notice.BounceMailboxStore.Standing;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads which mails of a workspace came back. What a bounce tells and how far the folder was read is one transaction, and the
 * mail is marked after it: a node that dies between the two leaves a bounce that nobody marked, and none that nobody took.
 */
@Component
final class BounceReader {
    static final Duration EVERY = Duration.ofMinutes(5);
    /** After a failure, another, and all after that. */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final BounceInbox.Limits LIMITS = new BounceInbox.Limits(200, 1_000);
    /** However slowly a server answers, no job is at it for longer. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** By how much the clocks of a mail server and ours may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(15);

    private final Database database;
    private final Secrets secrets;
    private final Clock clock;

    BounceReader(Database database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean isDue(Workspace workspace) {
        Instant now = clock.instant();
        return database.read(ctx -> new BounceMailboxStore(ctx, workspace, secrets).isDue(now));
    }

    /** Reads some mails and says when the next ones are read; nothing where the workspace does not want it. */
    void read(Workspace workspace, BooleanSupplier stopping) {
        Optional<Standing> standing = database.read(ctx -> new BounceMailboxStore(ctx, workspace, secrets).standing());
        standing.ifPresent(found -> read(workspace, found, stopping));
    }

    private void read(Workspace workspace, Standing standing, BooleanSupplier stopping) {
        Optional<BounceMailbox> mailbox;
        try {
            mailbox = database.read(ctx -> new BounceMailboxStore(ctx, workspace, secrets).find());
        } catch (ProblemException unopened) {
            String why = unopened.message().in(workspace.language());
            failed(workspace, standing, new MailboxFailure(MailboxFailure.Kind.UNOPENED, why));
            return;
        }
        mailbox.ifPresent(found -> read(workspace, standing, found, stopping));
    }

    private void read(Workspace workspace, Standing standing, BounceMailbox mailbox, BooleanSupplier stopping) {
        Instant end = clock.instant().plus(LONGEST);
        Taking taking = new Taking(workspace, standing);
        try (BounceInbox inbox = BounceInbox.open(mailbox)) {
            boolean more = inbox.read(
                    standing.position(),
                    LIMITS,
                    taking,
                    () -> stopping.getAsBoolean() || clock.instant().isAfter(end));
            taking.keepPosition();
            succeeded(workspace, standing, more);
        } catch (MessagingException e) {
            taking.keepPosition();
            failed(workspace, standing, MailboxFailure.of(e));
        }
    }

    private void succeeded(Workspace workspace, Standing standing, boolean more) {
        Instant now = now();
        database.writing(ctx ->
                new BounceMailboxStore(ctx, workspace, secrets).succeeded(standing, now, more ? now : now.plus(EVERY)));
    }

    private void failed(Workspace workspace, Standing standing, MailboxFailure failure) {
        Duration pause = PAUSES.get(Math.min(standing.failures(), PAUSES.size() - 1));
        database.writing(
                ctx -> new BounceMailboxStore(ctx, workspace, secrets).failed(standing, failure, now(), pause));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Takes mails of one reading: bounces one by one, all others together in the end. */
    private final class Taking implements BounceInbox.Reader {
        private final Workspace workspace;
        private final Standing standing;
        private @Nullable Position passed;

        Taking(Workspace workspace, Standing standing) {
            this.workspace = workspace;
            this.standing = standing;
        }

        @Override
        public boolean take(Seen seen) {
            boolean ours = seen.bounce().isPresent()
                    && settle(workspace, standing, seen, seen.bounce().get());
            passed = seen.position();
            return ours;
        }

        void keepPosition() {
            Position reached = passed;
            if (reached != null) {
                database.writing(ctx -> new BounceMailboxStore(ctx, workspace, secrets).reached(standing, reached));
            }
        }
    }

    /** Whether it tells of mails of this workspace. */
    private boolean settle(Workspace workspace, Standing standing, Seen seen, Bounce bounce) {
        // A message keeps its name when it is sent again: what arrived before tells of the time before.
        Instant until = seen.arrived().plus(CLOCKS);
        Label reason = Label.of(bounce.reason());
        return database.write(ctx -> {
            MessageStore messages = new MessageStore(ctx, workspace.schema());
            boolean ours = false;
            for (UUID id : bounce.messages()) {
                ours |= messages.find(id).isPresent();
                messages.bounced(id, reason, until);
            }
            new BounceMailboxStore(ctx, workspace, secrets).reached(standing, seen.position());
            return ours;
        });
    }
}
