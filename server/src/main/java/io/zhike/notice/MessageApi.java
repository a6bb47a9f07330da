package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.record.RecordReader;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What leaves the house, and what was caught for want of a way; for administrators. */
@RestController
class MessageApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String ORDER = "messages";

    private final Database database;
    private final Members members;
    private final RecordReader reader;
    private final Outbox outbox;
    private final Clock clock;

    MessageApi(Database database, Members members, RecordReader reader, Outbox outbox, Clock clock) {
        this.database = database;
        this.members = members;
        this.reader = reader;
        this.outbox = outbox;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            UUID id,
            Instant at,
            String channel,
            String to,
            @Nullable String subject,
            String state,
            int attempts,
            @Nullable String error,
            @Nullable Instant next,
            @Nullable Instant sentAt,
            Around.@Nullable Told about,
            String source) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Mail(
            @JsonUnwrapped Answer message,
            String text,
            @Nullable String html) {}

    @GetMapping("/api/v1/messages")
    Page<Answer> messages(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        members.requireAdmin(caller);
        MessageState wanted = state == null
                ? null
                : MessageState.of(state).orElseThrow(() -> NoticeError.WORD_UNKNOWN.problem("state", state));
        Channel by = channel == null
                ? null
                : Channel.of(channel).orElseThrow(() -> NoticeError.WORD_UNKNOWN.problem("channel", channel));
        return page(caller, wanted, by, limit, after);
    }

    private Page<Answer> page(
            Caller caller,
            @Nullable MessageState state,
            @Nullable Channel channel,
            @Nullable Integer limit,
            @Nullable String after) {
        int most = Page.limit(limit, USUAL, MOST);
        UUID before = Cursor.idAfter(after, ORDER);
        List<OutMessage> found = database.read(ctx -> store(ctx, caller).page(state, channel, before, most + 1));
        Page<OutMessage> page =
                Page.of(found, most, last -> new Cursor(ORDER, List.of(last.id().toString())));
        return new Page<>(answers(caller, page.items()), page.next());
    }

    @PostMapping("/api/v1/messages/{id}/retry")
    Answer retry(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        OutMessage message = find(caller, id);
        database.writing(ctx -> {
            if (!store(ctx, caller).again(id, clock.instant())) {
                throw NoticeError.NOTHING_TO_RETRY.problem();
            }
            AuditLog.record(
                    ctx, caller.workspace().schema(), clock.instant(), AuditEntry.of(NoticeAction.MESSAGE_AGAIN));
            outbox.deliver(ctx, caller.workspace(), message.channel());
        });
        return answers(caller, List.of(find(caller, id))).getFirst();
    }

    @GetMapping("/api/v1/caught-mail")
    Page<Answer> caught(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        members.requireAdmin(caller);
        return page(caller, MessageState.CAUGHT, Channel.MAIL, limit, after);
    }

    @GetMapping("/api/v1/caught-mail/{id}")
    Mail mail(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        OutMessage message = find(caller, id);
        if (message.state() != MessageState.CAUGHT || message.channel() != Channel.MAIL) {
            throw NoticeError.NO_SUCH_MESSAGE.problem();
        }
        return new Mail(answers(caller, List.of(message)).getFirst(), message.text(), message.html());
    }

    private OutMessage find(Caller caller, UUID id) {
        return database.read(ctx -> store(ctx, caller).find(id)).orElseThrow(NoticeError.NO_SUCH_MESSAGE::problem);
    }

    private List<Answer> answers(Caller caller, List<OutMessage> found) {
        Around around = Around.of(
                caller,
                members,
                reader,
                List.of(),
                found.stream().map(OutMessage::about).toList());
        return found.stream()
                .map(message -> new Answer(
                        message.id(),
                        message.at(),
                        message.channel().code(),
                        message.to(),
                        message.subject(),
                        message.state().code(),
                        message.attempts(),
                        error(message, caller),
                        message.state() == MessageState.WAITING ? message.next() : null,
                        message.sentAt(),
                        around.about(message.about()),
                        message.source()))
                .toList();
    }

    private static @Nullable String error(OutMessage message, Caller caller) {
        return message.error() == null ? null : message.error().in(caller.language());
    }

    private static MessageStore store(DSLContext ctx, Caller caller) {
        return new MessageStore(ctx, caller.workspace().schema());
    }
}
