package io.zhike.page;

import io.zhike.record.file.StoredFile;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How comments are told over HTTP: with the names of all people in them and with their files, each by one look. */
@Component
final class CommentAnswers {
    private final Members members;
    private final CommentFiles files;

    CommentAnswers(Members members, CommentFiles files) {
        this.members = members;
        this.files = files;
    }

    record Person(UUID id, String name) {}

    /** @param state whether it may be opened: ready, held or infected */
    record Attached(UUID id, String name, long size, String type, String state) {
        static Attached of(StoredFile file) {
            return new Attached(
                    file.id(),
                    file.name(),
                    file.size(),
                    file.mediaType(),
                    file.state().code());
        }
    }

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
            List<Attached> files,
            @Nullable Instant editedAt) {

        Answer with(List<StoredFile> attached) {
            return new Answer(
                    id,
                    at,
                    by,
                    text,
                    mentions,
                    attached.stream().map(Attached::of).toList(),
                    editedAt);
        }
    }

    List<Answer> of(Caller caller, List<Comment> found) {
        return answers(
                caller, found, files.of(caller, found.stream().map(Comment::id).toList()));
    }

    private List<Answer> answers(Caller caller, List<Comment> found, Map<UUID, List<StoredFile>> attached) {
        Set<UUID> people = new HashSet<>();
        found.forEach(comment -> {
            people.add(comment.author());
            people.addAll(comment.mentions());
        });
        Map<UUID, Person> known = members.find(caller.workspace(), people).stream()
                .collect(Collectors.toMap(Member::id, member -> new Person(member.id(), member.name())));
        return found.stream()
                .map(comment -> answer(comment, known, attached.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    private static Answer answer(Comment comment, Map<UUID, Person> known, List<StoredFile> attached) {
        return new Answer(
                comment.id(),
                comment.at(),
                Objects.requireNonNull(known.get(comment.author())),
                comment.body(),
                Comment.mentionedIn(comment.body()).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList(),
                attached.stream().map(Attached::of).toList(),
                comment.editedAt().orElse(null));
    }
}
