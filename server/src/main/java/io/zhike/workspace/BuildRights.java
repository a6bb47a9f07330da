package io.zhike.workspace;

/** What is known of building by the roles, which a higher module owns. */
public interface BuildRights {

    /** What {@code caller} may build just now; in a preview what its role may. */
    Builds of(Caller caller);

    /**
     * Whether a builder may let what is built depend on {@code element} of the published entity {@code entity}: whoever
     * cannot read a field must not make it come out elsewhere.
     *
     * @param element a field's code; empty for the entity as such
     */
    boolean reads(Caller caller, String entity, String element);
}
