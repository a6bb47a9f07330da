package io.zhike.definition;

/** Who may save and publish definitions of a kind. Administrators may always. */
public enum BuiltBy {
    /** Whoever builds the app that it belongs to. */
    BUILDERS,
    /** Whoever builds the app changes what is there; beginning and deleting one is for administrators. */
    BUILDERS_WHERE_PRESENT,
    /** Nobody else, since it gives rights; its drafts are shown to nobody else either. */
    ADMINISTRATORS
}
