package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.notice.About;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What actions that tell people something have in common: to whom, and texts with values in braces. */
final class Telling {
    static final String TO = "to";

    private Telling() {}

    static Parameters to(Label title, Label help) {
        return new Parameters().with(TO, title, help, "recipients", Parameters.recipients());
    }

    static List<Issue> check(ActionPlace place, JsonNode with, String... texts) {
        List<Issue> issues = new ArrayList<>(Recipients.check(place.at(TO), with.path(TO)));
        for (String text : texts) {
            issues.addAll(place.at(text).linkedTemplate(with.path(text).asString("")));
        }
        return issues;
    }

    static List<Reference> references(ActionPlace place, JsonNode with, String... texts) {
        List<Reference> references = new ArrayList<>(Recipients.references(place.at(TO), with.path(TO)));
        for (String text : texts) {
            references.addAll(place.at(text).needsOfTemplate(with.path(text).asString("")));
        }
        return references;
    }

    /** {@code texts} of {@code with}, filled in for each subject; an absent one is empty. */
    static List<List<String>> texts(ActionRun run, JsonNode with, String... texts) {
        List<String> templates = new ArrayList<>();
        for (String text : texts) {
            templates.add(with.path(text).asString(""));
        }
        return run.values().texts(templates);
    }

    static About about(ActionRun run, Subject subject) {
        return new About(run.entity().code(), subject.record());
    }

    /** As logs of to-dos and messages name who made them. */
    static String source(ActionRun run) {
        return run.source().kind() + ":" + run.source().code();
    }
}
