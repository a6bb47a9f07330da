package io.zhike.record;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with a question to the read gate. */
enum QueryError implements ErrorCode {
    TOO_MANY(Fault.INVALID, "「{0}」最多 {1} 项，请减少。", "'{0}' can have at most {1}; ask for fewer."),
    ENTITY_MISSING(Fault.INVALID, "请写明要查询的表单：entity。", "Say which entity is asked: 'entity'."),
    GROUPS_WITH_FIELDS(
            Fault.INVALID, "分组查询（groups、measures）不能带有「{0}」。", "A query with groups or measures has no '{0}'."),
    UNKNOWN_WORD(Fault.INVALID, "「{0}」不能是「{1}」，可用的有：{2}。", "'{0}' cannot be '{1}'. It can be: {2}."),
    NOT_A_RELATION(
            Fault.INVALID,
            "「{0}」不指向单条记录，不能写「{0}.{1}」。",
            "'{0}' does not point to one record, so '{0}.{1}' has no meaning."),
    TOO_DEEP(Fault.INVALID, "「{0}」跨越的关联太多，最多 {1} 层。", "'{0}' follows too many relations; at most {1}."),
    NOT_SORTABLE(Fault.INVALID, "不能按「{0}」排序：{1}没有先后。", "Records cannot be sorted by '{0}': {1} has no order."),
    NOT_GROUPABLE(Fault.INVALID, "不能按「{0}」分组：{1}不能作为组。", "Records cannot be grouped by '{0}': {1} cannot be a group."),
    NOT_A_DATE(Fault.INVALID, "「{0}」不是日期，不能按 {1} 分组。", "'{0}' is not a date, so it cannot be grouped by {1}."),
    NOT_MEASURABLE(Fault.INVALID, "不能对「{0}」计算 {1}：它不是{2}。", "'{1}' cannot be computed of '{0}': it is not {2}."),
    MEASURE_NEEDS_FIELD(
            Fault.INVALID,
            "{0} 需要写明字段：{\"fn\": \"{0}\", \"of\": \"…\"}。",
            "'{0}' needs a field: {\"fn\": \"{0}\", \"of\": \"…\"}."),
    NOT_IN_GROUPS(
            Fault.INVALID,
            "分组查询只能按分组字段或度量排序，「{0}」两者都不是。可用的有：{1}。",
            "Groups are sorted by what they are grouped by or measured by; '{0}' is neither. Use one of: {1}."),
    ENCRYPTED(
            Fault.INVALID,
            "「{0}」是加密字段，不能用来筛选、排序、分组或计算。",
            "'{0}' is encrypted: nothing can be filtered, sorted, grouped or computed by it."),
    EXPORT_FORBIDDEN(
            Fault.FORBIDDEN, "你无权导出「{0}」。请联系管理员开通导出权限。", "You may not export '{0}'. An administrator can grant it.");

    private final Fault fault;
    private final String zh;
    private final String en;

    QueryError(Fault fault, String zh, String en) {
        this.fault = fault;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
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
