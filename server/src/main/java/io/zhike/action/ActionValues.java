package io.zhike.action;

import io.zhike.access.Grants;
import io.zhike.entity.ValueContext;
import io.zhike.expression.TextTemplate;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedRecord;
import io.zhike.workspace.Caller;
import io.zhike.workspace.SiteAddress;
import io.zhike.workspace.SiteAddresses;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What expressions give for the records of a run, as they are now in its transaction: one statement a question. */
public final class ActionValues {
    private final RecordReader reader;
    private final DSLContext ctx;
    private final Grants grants;
    private final Workspace workspace;
    private final ValueContext context;
    private final String entity;
    private final List<UUID> records;
    private final boolean deleted;

    /** @param deleted whether the records are in the recycle bin */
    public ActionValues(
            RecordReader reader,
            DSLContext ctx,
            Caller caller,
            Grants grants,
            String entity,
            List<UUID> records,
            boolean deleted) {
        this.reader = reader;
        this.ctx = ctx;
        this.grants = grants;
        this.workspace = caller.workspace();
        this.context = new ValueContext(workspace.zone(), workspace.language());
        this.entity = entity;
        this.records = List.copyOf(records);
        this.deleted = deleted;
    }

    /** How values are written in texts: in the zone and the language of the workspace. */
    public ValueContext context() {
        return context;
    }

    /**
     * What {@code expressions}, texts or trees, give, for each subject in their order; empty for a record that is not there.
     *
     * @throws io.zhike.message.ProblemException where one is wrong by now
     */
    public List<Optional<WorkedRecord>> of(List<JsonNode> expressions) {
        Set<UUID> wanted = new LinkedHashSet<>(records);
        Map<UUID, WorkedRecord> found = new HashMap<>();
        reader.workOut(ctx, grants, entity, wanted, expressions, deleted)
                .forEach(record -> found.put(record.id(), record));
        return records.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    /** What one text gives; null for blank and for a record that is not there. */
    public List<Optional<Object>> of(String expression) {
        return of(List.of(JsonNodeFactory.instance.stringNode(expression))).stream()
                .map(found -> found.map(record -> record.given().getFirst().value()))
                .toList();
    }

    /**
     * {@code templates} filled in for each subject in their order; texts that are no templates stand as they are, and a record
     * that is not there has blanks. The link to a record is blank where nobody said the site address.
     */
    public List<List<String>> texts(List<String> templates) {
        List<TextTemplate> parsed = templates.stream()
                .map(text -> TextTemplate.parse(text)
                        .orElseGet(() -> new TextTemplate(List.of(new TextTemplate.Part.Text(text)))))
                .toList();
        List<String> asked = parsed.stream()
                .flatMap(template -> template.expressions().stream())
                .toList();
        List<JsonNode> expressions = new ArrayList<>();
        asked.stream()
                .filter(text -> !isLink(text))
                .forEach(text -> expressions.add(JsonNodeFactory.instance.stringNode(text)));
        Optional<SiteAddress> site =
                asked.size() == expressions.size() ? Optional.empty() : SiteAddresses.of(ctx, workspace);
        return of(expressions).stream()
                .map(found -> filled(parsed, found, site))
                .toList();
    }

    /** Whether what stands between braces is the link to the record. */
    static boolean isLink(String expression) {
        return expression.strip().equals(SiteAddress.RECORD_LINK);
    }

    private List<String> filled(
            List<TextTemplate> templates, Optional<WorkedRecord> record, Optional<SiteAddress> site) {
        String link = record.flatMap(found -> site.map(home -> home.record(entity, found.id())))
                .orElse("");
        List<String> texts = new ArrayList<>();
        int next = 0;
        for (TextTemplate template : templates) {
            List<String> values = new ArrayList<>();
            for (String expression : template.expressions()) {
                values.add(isLink(expression) ? link : text(record, next++));
            }
            texts.add(template.with(values));
        }
        return texts;
    }

    private String text(Optional<WorkedRecord> record, int at) {
        return record.map(found -> found.given().get(at).text(context)).orElse("");
    }
}
