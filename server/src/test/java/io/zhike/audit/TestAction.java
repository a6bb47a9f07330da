package io.zhike.audit;

/** Actions of tests. */
enum TestAction implements AuditAction {
    DONE;

    @Override
    public Wording wording() {
        return new Wording("完成", "Done", "{who} 完成了「{title}」", "{who} did '{title}'");
    }
}
