package io.zhike.page;

import io.zhike.http.Cursor;
import io.zhike.http.Page;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final CommentAnswers answers;

    MentionApi(Comments comments, RecordReader reader, CommentAnswers answers) {
        this.comments = comments;
        this.reader = reader;
        this.answers = answers;
    }

    record Mention(String entity, UUID record, CommentAnswers.Answer comment) {}

    /** Only about records that the caller may read by now; a page may hold fewer than asked for. */
    @GetMapping("/api/v1/me/mentions")
    Page<Mention> page(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit, USUAL, MOST);
        UUID before = Cursor.idAfter(after, CommentApi.ORDER);
        Page<Comment> page = Page.of(
                comments.mentioning(caller, before, most + 1),
                most,
                last -> new Cursor(CommentApi.ORDER, List.of(last.id().toString())));
        List<Comment> readable = readable(caller, page.items());
        List<CommentAnswers.Answer> told = answers.of(caller, readable);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            mentions.add(new Mention(readable.get(i).entity(), readable.get(i).record(), told.get(i)));
        }
        return new Page<>(mentions, page.next());
    }

    private List<Comment> readable(Caller caller, List<Comment> comments) {
        Map<String, Set<UUID>> records = new HashMap<>();
        comments.forEach(comment ->
                records.computeIfAbsent(comment.entity(), _ -> new HashSet<>()).add(comment.record()));
        records.replaceAll((entity, ids) -> reader.readable(caller, entity, ids));
        return comments.stream()
                .filter(comment ->
                        records.getOrDefault(comment.entity(), Set.of()).contains(comment.record()))
                .toList();
    }
}
