package io.zhike.http;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with a request before it reaches any module. Some have a status that {@link Fault} has no word for. */
public enum HttpError implements ErrorCode {
    MALFORMED_JSON(
            Fault.INVALID,
            "请求体不是正确的 JSON：第 {0} 行第 {1} 列附近有误。请检查引号、逗号和括号。",
            "The body is not correct JSON: something is wrong near line {0}, column {1}. Check quotes, commas and brackets."),
    UNKNOWN_PROPERTY(
            Fault.INVALID,
            "不认识属性「{0}」。这里可用的属性：{1}。",
            "There is no property '{0}' here. Properties that can be used: {1}."),
    WRONG_VALUE_TYPE(Fault.INVALID, "「{0}」的值类型不对，应为{1}。", "The value of '{0}' has the wrong type; expected {1}."),
    NUMBER_OUT_OF_BOUNDS(
            Fault.INVALID,
            "数字超出范围：整数部分最多 {0} 位，小数最多 {1} 位。",
            "The number is out of bounds: at most {0} digits before and {1} after the decimal point."),
    BODY_LIMITS(
            Fault.INVALID,
            "请求体超出限制（嵌套过深、名称或数字过长）。请拆分后再发送。",
            "The body goes beyond a limit (nested too deeply, a name or number too long). Send it in smaller parts."),
    INVALID_INPUT(Fault.INVALID, "输入有 {0} 处需要修改，详见 errors。", "The input has {0} places to correct; see errors."),
    MISSING_BODY(Fault.INVALID, "缺少请求体。请以 JSON 发送。", "The body is missing. Send it as JSON."),
    MISSING_PARAMETER(Fault.INVALID, "缺少参数「{0}」。", "The parameter '{0}' is missing."),
    WRONG_PARAMETER(Fault.INVALID, "参数「{0}」的值「{1}」不对。", "The parameter '{0}' cannot be '{1}'."),
    BAD_REQUEST(Fault.INVALID, "无法理解这个请求。", "The request cannot be understood."),
    LIMIT_OUT_OF_BOUNDS(Fault.INVALID, "limit 应在 1 到 {0} 之间。", "The limit must be between 1 and {0}."),
    CURSOR_INVALID(
            Fault.INVALID,
            "翻页标记 after 无效或与当前排序不符。请去掉它，从第一页开始。",
            "The page token 'after' is not valid or belongs to another order. Leave it out to start from the first page."),
    VERSION_NOT_A_NUMBER(
            Fault.INVALID,
            "If-Match 应为一个版本号，如 \"3\"，收到的是「{0}」。",
            "If-Match must hold one version such as \"3\"; it was '{0}'."),
    NO_SUCH_ENDPOINT(Fault.NOT_FOUND, "没有这个地址：{0} {1}。", "There is nothing at {0} {1}."),
    METHOD_NOT_ALLOWED(Fault.INVALID, 405, "这个地址不支持 {0}，可用的方法：{1}。", "{0} cannot be used here; methods that can: {1}."),
    NOT_ACCEPTABLE(
            Fault.INVALID,
            406,
            "无法按 Accept 要求的格式回答。可用的格式：{0}。",
            "The answer cannot be given in the type that Accept asks for. Types that can: {0}."),
    UNSUPPORTED_MEDIA_TYPE(
            Fault.INVALID, 415, "不支持内容类型「{0}」。请使用：{1}。", "The content type '{0}' is not taken here. Use: {1}."),
    NOT_STORABLE(
            Fault.INVALID,
            "内容中有无法保存的字符（如空字符），或超出范围的时间。请改正后再发送。",
            "The request holds a character that cannot be stored, such as a null character, or a time out of range."),
    BODY_TOO_LARGE(Fault.TOO_LARGE, "请求体超过 {0} 字节的上限。", "The body is larger than the {0} bytes that are taken."),
    UPLOAD_TOO_LARGE(Fault.TOO_LARGE, "上传的文件太大。", "The upload is too large."),
    TOO_MANY_REQUESTS(Fault.TOO_MANY, "请求过于频繁，请在 {0} 秒后再试。", "Too many requests; try again in {0} seconds."),
    CROSS_SITE(
            Fault.FORBIDDEN,
            "已拒绝来自其他网站的写入请求。请在 Zhike 页面中操作，或使用 API 密钥。",
            "A write that comes from another site is refused. Do it on Zhike's own pages, or use an API key."),
    IDEMPOTENCY_KEY_INVALID(
            Fault.INVALID,
            "Idempotency-Key 应为 1 到 200 个可见的 ASCII 字符。",
            "Idempotency-Key must be 1 to 200 visible ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(
            Fault.INVALID,
            422,
            "这个 Idempotency-Key 已用于另一个不同的请求。请为新的请求换一个。",
            "This Idempotency-Key was used for a different request. Take a new one for a new request."),
    IDEMPOTENCY_KEY_IN_USE(
            Fault.CONFLICT,
            "同一个 Idempotency-Key 的请求仍在处理中，请稍后重试。",
            "The request with this Idempotency-Key is still being worked on; try again in a moment."),
    DUPLICATE(
            Fault.CONFLICT,
            "刚刚有人保存了相同的内容，本次没有生效。请刷新后查看。",
            "Somebody has just saved the same, so nothing was done. Load it again and look."),
    BUSY(
            Fault.UNAVAILABLE,
            "同时有其他操作在修改相同的数据，本次没有生效。请重试。",
            "Another operation was changing the same data, so nothing was done. Try again."),
    DATABASE_UNAVAILABLE(
            Fault.UNAVAILABLE, "暂时无法连接数据库，请稍后重试。", "The database cannot be reached just now; try again in a moment."),
    INTERNAL(
            Fault.INTERNAL,
            "服务器出错了，本次操作没有完成。请把编号 {0} 告诉管理员。",
            "The server made a mistake and the operation was not finished. Tell the administrator the number {0}.");

    private final Fault fault;
    private final int status;
    private final String zh;
    private final String en;

    HttpError(Fault fault, String zh, String en) {
        this(fault, fault.status(), zh, en);
    }

    HttpError(Fault fault, int status, String zh, String en) {
        this.fault = fault;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    int status() {
        return status;
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
