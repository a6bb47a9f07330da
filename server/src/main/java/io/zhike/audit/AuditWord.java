package io.zhike.audit;

import io.zhike.message.MessageCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of facts and of changed properties in the details of entries. The codes are stored and never change. */
public enum AuditWord implements MessageCode {
    ROWS("行数", "Rows"),
    TIMES("次数", "Times"),
    CALL("接口", "Call"),
    STATUS("状态码", "Status"),
    REASON("原因", "Reason"),
    FILTER("筛选条件", "Filter"),
    SEARCH("搜索", "Search"),
    FORMAT("格式", "Format"),
    COMPLETE("完整", "Complete"),
    ENTITY("表单", "Entity"),
    FIELD("字段", "Field"),
    NUMBER("编号", "Number"),
    RECORDS("记录", "Records"),
    BATCH("批次", "Batch"),
    FILE("文件", "File"),
    MODE("方式", "Mode"),
    CREATED("新建", "Created"),
    UPDATED("更新", "Updated"),
    REFUSED("退回", "Refused"),
    KEPT("未撤销", "Left as they are"),
    REVISION("版本", "Revision"),
    APP("应用", "App"),
    TEMPLATE("模板", "Template"),
    ADDED("新增", "Added"),
    REMOVED("删除", "Removed"),
    CHANGED("修改", "Changed"),
    ROLE("角色", "Role"),
    ROLES("角色", "Roles"),
    MEMBERS("成员", "Members"),
    NAME("名称", "Name"),
    ACCOUNT("账号", "Account"),
    ADMIN("管理员", "Administrator"),
    ACTIVE("在用", "Active"),
    SUPERVISOR("上级", "Supervisor"),
    JOB_TITLE("职务", "Job title"),
    SUCCESSOR("接手人", "Successor"),
    DEPARTMENT("主部门", "Main department"),
    DEPARTMENTS("部门", "Departments"),
    PARENT("上级部门", "Parent"),
    HEAD("负责人", "Head"),
    POSITION("排序", "Position"),
    PREFIX("密钥前缀", "Key prefix"),
    OWNER("所有者", "Owner"),
    EXPIRES("到期时间", "Expires"),
    CLIENT("浏览器", "Browser"),
    SHORTEST("密码最短长度", "Shortest password"),
    HISTORY("不能重复最近几个密码", "Passwords not to be used again"),
    EXPIRE_DAYS("密码有效天数", "Days until a password expires"),
    SECOND_FACTOR("要求两步验证", "Second factor demanded"),
    ADDRESSES("允许的网络地址", "Allowed addresses"),
    HOST("服务器", "Server"),
    BOUNCES("退信收件箱", "Bounce mailbox"),
    ADDRESS("访问地址", "Address"),
    IDLE_MINUTES("闲置多少分钟后退出", "Minutes until an idle session ends"),
    LONGEST_DAYS("最多登录多少天", "Days until any session ends"),
    WORKING_HOURS("工作时间", "Working hours"),
    KEEP_DAYS("保存天数", "Days kept"),
    UP_TO("截至编号", "Up to number"),
    UNTIL("截至日期", "Until"),
    HASH("校验值", "Hash");

    private static final Map<String, AuditWord> BY_CODE = new HashMap<>();

    static {
        for (AuditWord word : values()) {
            BY_CODE.put(word.code(), word);
        }
    }

    private final String zh;
    private final String en;

    AuditWord(String zh, String en) {
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

    /** The word of a stored code. */
    public static Optional<AuditWord> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
