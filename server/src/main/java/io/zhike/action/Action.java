package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that can be done with records; every bean of this type is found by its code. It describes itself: builders,
 * schemas and documents are made of what it says. {@code with} is what a definition says of it, and matches
 * {@link #parameters()} wherever it is handed in.
 */
public interface Action {

    /** What it is called and how it reads. */
    ActionText text();

    /** The JSON Schema of {@code with}; see {@link Parameters}. A new tree at each call. */
    ObjectNode parameters();

    /** A {@code with} that makes sense, for builders to begin from and for documents. */
    ObjectNode example();

    /** What is wrong with {@code with} beyond its schema, paths as {@code place} makes them. Never throws for what was written. */
    List<Issue> check(ActionPlace place, JsonNode with);

    /** All that {@code with} needs of definitions, there or not. */
    List<Reference> references(ActionPlace place, JsonNode with);

    /** Whether it can stand where a record is about to be saved, and so runs in no transaction of its own. */
    default boolean inSave() {
        return false;
    }

    /**
     * Does it for all subjects at once, in the transaction of {@code run}: what leaves the house is only ever a row that a job
     * delivers later. What it throws takes back all of the run; a subject that cannot be served alone is an outcome.
     *
     * @return one outcome for each subject, in their order
     */
    List<Outcome> run(ActionRun run, JsonNode with);
}
