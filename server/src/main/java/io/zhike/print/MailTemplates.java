package io.zhike.print;

import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Definitions;
import io.zhike.entity.ValueContext;
import io.zhike.record.ReadRecord;
import io.zhike.workspace.Caller;
import io.zhike.workspace.SiteAddress;
import io.zhike.workspace.SiteAddresses;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Fills mail templates in. All values are escaped where they stand, so that nothing of a record is taken for markup. */
@Component
public class MailTemplates {
    private static final Pattern BREAK = Pattern.compile("<(?:br|hr)/>|</(?:p|li|tr|h[1-4])>");
    private static final Pattern CELL = Pattern.compile("</t[dh]>");
    private static final Pattern HEAD = Pattern.compile("<head>.*?</head>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*(\\n\\s*)*");

    private static final PrintHtml.Images NO_IMAGES = new PrintHtml.Images() {
        @Override
        public String of(UUID file, double width) {
            return "";
        }

        @Override
        public String square(String text) {
            return "";
        }
    };

    private final Definitions definitions;
    private final PrintReading reading;
    private final SiteAddresses sites;
    private final Clock clock;

    MailTemplates(Definitions definitions, PrintReading reading, SiteAddresses sites, Clock clock) {
        this.definitions = definitions;
        this.reading = reading;
        this.sites = sites;
        this.clock = clock;
    }

    /** A mail that is filled in: a page that loads nothing, and the same as plain text. */
    public record Filled(String subject, String html, String text) {}

    /**
     * The published template, filled in for each of {@code records} as {@code caller} reads it; empty where there is no such
     * template. Without records that are not there. Reads what has committed, in a few statements.
     */
    public Optional<Map<UUID, Filled>> fill(Caller caller, String code, Collection<UUID> records) {
        return Optional.of(code)
                .filter(DefinitionKey::isCode)
                .flatMap(name ->
                        definitions.published(caller.workspace()).find(new DefinitionKey(MailTemplateKind.KIND, name)))
                .map(PrintTemplate::of)
                .map(template -> fill(caller, template, records));
    }

    private Map<UUID, Filled> fill(Caller caller, PrintTemplate template, Collection<UUID> records) {
        PrintData data = reading.read(caller, template, List.copyOf(records));
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        Function<UUID, String> address = address(caller.workspace(), template);
        PrintHtml.Job job = new PrintHtml.Job(
                template, data, context, clock.instant(), UnaryOperator.identity(), NO_IMAGES, address, "");
        Map<UUID, Filled> filled = new HashMap<>();
        for (ReadRecord record : data.records()) {
            PrintValues values =
                    new PrintValues(data.facts(), record, context, clock.instant(), address.apply(record.id()));
            String html = PrintHtml.letter(job, record);
            filled.put(record.id(), new Filled(subject(template, values), html, text(html)));
        }
        return filled;
    }

    /** Of the pages of records, as mails link to them: empty texts where nobody said under which address that is. */
    Function<UUID, String> address(Workspace workspace, PrintTemplate template) {
        Optional<SiteAddress> site = Wanted.of(template).linked() ? sites.of(workspace) : Optional.empty();
        return id -> site.map(home -> home.record(template.entity(), id)).orElse("");
    }

    private static String subject(PrintTemplate template, PrintValues values) {
        StringBuilder subject = new StringBuilder();
        template.subject()
                .forEach(part -> subject.append(
                        switch (part) {
                            case PrintNode.Text plain -> plain.text();
                            case PrintNode.Value value -> values.text(value.source(), value.format());
                            case PrintNode.LineBreak _ -> " ";
                        }));
        return subject.toString();
    }

    /** Of a page that we have made ourselves: all that is escaped in it was escaped by {@link Markup}. */
    static String text(String html) {
        String plain = HEAD.matcher(html).replaceFirst("");
        plain = BREAK.matcher(plain).replaceAll("\n");
        plain = CELL.matcher(plain).replaceAll("\t");
        plain = TAG.matcher(plain).replaceAll("");
        plain = plain.replace("&#160;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return BLANK_LINES.matcher(plain).replaceAll("\n\n").strip();
    }
}
