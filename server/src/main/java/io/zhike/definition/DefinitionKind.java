package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of definition, brought by the module that owns it: every bean of this type is found. The methods that take a
 * definition are called only with documents that match {@link #schema()}, keep no state, and never throw for what a
 * person wrote: they return issues.
 */
public interface DefinitionKind {

    /** The {@code kind} that its documents carry. */
    String kind();

    /** What people call this kind, in messages. */
    default Label label() {
        return Label.of(kind());
    }

    /** The JSON Schema (2020-12) of the whole document; see {@link DocumentSchema}. Called once. */
    ObjectNode schema();

    /**
     * What is wrong with {@code definition} beyond its schema and its references, paths relative to the document.
     *
     * @param all the set it would be published in, itself included
     */
    List<Issue> check(Definition definition, DefinitionSet all);

    /**
     * All that {@code definition} needs of others, each place once; also what is missing in {@code all}, so that it can be
     * named.
     */
    List<Reference> references(Definition definition, DefinitionSet all);

    /** Who may save and publish documents of this kind. */
    default BuiltBy builtBy() {
        return BuiltBy.BUILDERS;
    }

    /**
     * The definitions that people meet {@code definition} as a part of, such as the entity of a form: it is built by those
     * who build these too.
     */
    default List<DefinitionKey> partOf(Definition definition) {
        return List.of();
    }

    /**
     * Whether fields that its documents name may come out without the rights of whoever reads, as through the default of
     * another field: then nobody but administrators may name what they cannot read.
     */
    default boolean bringsOut() {
        return false;
    }

    /**
     * The parts of its documents that can go when what they name is deleted, those to be tried first in front; see
     * {@link LoosePart}. None that guards anything: a row scope stays until a person has decided.
     */
    default List<LoosePart> loose() {
        return List.of();
    }

    /** The parts of {@code definition} that others can point to. */
    List<Element> elements(Definition definition);

    /**
     * Names that others use for parts of {@code definition} and that begin with its code, such as
     * {@code follow_up_customer}: a copy of it has them with its own code instead.
     */
    default Set<String> spokenNames(Definition definition) {
        return Set.of();
    }
}
