package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.message.Label;
import io.zhike.record.file.FileTable;
import io.zhike.record.file.KeptFiles;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What is held on a person for whom a record stands: what belongs to it, and its erasure. For administrators. Erasing goes
 * through the gate in, which blanks the fields, their search text and what is computed from them; then the feed is redacted, files
 * and what else is kept about the records go, all in one transaction. Nothing brings it back.
 */
@Service
public class PersonalData {
    private static final Label NAMELESS = new Label("已匿名", "Anonymous");

    private final Database database;
    private final Clock clock;
    private final Access access;
    private final Members members;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final List<KeptAbout> kept;

    PersonalData(
            Database database,
            Clock clock,
            Access access,
            Members members,
            RecordReader reader,
            RecordWriter writer,
            List<KeptAbout> kept) {
        this.database = database;
        this.clock = clock;
        this.access = access;
        this.members = members;
        this.reader = reader;
        this.writer = writer;
        this.kept = List.copyOf(kept);
    }

    /** How records belong to the person. */
    public enum Kind {
        RECORD,
        CHILD,
        RELATED
    }

    /**
     * Records of one entity that belong to the person.
     *
     * @param fields those that hold personal data and can be blanked
     */
    public record Part(EntityDefinition entity, Kind kind, Set<UUID> ids, List<Field> fields) {}

    /**
     * How much of one kind is kept about the records.
     *
     * @param kind as requests name it
     */
    public record Kept(String kind, Label label, long count) {}

    /**
     * What is held on somebody.
     *
     * @param title what the record is called, and what is typed to confirm
     * @param changes how many changes of the own record and its child rows the feed holds
     */
    public record Held(String title, List<Part> parts, int changes, List<Kept> kept) {
        /** The record itself. */
        public Part own() {
            return parts.getFirst();
        }
    }

    /**
     * What somebody wants erased beside the personal fields of the record and its child rows.
     *
     * @param related the entities whose records that point to it lose their personal fields, too
     * @param kept kinds of what is kept beside records that goes as a whole
     */
    public record Wish(Set<String> related, Set<String> kept) {
        public Wish {
            related = Set.copyOf(related);
            kept = Set.copyOf(kept);
        }
    }

    /** What is kept beside records, in the order in which it is shown. */
    public List<KeptAbout> keepers() {
        return kept;
    }

    /**
     * What is held on whom the record stands for.
     *
     * @throws io.zhike.message.ProblemException where the caller is no administrator, or there is no such record
     */
    public Held held(Caller caller, String entity, UUID record) {
        members.requireAdmin(caller);
        reader.require(caller, entity, record);
        Grants grants = access.of(caller);
        String title = title(caller, entity, record);
        return database.read(ctx -> held(ctx, caller.workspace().schema(), grants, entity, record, title));
    }

    private String title(Caller caller, String entity, UUID record) {
        return Optional.ofNullable(
                        reader.titles(caller, entity, List.of(record)).get(record))
                .filter(text -> !text.isBlank())
                .orElse("#");
    }

    private Held held(DSLContext ctx, WorkspaceSchema schema, Grants grants, String entity, UUID record, String title) {
        List<Part> parts = new PersonalScope(ctx, schema, grants.catalog())
                .of(grants.catalog().get(entity), record);
        List<Part> own =
                parts.stream().filter(part -> part.kind() != Kind.RELATED).toList();
        int changes = own.stream()
                .mapToInt(part -> FeedRedaction.count(ctx, schema, part.entity().code(), part.ids()))
                .sum();
        List<Kept> counts = kept.stream()
                .map(each -> new Kept(
                        each.kind(),
                        each.label(),
                        own.stream()
                                .mapToLong(part ->
                                        each.count(ctx, schema, part.entity().code(), part.ids()))
                                .sum()))
                .toList();
        return new Held(title, parts, changes, counts);
    }

    /**
     * Erases for ever.
     *
     * @param confirmed what the caller typed; has to be the title
     * @return how many records lost personal data
     */
    public int erase(Caller caller, String entity, UUID record, String confirmed, Wish wish) {
        Held seen = held(caller, entity, record);
        if (!seen.title().strip().equals(confirmed.strip())) {
            throw RecordError.ERASURE_UNCONFIRMED.problem(seen.title());
        }
        return Retries.run(() -> {
            Grants grants = access.of(caller);
            return database.write(ctx -> erase(ctx, caller, grants, entity, record, wish));
        });
    }

    private int erase(DSLContext ctx, Caller caller, Grants grants, String entity, UUID record, Wish wish) {
        WorkspaceSchema schema = caller.workspace().schema();
        Held held = held(ctx, schema, grants, entity, record, "");
        List<Part> parts = held.parts().stream()
                .filter(part -> part.kind() != Kind.RELATED
                        || wish.related().contains(part.entity().code()))
                .toList();
        int records = 0;
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            List<Field> fields = fields(part, wish);
            fields.forEach(
                    field -> names.add(field.label().in(caller.workspace().language())));
            if (!fields.isEmpty()) {
                blank(ctx, caller, grants, part, fields);
                records += part.ids().size();
            }
            for (KeptAbout each : kept) {
                if (part.kind() != Kind.RELATED && wish.kept().contains(each.kind())) {
                    each.erase(ctx, schema, part.entity().code(), part.ids());
                }
            }
        }
        if (names.isEmpty() && wish.kept().isEmpty()) {
            throw RecordError.NO_PERSONAL_FIELDS.problem(
                    grants.catalog().get(entity).label());
        }
        AuditEntry entry = RecordAudit.about(
                        RecordAction.PERSONAL_DATA_ERASED,
                        caller,
                        grants.catalog().get(entity))
                .with(AuditWord.RECORDS, List.of(record.toString()))
                .with(AuditWord.ROWS, records)
                .with(AuditWord.REMOVED, names.stream().distinct().toList());
        AuditLog.record(ctx, schema, clock.instant(), entry);
        return records;
    }

    /** Where all files go, no field shall name one that is not there. */
    private static List<Field> fields(Part part, Wish wish) {
        boolean files = part.kind() != Kind.RELATED && wish.kept().contains(KeptFiles.KIND);
        return part.entity().fields().stream()
                .filter(field -> part.fields().contains(field)
                        || files && field.writable() && field.type().files().isPresent())
                .toList();
    }

    private void blank(DSLContext ctx, Caller caller, Grants grants, Part part, List<Field> fields) {
        WorkspaceSchema schema = caller.workspace().schema();
        String entity = part.entity().code();
        List<RecordWrite> writes = part.ids().stream()
                .sorted()
                .<RecordWrite>map(id -> new RecordWrite.Update(id, Optional.empty(), blanks(part, fields, id, caller)))
                .toList();
        writer.write(ctx, caller, grants, WriteBatch.of(entity, ChangeOrigin.ERASURE, writes));
        List<String> codes = fields.stream().map(Field::code).toList();
        FeedRedaction.redact(ctx, schema, entity, part.ids(), codes);
        FileTable.removeOfFields(ctx, schema, entity, part.ids(), codes);
    }

    /** Nothing, but a name for what records are called by: a list of records without names is of no use. */
    private static RecordValues blanks(Part part, List<Field> fields, UUID id, Caller caller) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            boolean name = field.code().equals(part.entity().title())
                    && field.type().code().equals("text");
            values.put(field.code(), name ? NAMELESS.in(caller.workspace().language()) + " " + mark(id) : null);
        }
        return RecordValues.of(values);
    }

    /** Tells nameless records apart, where names have to be unique too. */
    private static String mark(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - 8);
    }

    /** Tells the audit log that all of it left. */
    public void exported(Caller caller, Held held, UUID record) {
        EntityDefinition entity = held.own().entity();
        long rows = held.parts().stream().mapToLong(part -> part.ids().size()).sum();
        AuditEntry entry = RecordAudit.about(RecordAction.PERSONAL_DATA_EXPORTED, caller, entity)
                .with(AuditWord.RECORDS, List.of(record.toString()))
                .with(AuditWord.ROWS, rows);
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
    }
}
