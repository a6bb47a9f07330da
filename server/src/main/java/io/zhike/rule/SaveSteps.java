package io.zhike.rule;

/** What is known here of actions that stand in rules at save. */
final class SaveSteps {
    /** Means something only before the rows are stored. */
    static final String REFUSE = "refuse";

    private SaveSteps() {}
}
