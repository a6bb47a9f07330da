package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all parts have to do for one publish of one workspace. */
final class PublishPlan {
    private final Workspace workspace;
    private final List<Share> shares;

    private PublishPlan(Workspace workspace, List<Share> shares) {
        this.workspace = workspace;
        this.shares = shares;
    }

    /** Asks every part. */
    static PublishPlan of(
            List<PublishPart> parts, DSLContext ctx, Workspace workspace, DefinitionSet before, DefinitionSet after) {
        List<Share> shares = new ArrayList<>();
        for (PublishPart part : parts) {
            List<PublishStep> steps = part.plan(ctx, workspace, before, after);
            if (!steps.isEmpty()) {
                shares.add(new Share(part, List.copyOf(steps)));
            }
        }
        return new PublishPlan(workspace, shares);
    }

    boolean isEmpty() {
        return shares.isEmpty();
    }

    /** All steps, in the order of the parts. */
    List<PublishStep> steps() {
        return shares.stream().flatMap(share -> share.steps.stream()).toList();
    }

    /** @throws io.zhike.message.ProblemException where a step would lose data and its key is not in {@code accepted} */
    void requireAccepted(Set<String> accepted) {
        List<Issue> refused = steps().stream()
                .filter(step -> step.lossy() && !accepted.contains(step.key()))
                .map(step ->
                        Issue.at(step.key(), DefinitionIssue.WOULD_LOSE, step.title(), step.rowsLost(), step.key()))
                .toList();
        if (!refused.isEmpty()) {
            throw DefinitionError.PUBLISH_LOSES_DATA.problem(refused, refused.size());
        }
    }

    void prepare() {
        shares.forEach(share -> share.part.prepare(workspace, share.steps));
    }

    void apply(DSLContext ctx) {
        shares.forEach(share -> share.part.apply(ctx, workspace, share.steps));
    }

    /** The steps by part, as {@link PublishPart#read} takes them. */
    ObjectNode toJson() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Share share : shares) {
            ArrayNode steps = all.putArray(share.part.name());
            share.steps.forEach(step -> steps.add(step.toJson()));
        }
        return all;
    }

    private record Share(PublishPart part, List<PublishStep> steps) {}
}
