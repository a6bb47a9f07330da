package io.zhike.page;

import io.zhike.http.Cursor;
import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Once;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Members members;
    private final Once once;

    CommentApi(Comments comments, Members members, Once once) {
        this.comments = comments;
        this.members = members;
        this.once = once;
    }

    record Person(UUID id, String name) {}

    /**
     * @param text with {@code @{id}} for each of {@code mentions}
     * @param editedAt null while it is as it was first said
     */
    record Answer(
            UUID id,
            Instant at,
            Person by,
            String text,
            List<Person> mentions,
            @Nullable Instant editedAt) {}

    record Body(@Nullable String text) {}

    @GetMapping
    Page<Answer> page(
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
        return new Page<>(answers(members, caller, page.items()), page.next());
    }

    @PostMapping
    ResponseEntity<String> add(
            Caller caller,
            Idempotency idempotency,
            @PathVariable String entity,
            @PathVariable UUID id,
            @RequestBody Body body) {
        Comment comment = comments.compose(caller, entity, id, body.text());
        Answer answer = answers(members, caller, List.of(comment)).getFirst();
        return once.write(caller, idempotency, HttpStatus.CREATED, ctx -> {
            comments.add(ctx, caller, comment);
            return answer;
        });
    }

    @PatchMapping("/{comment}")
    Answer edit(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @RequestBody Body body) {
        return answers(members, caller, List.of(comments.edit(caller, entity, id, comment, body.text())))
                .getFirst();
    }

    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String entity, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.delete(caller, entity, id, comment);
    }

    /** With the names of all people in them, by one look. */
    static List<Answer> answers(Members members, Caller caller, List<Comment> found) {
        Set<UUID> people = new HashSet<>();
        found.forEach(comment -> {
            people.add(comment.author());
            people.addAll(comment.mentions());
        });
        Map<UUID, Person> known = members.find(caller.workspace(), people).stream()
                .collect(Collectors.toMap(Member::id, member -> new Person(member.id(), member.name())));
        return found.stream()
                .map(comment -> new Answer(
                        comment.id(),
                        comment.at(),
                        Objects.requireNonNull(known.get(comment.author())),
                        comment.body(),
                        Comment.mentionedIn(comment.body()).stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        comment.editedAt().orElse(null)))
                .toList();
    }
}
