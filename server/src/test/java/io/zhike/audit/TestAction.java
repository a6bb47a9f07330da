package io.zhike.audit;

/** Actions of tests. */
enum TestAction implements AuditAction {
    DONE;

    @Override
    public String zhLabel() {
        return "完成";
    }

    @Override
    public String enLabel() {
        return "Done";
    }

    @Override
    public String zh() {
        return "{who} 完成了「{title}」";
    }

    @Override
    public String en() {
        return "{who} did '{title}'";
    }
}
