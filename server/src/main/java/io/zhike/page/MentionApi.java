package io.zhike.page;

import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where others spoke to the caller, the newest first. */
@RestController
class MentionApi {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final Comments comments;
    private final RecordReader reader;
    private final Members members;

    MentionApi(Comments comments, RecordReader reader, Members members) {
        this.comments = comments;
        this.reader = reader;
        this.members = members;
    }

    record Mention(String entity, UUID record, CommentApi.Answer comment) {}

    /** Only about records that the caller may read by now; a page may hold fewer than asked for. */
    @GetMapping("/api/v1/me/mentions")
    Page<Mention> page(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit, USUAL, MOST);
        @Nullable
        UUID before = after == null
                ? null
                : Cursor.uuid(Cursor.parse(after, CommentApi.ORDER, 1).keys().getFirst());
        Page<Comment> page = Page.of(
                comments.mentioning(caller, before, most + 1),
                most,
                last -> new Cursor(CommentApi.ORDER, List.of(last.id().toString())));
        List<Comment> readable = page.items().stream()
                .filter(comment -> reader.reads(caller, comment.entity(), comment.record()))
                .toList();
        List<CommentApi.Answer> answers = CommentApi.answers(members, caller, readable);
        List<Mention> mentions = new java.util.ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            mentions.add(new Mention(readable.get(i).entity(), readable.get(i).record(), answers.get(i)));
        }
        return new Page<>(mentions, page.next());
    }
}
