package io.zhike.audit;

/** What is done with the log itself. */
enum LogAction implements AuditAction {
    RETENTION_CHANGED(
            "修改日志保存时间",
            "Log retention changed",
            "{who} 把审计日志的保存时间改为 {keep-days} 天",
            "{who} set the audit log to be kept for {keep-days} days"),
    LOG_REMOVED(
            "清除到期日志",
            "Expired log removed",
            "{who} 清除了到期的审计日志，截至 {until}，编号 {up-to}",
            "{who} removed the audit log that had expired, until {until}, up to number {up-to}");

    private final Wording wording;

    LogAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
