package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How to-dos are told somebody whom they concern. */
@Component
final class TodoAnswers {
    private final Members members;
    private final RecordReader reader;
    private final Clock clock;

    TodoAnswers(Members members, RecordReader reader, Clock clock) {
        this.members = members;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param by null for the system */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Done(Instant at, Around.@Nullable Person by) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            UUID id,
            String title,
            @Nullable String note,
            Around.@Nullable Person assignee,
            Around.@Nullable Told about,
            @Nullable Instant due,
            @Nullable Instant remind,
            @Nullable Instant snoozed,
            boolean overdue,
            @Nullable Done done,
            String source,
            Around.@Nullable Person madeBy,
            Around.@Nullable Person givenBy,
            Instant at,
            boolean mayDelete) {}

    List<Answer> of(Caller caller, List<Todo> todos) {
        Set<UUID> people = new HashSet<>();
        todos.forEach(todo -> Stream.of(todo.assignee(), todo.doneBy(), todo.madeBy(), todo.givenBy())
                .filter(Objects::nonNull)
                .forEach(people::add));
        Around around = Around.of(
                caller, members, reader, people, todos.stream().map(Todo::about).toList());
        Instant now = clock.instant();
        return todos.stream().map(todo -> answer(caller, todo, around, now)).toList();
    }

    private static Answer answer(Caller caller, Todo todo, Around around, Instant now) {
        Instant doneAt = todo.doneAt();
        return new Answer(
                todo.id(),
                todo.title(),
                todo.note(),
                around.person(todo.assignee()),
                around.about(todo.about()),
                todo.due(),
                todo.remind(),
                todo.snoozed() != null && todo.snoozed().isAfter(now) ? todo.snoozed() : null,
                todo.overdue(now),
                doneAt == null ? null : new Done(doneAt, around.person(todo.doneBy())),
                todo.source(),
                around.person(todo.madeBy()),
                around.person(todo.givenBy()),
                todo.at(),
                Objects.equals(todo.madeBy(), caller.member()));
    }
}
