package io.zhike.page;

import io.zhike.message.Label;
import io.zhike.record.PurgeFollower;
import io.zhike.record.RecordReader;
import io.zhike.record.file.FileTable;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Tiding;
import io.zhike.workspace.Tidings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Talk about records. Who reads a record reads its comments and may add to them; nobody else learns that there are any. */
@Component
final class Comments implements PurgeFollower {
    private final Database database;
    private final RecordReader reader;
    private final Members members;
    private final CommentFiles files;
    private final Tidings tidings;
    private final Clock clock;

    Comments(
            Database database, RecordReader reader, Members members, CommentFiles files, Tidings tidings, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.members = members;
        this.files = files;
        this.tidings = tidings;
        this.clock = clock;
    }

    List<Comment> of(Caller caller, String entity, UUID record, @Nullable UUID before, int limit) {
        reader.require(caller, entity, record);
        return database.read(ctx -> store(ctx, caller).of(entity, record, before, limit));
    }

    /**
     * What is to be added by {@code caller}, who reads the record; checked, not yet stored.
     *
     * @param blank whether it needs no words, since files come with it
     */
    Comment compose(Caller caller, String entity, UUID record, @Nullable String text, boolean blank) {
        reader.require(caller, entity, record);
        String body = checked(text, blank);
        Set<UUID> mentioned = mentioned(caller, body);
        return new Comment(
                Ids.at(clock.instant()),
                entity,
                record,
                caller.memberOrThrow(),
                body,
                mentioned,
                clock.instant(),
                Optional.empty());
    }

    void add(DSLContext ctx, Caller caller, Comment comment) {
        store(ctx, caller).add(comment);
        tell(ctx, caller, comment, comment.mentions());
    }

    Comment edit(Caller caller, String entity, UUID record, UUID id, @Nullable String text) {
        Comment before = find(caller, entity, record, id);
        if (!before.author().equals(caller.member())) {
            throw CommentError.NOT_YOUR_COMMENT.problem();
        }
        String body = checked(text, files.has(caller, id));
        Set<UUID> mentioned = mentioned(caller, body);
        Instant now = clock.instant();
        Comment after =
                new Comment(id, entity, record, before.author(), body, mentioned, before.at(), Optional.of(now));
        Set<UUID> added = new HashSet<>(mentioned);
        added.removeAll(before.mentions());
        database.writing(ctx -> {
            store(ctx, caller).edit(id, body, mentioned, now);
            tell(ctx, caller, after, added);
        });
        return after;
    }

    /** The words are told as a quote, which is shown to those alone who read the record. */
    private void tell(DSLContext ctx, Caller caller, Comment comment, Set<UUID> mentioned) {
        if (mentioned.isEmpty()) {
            return;
        }
        Set<UUID> people = new HashSet<>(comment.mentions());
        people.add(comment.author());
        Map<UUID, String> names = members.names(ctx, caller.workspace(), people);
        String author = names.getOrDefault(comment.author(), "");
        tidings.tell(
                ctx,
                caller.workspace(),
                new Tiding(
                        "comment:" + comment.id(),
                        Tiding.Kind.MENTION,
                        mentioned,
                        comment.author(),
                        new Label(author + " 在评论中提到了你", author + " mentioned you in a comment"),
                        comment.plain(names),
                        new Tiding.Thing(comment.entity(), comment.record())));
    }

    void delete(Caller caller, String entity, UUID record, UUID id) {
        Comment comment = find(caller, entity, record, id);
        if (!comment.author().equals(caller.member()) && !members.isAdmin(caller)) {
            throw CommentError.NOT_YOUR_COMMENT.problem();
        }
        database.writing(ctx -> {
            store(ctx, caller).delete(id);
            FileTable.removeOfComment(ctx, caller.workspace().schema(), id);
        });
    }

    private Comment find(Caller caller, String entity, UUID record, UUID id) {
        reader.require(caller, entity, record);
        return database.read(ctx -> store(ctx, caller).find(id))
                .filter(found -> found.entity().equals(entity) && found.record().equals(record))
                .orElseThrow(CommentError.NO_SUCH_COMMENT::problem);
    }

    /** Comments that speak to {@code caller}, about records or not that are still readable. */
    List<Comment> mentioning(Caller caller, @Nullable UUID before, int limit) {
        return database.read(ctx -> store(ctx, caller).mentioning(caller.memberOrThrow(), before, limit));
    }

    @Override
    public void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new CommentStore(ctx, schema).deleteOf(entity, records);
    }

    private static CommentStore store(DSLContext ctx, Caller caller) {
        return new CommentStore(ctx, caller.workspace().schema());
    }

    private static String checked(@Nullable String text, boolean blank) {
        String body = text == null ? "" : text.strip();
        if (body.isEmpty() && !blank) {
            throw CommentError.COMMENT_BLANK.problem();
        }
        if (body.length() > Comment.LONGEST) {
            throw CommentError.COMMENT_TOO_LONG.problem(Comment.LONGEST, body.length());
        }
        return body;
    }

    private Set<UUID> mentioned(Caller caller, String body) {
        Set<UUID> mentioned = Comment.mentionedIn(body);
        if (mentioned.size() > Comment.MOST_MENTIONS) {
            throw CommentError.TOO_MANY_MENTIONS.problem(Comment.MOST_MENTIONS);
        }
        boolean all = members.find(caller.workspace(), mentioned).stream()
                        .filter(Member::active)
                        .count()
                == mentioned.size();
        if (!all) {
            throw CommentError.NOBODY_MENTIONED.problem();
        }
        return mentioned;
    }
}
