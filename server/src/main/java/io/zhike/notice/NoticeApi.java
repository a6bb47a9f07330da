package io.zhike.notice;

import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notices, the newest first. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeApi {
    private static final int USUAL = 30;
    private static final int MOST = 200;
    private static final int MOST_READ = 500;
    private static final String ORDER = "notices";

    private final Database database;
    private final NoticeAnswers answers;
    private final Clock clock;

    NoticeApi(Database database, NoticeAnswers answers, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.clock = clock;
    }

    record Count(int unread) {}

    record Which(@Nullable Set<UUID> ids, @Nullable Boolean all) {}

    @GetMapping
    Page<NoticeAnswers.Answer> page(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        UUID member = caller.memberOrThrow();
        int most = Page.limit(limit, USUAL, MOST);
        UUID before = Cursor.idAfter(after, ORDER);
        List<Notice> found = database.read(ctx -> store(ctx, caller).of(member, unread, before, most + 1));
        Page<Notice> page =
                Page.of(found, most, last -> new Cursor(ORDER, List.of(last.id().toString())));
        return new Page<>(answers.of(caller, page.items()), page.next());
    }

    @GetMapping("/count")
    Count count(Caller caller) {
        UUID member = caller.memberOrThrow();
        return new Count(database.read(ctx -> store(ctx, caller).unread(member)));
    }

    /** Ids of others' notices change nothing. */
    @PostMapping("/read")
    Count read(Caller caller, @RequestBody Which which) {
        UUID member = caller.memberOrThrow();
        boolean all = Boolean.TRUE.equals(which.all());
        if (all == (which.ids() != null) || which.ids() != null && which.ids().size() > MOST_READ) {
            throw NoticeError.READ_WHICH.problem(MOST_READ);
        }
        Optional<Collection<UUID>> ids = Optional.ofNullable(which.ids());
        return database.write(ctx -> {
            NoticeStore store = store(ctx, caller);
            if (store.read(member, ids, clock.instant()) > 0) {
                Live.changed(ctx, caller.workspace(), Live.Event.NOTICE, Set.of(member));
            }
            return new Count(store.unread(member));
        });
    }

    private static NoticeStore store(DSLContext ctx, Caller caller) {
        return new NoticeStore(ctx, caller.workspace().schema());
    }
}
