package io.zhike.page;

import io.zhike.record.file.FileState;
import io.zhike.record.file.FileTable;
import io.zhike.record.file.StoredFile;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The files that come with comments: who reads the record gets them, and they go with their comment. */
@Component
final class CommentFiles {
    static final int MOST = 20;

    private final Database database;

    CommentFiles(Database database) {
        this.database = database;
    }

    /** Refuses more than {@link #MOST}. */
    static void check(Set<UUID> files) {
        if (files.size() > MOST) {
            throw CommentError.TOO_MANY_FILES.problem(MOST);
        }
    }

    /** Takes files that the caller has sent in and that nothing else has; any other is refused as if it were not there. */
    static List<StoredFile> add(DSLContext ctx, Caller caller, Comment comment, Set<UUID> files) {
        Map<UUID, StoredFile> found = FileTable.lock(ctx, caller.workspace().schema(), files);
        List<StoredFile> taken = new ArrayList<>();
        for (UUID id : files) {
            StoredFile file = found.get(id);
            if (file == null || file.place().isPresent() || !Objects.equals(file.createdBy(), caller.member())) {
                throw CommentError.NO_SUCH_FILE.problem(id);
            }
            if (file.state() == FileState.INFECTED) {
                throw CommentError.FILE_HELD_MALWARE.problem(file.name());
            }
            taken.add(file);
        }
        FileTable.place(
                ctx,
                caller.workspace().schema(),
                files,
                new StoredFile.Place.InComment(comment.entity(), comment.record(), comment.id()));
        return taken.stream().sorted(Comparator.comparing(StoredFile::id)).toList();
    }

    /** Those of each comment, by one look. */
    Map<UUID, List<StoredFile>> of(Caller caller, Collection<UUID> comments) {
        return comments.isEmpty()
                ? Map.of()
                : database.read(
                        ctx -> FileTable.ofComments(ctx, caller.workspace().schema(), comments));
    }

    boolean has(Caller caller, UUID comment) {
        return of(caller, List.of(comment)).containsKey(comment);
    }
}
