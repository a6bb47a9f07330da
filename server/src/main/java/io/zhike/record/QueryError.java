package io.zhike.record;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with a question to the read gate. */
enum QueryError implements ErrorCode {
    INVALID_QUERY(Fault.INVALID, "查询有误，请按下列提示修改。", "The query is not right. Mend what is listed."),
    INVALID_BODY(
            Fault.INVALID,
            "「{0}」应为{1}。",
            "'{0}' must be {1}."),
    UNKNOWN_PROPERTY(
            Fault.INVALID,
            "查询没有「{0}」这一项，可用的有：{1}。",
            "A query has no '{0}'. It can have: {1}."),
    UNKNOWN_ENTITY(
            Fault.NOT_FOUND,
            "没有「{0}」这个表单，或您无权查看。",
            "There is no entity '{0}', or you may not see it."),
    UNKNOWN_FIELD(
            Fault.INVALID,
            "「{1}」没有「{0}」这个字段，或您无权查看。",
            "'{1}' has no field '{0}', or you may not see it."),
    NOT_A_RELATION(
            Fault.INVALID,
            "「{0}」不指向单条记录，不能写「{0}.{1}」。",
            "'{0}' does not point to one record, so '{0}.{1}' has no meaning."),
    TOO_DEEP(
            Fault.INVALID,
            "「{0}」跨越的关联太多，最多 {1} 层。",
            "'{0}' follows too many relations; at most {1}."),
    NOT_SORTABLE(
            Fault.INVALID,
            "不能按「{0}」排序：{1}没有先后。",
            "Records cannot be sorted by '{0}': {1} has no order."),
    NOT_GROUPABLE(
            Fault.INVALID,
            "不能按「{0}」分组：{1}不能作为组。",
            "Records cannot be grouped by '{0}': {1} cannot be a group."),
    NOT_A_DATE(
            Fault.INVALID,
            "「{0}」不是日期，不能按 {1} 分组。",
            "'{0}' is not a date, so it cannot be grouped by {1}."),
    NOT_MEASURABLE(
            Fault.INVALID,
            "不能对「{0}」计算 {1}：它不是{2}。",
            "'{1}' cannot be computed of '{0}': it is not {2}."),
    MEASURE_NEEDS_FIELD(
            Fault.INVALID,
            "{0} 需要写明字段：{\"fn\": \"{0}\", \"of\": \"…\"}。",
            "'{0}' needs a field: {\"fn\": \"{0}\", \"of\": \"…\"}."),
    NOT_IN_GROUPS(
            Fault.INVALID,
            "分组查询只能按分组字段或度量排序，「{0}」两者都不是。可用的有：{1}。",
            "Groups are sorted by what they are grouped by or measured by; '{0}' is neither. Use one of: {1}."),
    CONDITION_EXPECTED(
            Fault.INVALID,
            "条件的结果应为是或否，这里得到的是{0}。",
            "A condition must be true or false; this one is {0}."),
    INVALID_CURSOR(
            Fault.INVALID,
            "「after」不是这个查询给出的翻页标记。请从第一页重新开始，翻页时不要改动排序。",
            "'after' is not a cursor that this query gave. Start from the first page, and keep the sort while paging."),
    RECORD_NOT_FOUND(
            Fault.NOT_FOUND,
            "「{0}」中没有这条记录，或您无权查看。",
            "'{0}' has no such record, or you may not see it."),
    QUERY_TOO_SLOW(
            Fault.INVALID,
            "查询超过 {0} 秒，已停止。请增加筛选条件、缩小日期范围，或为筛选的字段建立索引。",
            "The query took more than {0} seconds and was stopped. Add filters, narrow the dates, or index the fields you"
                    + " filter by."),
    EXPORT_FORBIDDEN(
            Fault.FORBIDDEN,
            "您无权导出「{0}」。请联系管理员开通导出权限。",
            "You may not export '{0}'. An administrator can grant it.");

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
