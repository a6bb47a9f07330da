package io.zhike.personal;

import io.zhike.http.Page;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordTitles;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The records that the caller opened or changed last. A screen says that somebody opened one: reading alone, as programs do,
 * is none of that.
 */
@RestController
@RequestMapping("/api/v1/me/recents")
class RecentApi {
    private final Database database;
    private final RecordReader reader;
    private final Clock clock;

    RecentApi(Database database, RecordReader reader, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.clock = clock;
    }

    record Answer(String entity, UUID record, String title, Instant at) {}

    record Body(@Nullable String entity, @Nullable UUID record) {}

    /** The newest first, without those that the caller may not read by now. */
    @GetMapping
    Page<Answer> all(Caller caller) {
        UUID member = caller.memberOrThrow();
        List<RecentStore.Recent> kept =
                database.read(ctx -> new RecentStore(ctx, caller.workspace().schema()).of(member));
        RecordTitles titles = RecordTitles.of(
                reader,
                caller,
                kept.stream()
                        .collect(Collectors.groupingBy(
                                RecentStore.Recent::entity,
                                Collectors.mapping(RecentStore.Recent::record, Collectors.toSet()))));
        List<Answer> answers = new ArrayList<>();
        for (RecentStore.Recent one : kept) {
            String title = titles.find(one.entity(), one.record());
            if (title != null) {
                answers.add(new Answer(one.entity(), one.record(), title, one.at()));
            }
        }
        return Page.whole(answers);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(Caller caller, @RequestBody Body body) {
        UUID member = caller.memberOrThrow();
        String entity = body.entity();
        UUID record = body.record();
        if (entity == null || record == null) {
            throw PersonalError.RECORD_MISSING.problem();
        }
        reader.require(caller, entity, record);
        database.writing(
                ctx -> new RecentStore(ctx, caller.workspace().schema()).note(member, entity, record, clock.instant()));
    }
}
