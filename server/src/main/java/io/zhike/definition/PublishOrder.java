package io.zhike.definition;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * What is to be published.
 *
 * @param drafts reads or makes the drafts, once no other publish can run
 * @param accepted the keys of the lossy steps that may run
 * @param also something more for the same transaction
 */
record PublishOrder(Function<DSLContext, List<Draft>> drafts, Set<String> accepted, Consumer<DSLContext> also) {}
