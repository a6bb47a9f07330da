package io.zhike.access;

import io.zhike.message.MessageCode;

/** What can be wrong at one place of a role, beyond its schema and its references. */
enum RoleIssue implements MessageCode {
    UNREADABLE_UPDATE("能修改却不能查看：请同时给出 read。", "What can be changed must be seen: give 'read' too."),
    UNREADABLE_DELETE("能删除却不能查看：请同时给出 read。", "What can be deleted must be seen: give 'read' too."),
    UNREADABLE_EXPORT("能导出却不能查看：请同时给出 read。", "What can be exported must be seen: give 'read' too."),
    UNREADABLE_PRINT("能打印却不能查看：请同时给出 read。", "What can be printed must be seen: give 'read' too."),
    UNREADABLE_SHARE("能共享却不能查看：请同时给出 read。", "What can be shared must be seen: give 'read' too."),
    SHARED_WITH_NOBODY("没有写共享给谁。", "It does not say with whom."),
    SHARED_UNWRITTEN("没有写共享哪些记录：请填写条件。", "It does not say which records: write a condition."),
    UNREADABLE_BUTTONS("能按按钮却不能查看：请同时给出 read。", "Buttons stand at records that are seen: give 'read' too."),
    BUTTON_ELSEWHERE("按钮「{0}」不在这个表单上。", "The button '{0}' does not belong to this entity."),
    UNSEEN_CHANGE(
            "看不到的字段不能修改：请把「看」改为脱敏、可点开或可见，或不给修改权限。",
            "A field that is not seen cannot be changed: let it be seen, if only masked, or take the right to change it."),
    IMPORT_NEEDS_CREATE("能导入却不能新建：请同时给出 create。", "An import makes records: give 'create' too.");

    private final String zh;
    private final String en;

    RoleIssue(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
