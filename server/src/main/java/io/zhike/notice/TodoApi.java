package io.zhike.notice;

import io.zhike.http.Cursor;
import io.zhike.http.HttpError;
import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.http.Patch;
import io.zhike.record.RecordReader;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** To-dos that concern the caller. */
@RestController
@RequestMapping("/api/v1/todos")
class TodoApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Database database;
    private final Todos todos;
    private final TodoAnswers answers;
    private final RecordReader reader;
    private final Once once;

    TodoApi(Database database, Todos todos, TodoAnswers answers, RecordReader reader, Once once) {
        this.database = database;
        this.todos = todos;
        this.answers = answers;
        this.reader = reader;
        this.once = once;
    }

    /** Whose they are, and how far. */
    enum Box {
        MINE,
        GIVEN,
        DONE
    }

    /** @param remind as {@code due} where it is left out */
    record Body(
            @Nullable String title,
            @Nullable String note,
            @Nullable UUID assignee,
            @Nullable Instant due,
            Patch<Instant> remind,
            @Nullable String entity,
            @Nullable UUID record) {}

    @GetMapping
    Page<TodoAnswers.Answer> page(
            Caller caller,
            @RequestParam(defaultValue = "mine") String box,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        UUID member = caller.memberOrThrow();
        Box wanted = Arrays.stream(Box.values())
                .filter(each -> each.name().equalsIgnoreCase(box))
                .findFirst()
                .orElseThrow(() -> NoticeError.BOX_UNKNOWN.problem(box));
        int most = Page.limit(limit, USUAL, MOST);
        Optional<About> about = Optional.ofNullable(about(entity, record));
        TodoStore.End end = end(after, order(wanted));
        List<Todo> found = database.read(ctx -> {
            TodoStore store = new TodoStore(ctx, caller.workspace().schema());
            return switch (wanted) {
                case MINE -> store.mine(member, about, end, most + 1);
                case GIVEN -> store.given(member, about, end, most + 1);
                case DONE -> store.done(member, about, end, most + 1);
            };
        });
        Page<Todo> page = Page.of(found, most, last -> cursor(wanted, last));
        return new Page<>(answers.of(caller, page.items()), page.next());
    }

    private static String order(Box box) {
        return "todos-" + box.name();
    }

    private static Cursor cursor(Box box, Todo last) {
        Instant at = box == Box.DONE ? last.doneAt() : box == Box.MINE ? last.due() : null;
        return new Cursor(
                order(box),
                Arrays.asList(at == null ? null : at.toString(), last.id().toString()));
    }

    private static TodoStore.@Nullable End end(@Nullable String after, String order) {
        if (after == null) {
            return null;
        }
        List<@Nullable String> keys = Cursor.parse(after, order, 2).keys();
        String at = keys.getFirst();
        try {
            return new TodoStore.End(at == null ? null : Instant.parse(at), Cursor.uuid(keys.getLast()));
        } catch (DateTimeParseException _) {
            throw HttpError.CURSOR_INVALID.problem();
        }
    }

    private static @Nullable About about(@Nullable String entity, @Nullable UUID record) {
        if ((entity == null) != (record == null)) {
            throw NoticeError.TODO_ABOUT.problem();
        }
        return entity == null || record == null ? null : new About(entity, record);
    }

    @PostMapping
    ResponseEntity<String> add(Caller caller, Idempotency idempotency, @RequestBody Body body) {
        About about = about(body.entity(), body.record());
        if (about != null) {
            reader.require(caller, about.entity(), about.record());
        }
        Instant remind = body.remind().given() ? body.remind().value() : body.due();
        Todo made = todos.compose(caller, body.assignee(), body.title(), body.note(), about, body.due(), remind);
        TodoAnswers.Answer answer = answers.of(caller, List.of(made)).getFirst();
        return once.write(caller, idempotency, HttpStatus.CREATED, ctx -> {
            todos.add(ctx, caller.workspace(), made);
            return answer;
        });
    }

    @GetMapping("/counts")
    TodoCounts counts(Caller caller) {
        return todos.counts(caller.workspace(), caller.memberOrThrow());
    }

    @GetMapping("/{id}")
    TodoAnswers.Answer one(Caller caller, @PathVariable UUID id) {
        return answers.of(caller, List.of(todos.find(caller, id))).getFirst();
    }

    @PatchMapping("/{id}")
    TodoAnswers.Answer change(Caller caller, @PathVariable UUID id, @RequestBody TodoEdit edit) {
        return answers.of(caller, List.of(todos.change(caller, id, edit))).getFirst();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        todos.delete(caller, id);
    }
}
