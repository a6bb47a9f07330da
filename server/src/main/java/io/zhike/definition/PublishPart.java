package io.zhike.definition;

import io.zhike.workspace.Workspace;
import java.util.List;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/**
 * Work that a publish causes outside the definitions themselves, such as tables for entities. Every bean of this type is
 * asked, in the order of Spring's {@code @Order}. One publish of a workspace runs at a time.
 */
public interface PublishPart {

    /** A name for this part, for ever: what its steps are kept under until {@link #after} is through. */
    String name();

    /**
     * What has to be done to get from {@code before} to {@code after}: reads, changes nothing, and is called for dry runs
     * too. {@code context} is outside any transaction.
     */
    List<PublishStep> plan(DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after);

    /**
     * Additive work outside the transaction, in batches as small as it likes. It must do no harm where the publish fails
     * afterwards, and find its own leavings when it is tried again. Must not touch the tables of this module.
     */
    void prepare(Workspace workspace, List<PublishStep> steps);

    /** The steps themselves, in the transaction that makes the definitions real. What it throws undoes all of it. */
    void apply(DSLContext context, Workspace workspace, List<PublishStep> steps);

    /**
     * What cannot be in a transaction or need not wait for it, such as building indexes concurrently. Runs as a job after
     * the commit, on any node, and again where it was broken off: it must find what is done already.
     */
    void after(Workspace workspace, List<PublishStep> steps);

    /** The step whose {@link PublishStep#toJson} was {@code step}. */
    PublishStep read(JsonNode step);
}
