package io.zhike.page;

import io.zhike.http.Cursor;
import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments on a record, the newest first. */
@RestController
@RequestMapping("/api/v1/records/{entity}/{id}/comments")
class CommentApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    static final String ORDER = "comments";

    private final Comments comments;
    private final CommentAnswers answers;
    private final Once once;

    CommentApi(Comments comments, CommentAnswers answers, Once once) {
        this.comments = comments;
        this.answers = answers;
        this.once = once;
    }

    /**
     * @param text may be left out where files come with it
     * @param files ids of what was sent in before, for a new comment
     */
    record Body(@Nullable String text, @Nullable Set<UUID> files) {
        Set<UUID> attached() {
            return files == null ? Set.of() : files;
        }
    }

    @GetMapping
    Page<CommentAnswers.Answer> page(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int most = Page.limit(limit, USUAL, MOST);
        UUID before = Cursor.idAfter(after, ORDER);
        Page<Comment> page = Page.of(
                comments.of(caller, entity, id, before, most + 1),
                most,
                last -> new Cursor(ORDER, List.of(last.id().toString())));
        return new Page<>(answers.of(caller, page.items()), page.next());
    }

    @PostMapping
    ResponseEntity<String> add(
            Caller caller,
            Idempotency idempotency,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestBody Body body) {
        Set<UUID> files = body.attached();
        CommentFiles.check(files);
        Comment comment = comments.compose(caller, entity, id, body.text(), !files.isEmpty());
        CommentAnswers.Answer answer = answers.of(caller, List.of(comment)).getFirst();
        return once.write(caller, idempotency, HttpStatus.CREATED, ctx -> {
            comments.add(ctx, caller, comment);
            return answer.with(CommentFiles.add(ctx, caller, comment, files));
        });
    }

    @PatchMapping("/{comment}")
    CommentAnswers.Answer edit(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @RequestBody Body body) {
        return answers.of(caller, List.of(comments.edit(caller, entity, id, comment, body.text())))
                .getFirst();
    }

    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String entity, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.delete(caller, entity, id, comment);
    }
}
