package io.zhike.store.embedded;

/** What a commit promises. */
public enum Durability {
    /** It is on disk. */
    FULL,
    /** Nothing: for tests, whose data nobody misses. */
    NONE
}
