package io.zhike.print;

import io.zhike.access.Access;
import io.zhike.access.EntityGrant;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Definitions;
import io.zhike.entity.Field;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordPictures;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Watermarks;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Prints records by templates, as one person sees them. */
@Component
class Prints {
    /** How many records go into one print. */
    static final int MOST_RECORDS = 100;

    private static final int SLOTS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final PrintReading reading;
    private final RecordPictures pictures;
    private final Watermarks watermarks;
    private final Clock clock;
    private final PrintFonts fonts = new PrintFonts();
    private final RenderSlots slots = new RenderSlots(SLOTS, PATIENCE, LIMIT);

    Prints(
            Database database,
            Definitions definitions,
            Access access,
            PrintReading reading,
            RecordPictures pictures,
            Watermarks watermarks,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.reading = reading;
        this.pictures = pictures;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** The published templates of entities that the caller sees and may print, by code. */
    List<PrintTemplate> templates(Caller caller) {
        return definitions.published(caller.workspace()).ofKind(PrintTemplateKind.KIND).stream()
                .map(PrintTemplate::of)
                .filter(template -> prints(caller, template))
                .toList();
    }

    /** @throws io.zhike.message.ProblemException where there is none, or none of an entity that the caller sees and may print */
    PrintTemplate template(Caller caller, String code) {
        return Optional.of(code)
                .filter(DefinitionKey::isCode)
                .flatMap(name ->
                        definitions.published(caller.workspace()).find(new DefinitionKey(PrintTemplateKind.KIND, name)))
                .map(PrintTemplate::of)
                .filter(template -> prints(caller, template))
                .orElseThrow(() -> PrintError.NO_SUCH_PRINT_TEMPLATE.problem(code));
    }

    private boolean prints(Caller caller, PrintTemplate template) {
        EntityGrant grant = access.of(caller).on(template.entity());
        return grant.visible() && grant.mayPrint();
    }

    /** Records read for a template, and how they are printed. */
    record Order(Caller caller, PrintTemplate template, PrintData data, Function<UUID, String> address) {}

    /**
     * @param address of a record's page
     * @throws io.zhike.message.ProblemException {@code nothing-to-print} where the caller reads none of {@code ids}
     */
    Order order(Caller caller, PrintTemplate template, List<UUID> ids, Function<UUID, String> address) {
        if (ids.size() > MOST_RECORDS) {
            throw PrintError.TOO_MANY_RECORDS.problem(MOST_RECORDS);
        }
        PrintData data = reading.read(caller, template, ids);
        if (data.records().isEmpty()) {
            throw PrintError.NOTHING_TO_PRINT.problem();
        }
        return new Order(caller, template, data, address);
    }

    /** A template that is being written, over one record or the newest; empty where there is no record yet. */
    Optional<Order> trial(
            Caller caller, PrintTemplate template, Optional<UUID> record, Function<UUID, String> address) {
        return access.of(caller)
                .catalog()
                .find(template.entity())
                .filter(_ -> prints(caller, template))
                .flatMap(entity -> record.or(() -> reading.newest(caller, entity)))
                .map(id -> order(caller, template, List.of(id), address));
    }

    /** Tells the audit log that the records of {@code order} were printed. */
    void tell(Order order, String format) {
        Caller caller = order.caller();
        Language language = caller.workspace().language();
        PrintTemplate template = order.template();
        String entity = access.of(caller)
                .catalog()
                .find(template.entity())
                .map(found -> found.label().in(language))
                .orElse(template.entity());
        AuditEntry entry = AuditEntry.of(PrintAction.RECORDS_PRINTED, "entity", template.entity(), entity)
                .with(AuditWord.ROWS, order.data().records().size())
                .with(AuditWord.TEMPLATE, template.label().in(language))
                .with(AuditWord.FORMAT, format)
                .with(
                        AuditWord.RECORDS,
                        order.data().records().stream()
                                .map(record -> record.id().toString())
                                .toList());
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
    }

    /** The first record's page as HTML that loads nothing. */
    String html(Order order) {
        return PrintHtml.of(job(order, text -> text), order.data().records().getFirst());
    }

    /** All records as one PDF. */
    byte[] pdf(Order order, String title) {
        PrintHtml.Job job = job(order, fonts::writable);
        return slots.run(stopped -> {
            List<String> pages = order.data().records().stream()
                    .takeWhile(_ -> !stopped.getAsBoolean())
                    .map(record -> PrintHtml.of(job, record))
                    .toList();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PdfWriter(fonts).write(pages, title, out, stopped);
            return out.toByteArray();
        });
    }

    /** What a print is called: the template, and the record where it is one. */
    String title(Order order) {
        String name = order.template().label().in(order.caller().language());
        List<ReadRecord> records = order.data().records();
        return records.size() == 1 ? name + "-" + records.getFirst().number() : name + "-" + records.size();
    }

    /** Empty where the workspace wants none on such a paper. */
    private String mark(Order order) {
        Caller caller = order.caller();
        boolean personal = access.of(caller)
                .catalog()
                .find(order.template().entity())
                .filter(entity -> entity.fields().stream().anyMatch(Field::personal))
                .isPresent();
        return watermarks.of(caller.workspace()).on(personal) ? watermarks.text(caller) : "";
    }

    private PrintHtml.Job job(Order order, UnaryOperator<String> glyphs) {
        Caller caller = order.caller();
        return new PrintHtml.Job(
                order.template(),
                order.data(),
                new ValueContext(caller.workspace().zone(), caller.language()),
                clock.instant(),
                glyphs,
                new Pictures(pictures, caller.workspace()),
                order.address(),
                mark(order));
    }
}
