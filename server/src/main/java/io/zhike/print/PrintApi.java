package io.zhike.print;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.definition.Definition;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import io.zhike.workspace.SiteAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Records on paper. */
@RestController
@RequestMapping("/api/v1")
class PrintApi {
    private static final String HTML = "html";
    private static final String PDF = "pdf";
    /** Nothing is loaded and nothing runs, whatever a template or a record holds. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private final Prints prints;
    private final Definitions definitions;
    private final Members members;
    private final MailTemplates mails;

    PrintApi(Prints prints, Definitions definitions, Members members, MailTemplates mails) {
        this.prints = prints;
        this.definitions = definitions;
        this.members = members;
        this.mails = mails;
    }

    record Listed(String code, @Nullable String app, Label label, String entity, String paper) {}

    /** @param entity only the templates of this entity */
    @GetMapping("/print-templates")
    Page<Listed> templates(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        return Page.whole(prints.templates(caller).stream()
                .filter(template -> entity == null || entity.equals(template.entity()))
                .map(template -> new Listed(
                        template.code(),
                        template.app(),
                        template.label(),
                        template.entity(),
                        template.paper().code()))
                .toList());
    }

    /** @param format {@code html} to look at, {@code pdf} to keep */
    @GetMapping("/records/{entity}/{id}/print/{template}")
    ResponseEntity<byte[]> one(
            Caller caller,
            @PathVariable String entity,
            @PathVariable UUID id,
            @PathVariable String template,
            @RequestParam(defaultValue = HTML) String format) {
        PrintTemplate found = prints.template(caller, template);
        if (!found.entity().equals(entity)) {
            throw PrintError.NO_SUCH_PRINT_TEMPLATE.problem(template);
        }
        boolean html = html(format);
        Prints.Order order = prints.order(caller, found, List.of(id), address(entity));
        prints.tell(order, format);
        return html ? page(prints.html(order)) : file(order);
    }

    /** @param ids with commas between */
    @GetMapping("/prints/{template}")
    ResponseEntity<byte[]> many(
            Caller caller, @PathVariable String template, @RequestParam(required = false) @Nullable String ids) {
        PrintTemplate found = prints.template(caller, template);
        List<UUID> wanted = ids(ids);
        if (wanted.size() > 1 && members.isLeaving(caller)) {
            throw PrintError.PRINT_WHILE_LEAVING.problem();
        }
        Prints.Order order = prints.order(caller, found, wanted, address(found.entity()));
        prints.tell(order, PDF);
        return file(order);
    }

    private static boolean html(String format) {
        if (!format.equals(HTML) && !format.equals(PDF)) {
            throw PrintError.UNKNOWN_PRINT_FORMAT.problem(format, HTML + ", " + PDF);
        }
        return format.equals(HTML);
    }

    private static List<UUID> ids(@Nullable String ids) {
        if (ids == null || ids.isBlank()) {
            throw PrintError.RECORDS_MISSING.problem();
        }
        return Arrays.stream(ids.split(",", -1))
                .map(String::strip)
                .map(PrintApi::id)
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw PrintError.NOT_A_RECORD_ID.problem(text);
        }
    }

    private static ResponseEntity<byte[]> page(String html) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(("<!DOCTYPE html>" + html).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> file(Prints.Order order) {
        String title = prints.title(order);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .body(prints.pdf(order, title));
    }

    private static Function<UUID, String> address(String entity) {
        SiteAddress home = new SiteAddress(
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return id -> home.record(entity, id);
    }

    /**
     * A template that is being written.
     *
     * @param record to try it on; null for the newest
     * @param mail whether it goes out as a mail, whose links begin with the site address; null for no
     */
    record Trial(
            @Nullable ObjectNode template,
            @Nullable UUID record,
            @Nullable Boolean mail) {}

    /**
     * @param html null where there is no record to try it on
     * @param unread what the caller may not read and is printed empty
     * @param unlinked whether the link to the record is empty, since nobody said the site address
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Tried(@Nullable String html, @Nullable UUID record, List<Unread> unread, boolean unlinked) {}

    record Unread(String path, String what) {}

    /** For builders: what a template that is not saved yet gives. */
    @PostMapping("/print-templates/preview")
    Tried preview(Caller caller, @RequestBody Trial trial) {
        definitions.requireBuilder(caller);
        ObjectNode body = trial.template() == null
                ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                : trial.template().deepCopy();
        body.put("kind", PrintTemplateKind.KIND);
        List<Issue> issues = definitions.checkShape(PrintTemplateKind.KIND, body);
        if (!issues.isEmpty()) {
            throw PrintError.TEMPLATE_REFUSED.problem(issues, issues.size());
        }
        Definition definition = Definition.of(body);
        boolean mail = Boolean.TRUE.equals(trial.mail());
        PrintTemplate template = PrintTemplate.of(definition);
        Function<UUID, String> address =
                mail ? mails.address(caller.workspace(), template) : address(template.entity());
        return prints.trial(caller, template, Optional.ofNullable(trial.record()), address)
                .map(this::tried)
                .orElse(new Tried(null, null, List.of(), false));
    }

    private Tried tried(Prints.Order order) {
        UUID record = order.data().records().getFirst().id();
        return new Tried(
                "<!DOCTYPE html>" + prints.html(order),
                record,
                order.data().unread().stream()
                        .map(unread -> new Unread(unread.place(), unread.what()))
                        .toList(),
                Wanted.of(order.template()).linked()
                        && order.address().apply(record).isEmpty());
    }
}
