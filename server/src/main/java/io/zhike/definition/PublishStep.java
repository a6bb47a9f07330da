package io.zhike.definition;

import io.zhike.message.Message;
import tools.jackson.databind.JsonNode;

/** One step of a publish's plan: data that is shown before it is done. */
public interface PublishStep {

    /** What a person accepts a lossy step by: the same for the same change, such as {@code drop-field:customer.phone}. */
    String key();

    /** What is done, such as {@code add-column}. */
    String kind();

    /** The step as a sentence. */
    Message title();

    /** Whether it destroys data; such a step runs only when it is accepted by its key. */
    boolean lossy();

    /** How many rows lose something; 0 for a step that is not lossy. */
    long rowsLost();

    /** All of the step, from which {@link PublishPart#read} makes it again. */
    JsonNode toJson();
}
