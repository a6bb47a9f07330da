package io.zhike.expression;

/** The bounds of what one expression may cost; nothing a person types can run for ever. */
public final class Limits {
    /** Characters of a text, and of a text literal. */
    public static final int TEXT = 10_000;
    /** Levels of nesting, of parentheses in a text as of nodes in a tree. */
    public static final int DEPTH = 100;
    /** Nodes of a tree. */
    public static final int NODES = 2_000;
    /** Items of a list literal. */
    public static final int ITEMS = 1_000;
    /** How often parts are computed in all, counting that some functions read an argument more than once. */
    public static final long COST = 50_000;
    /** Aggregates within aggregates. */
    public static final int AGGREGATES = 3;
    /** Characters of what a function makes; what is longer is cut. */
    public static final int RESULT = 32_767;

    private Limits() {}
}
