package io.zhike.record;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the gates and what stands around them tell the audit log of. Single changes are in the feed, not here. */
public enum RecordAction implements AuditAction {
    FIELD_REVEALED(
            "查看脱敏内容",
            "Masked value shown",
            "{who} 查看了「{title}」第 {number} 号记录的「{field}」",
            "{who} had '{field}' of record {number} of '{title}' shown"),
    RECORD_SHARED(
            "共享记录",
            "Record shared",
            "{who} 把记录「{title}」共享给了「{name}」",
            "{who} shared the record '{title}' with '{name}'"),
    RECORD_UNSHARED(
            "收回共享",
            "Share taken back",
            "{who} 收回了记录「{title}」给「{name}」的共享",
            "{who} took the record '{title}' back from '{name}'"),
    RECORDS_EXPORTED(
            "导出记录", "Records exported", "{who} 导出了 {rows} 条「{title}」", "{who} exported {rows} records of '{title}'"),
    PERSONAL_DATA_EXPORTED(
            "导出个人数据",
            "Personal data exported",
            "{who} 导出了一条「{title}」的全部个人数据",
            "{who} exported all personal data of one record of '{title}'"),
    PERSONAL_DATA_ERASED(
            "删除个人数据",
            "Personal data erased",
            "{who} 删除了一条「{title}」的个人数据，共涉及 {rows} 条记录",
            "{who} erased the personal data of one record of '{title}', in {rows} records"),
    RECORDS_DELETED(
            "删除记录", "Records deleted", "{who} 删除了 {rows} 条「{title}」", "{who} deleted {rows} records of '{title}'"),
    RECORDS_RESTORED(
            "恢复记录", "Records restored", "{who} 恢复了 {rows} 条「{title}」", "{who} restored {rows} records of '{title}'"),
    RECORDS_PURGED(
            "彻底删除记录",
            "Records purged",
            "{who} 彻底删除了 {rows} 条「{title}」",
            "{who} deleted {rows} records of '{title}' for good"),
    RECORDS_CHANGED(
            "批量修改记录",
            "Records changed in bulk",
            "{who} 批量修改了 {rows} 条「{title}」",
            "{who} changed {rows} records of '{title}' at once"),
    BATCH_UNDONE("撤销批次", "Batch undone", "{who} 撤销了一批修改，涉及 {rows} 条记录", "{who} undid a batch of {rows} records"),
    IMPORT_BEGUN(
            "开始导入", "Import begun", "{who} 开始向「{title}」导入文件 {file}", "{who} began to import {file} into '{title}'"),
    IMPORT_DONE(
            "导入完成",
            "Import done",
            "{who} 向「{title}」的导入已完成：新建 {created}，更新 {updated}，退回 {refused}",
            "The import of {who} into '{title}' is done: {created} made, {updated} updated, {refused} refused"),
    IMPORT_CANCELLED("取消导入", "Import cancelled", "{who} 取消了向「{title}」的导入", "{who} cancelled an import into '{title}'"),
    IMPORT_FAILED("导入失败", "Import failed", "{who} 向「{title}」的导入失败", "The import of {who} into '{title}' failed"),
    IMPORT_UNDONE(
            "撤销导入",
            "Import undone",
            "{who} 撤销了向「{title}」的导入，涉及 {rows} 条记录",
            "{who} undid an import into '{title}', {rows} records");

    private final Wording wording;

    RecordAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("record.actions")
    static final class All implements AuditActions {
        @Override
        public List<? extends AuditAction> all() {
            return List.of(values());
        }
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
