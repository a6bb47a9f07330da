package io.zhike.print;

import io.zhike.definition.Definition;
import io.zhike.expression.TextTemplate;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document made of records of an entity, as a definition of kind {@code print_template} says.
 *
 * @param subject what stands over it as a mail; empty on paper
 * @param issues what could not be read of the document, with places
 */
record PrintTemplate(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        Paper paper,
        Margins margins,
        Band header,
        Band footer,
        List<PrintNode.Inline> subject,
        List<PrintNode.Block> body,
        List<Issue> issues) {

    PrintTemplate {
        subject = List.copyOf(subject);
        body = List.copyOf(body);
        issues = List.copyOf(issues);
    }

    private static final String SUBJECT = "subject";

    /** In millimetres. */
    record Margins(double top, double right, double bottom, double left) {}

    /**
     * What stands above or below every page: texts in which <code>{page}</code>, <code>{pages}</code> and
     * <code>{date}</code> are filled in, and fields by their paths.
     */
    record Band(String left, String center, String right) {
        static final Band NONE = new Band("", "", "");

        List<String> texts() {
            return List.of(left, center, right);
        }

        boolean blank() {
            return texts().stream().allMatch(String::isBlank);
        }
    }

    static PrintTemplate of(Definition definition) {
        List<Issue> issues = new ArrayList<>();
        Paper paper = Paper.of(definition.get("paper").asString(Paper.A4.code()));
        return new PrintTemplate(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(""),
                paper,
                margins(definition.get("margins"), paper),
                band(definition.get("header")),
                band(definition.get("footer")),
                subject(definition.get("subject").asString(""), issues),
                PrintReader.read(definition.get("body"), "body", issues),
                issues);
    }

    private static List<PrintNode.Inline> subject(String text, List<Issue> issues) {
        Optional<TextTemplate> template = TextTemplate.parse(text);
        if (template.isEmpty()) {
            issues.add(Issue.at(SUBJECT, PrintIssue.BAD_BRACES));
        }
        List<PrintNode.Inline> parts = new ArrayList<>();
        template.map(TextTemplate::parts)
                .orElse(List.of())
                .forEach(part -> parts.add(
                        switch (part) {
                            case TextTemplate.Part.Text(String plain) ->
                                new PrintNode.Text(plain, PrintNode.Look.PLAIN);
                            case TextTemplate.Part.Value(String sentence) ->
                                new PrintNode.Value(
                                        PrintNode.Source.said(sentence),
                                        PrintFormat.USUAL,
                                        PrintNode.Look.PLAIN,
                                        SUBJECT);
                        }));
        return parts;
    }

    private static Margins margins(JsonNode given, Paper paper) {
        return new Margins(
                given.path("top").asDouble(paper.margin()),
                given.path("right").asDouble(paper.margin()),
                given.path("bottom").asDouble(paper.margin()),
                given.path("left").asDouble(paper.margin()));
    }

    private static Band band(JsonNode given) {
        return new Band(
                given.path("left").asString(""),
                given.path("center").asString(""),
                given.path("right").asString(""));
    }
}
