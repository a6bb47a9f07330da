package io.zhike.entity;

import io.zhike.message.MessageCode;

/** Why a value is refused. The place (the field) is said by the issue that holds the message. */
public enum EntityText implements MessageCode {
    NOT_A_TEXT("这里要填文本，收到的是{0}。", "A text is expected here, not {0}."),
    TOO_LONG("最多 {0} 个字符，现有 {1} 个。", "At most {0} characters fit; these are {1}."),
    WRONG_PATTERN("「{0}」不符合规定的格式：{1}。", "'{0}' does not have the form asked for: {1}."),
    NOT_AN_ID_CARD("「{0}」不是有效的身份证号：{1}。", "'{0}' is no valid identity card number: {1}."),
    NOT_A_USCC("「{0}」不是有效的统一社会信用代码：{1}。", "'{0}' is no valid unified social credit code: {1}."),
    NOT_A_NUMBER("「{0}」不是数字。", "'{0}' is not a number."),
    NUMBER_TOO_LARGE("「{0}」太大，整数部分最多 {1} 位。", "'{0}' is too large: at most {1} digits before the point."),
    TOO_MANY_DECIMALS("「{0}」的小数位太多，最多 {1} 位。", "'{0}' has too many decimals; at most {1}."),
    TOO_SMALL("「{0}」太小，不得小于 {1}。", "'{0}' is too small; the least is {1}."),
    TOO_BIG("「{0}」太大，不得大于 {1}。", "'{0}' is too big; the most is {1}."),
    NOT_A_BOOLEAN("「{0}」不是「是」或「否」。", "'{0}' is neither yes nor no."),
    NOT_A_DATE("「{0}」不是日期，请写成 2026-11-22。", "'{0}' is not a date; write it as 2026-11-22."),
    DATE_HAS_TIME(
            "「{0}」带有时刻，这里只放日期，请写成 2026-11-22。", "'{0}' has a time of day where only a date fits; write 2026-11-22."),
    NOT_A_DATETIME(
            "「{0}」不是日期时间，请写成 2026-11-22 13:45 或 2026-11-22T13:45:00+08:00。",
            "'{0}' is not a date with a time; write it as 2026-11-22 13:45 or 2026-11-22T13:45:00+08:00."),
    YEAR_OUT_OF_RANGE("「{0}」的年份不在 1 到 9999 之间。", "The year of '{0}' is not between 1 and 9999."),
    NOT_A_DURATION(
            "「{0}」不是时长，请写成 1:30（1 小时 30 分）或 PT1H30M。",
            "'{0}' is not a duration; write 1:30 for an hour and a half, or PT1H30M."),
    UNKNOWN_OPTION("没有「{0}」这个选项。可用的有：{1}。", "There is no option '{0}'. There are: {1}."),
    UNKNOWN_OPTION_NEAR("没有「{0}」这个选项，是不是「{1}」？", "There is no option '{0}'. Is '{1}' meant?"),
    TOO_MANY_VALUES("最多 {0} 个，现有 {1} 个。", "At most {0} fit; these are {1}."),
    NOT_A_LIST("这里要填一个列表，收到的是{0}。", "A list is expected here, not {0}."),
    NOT_A_PHONE(
            "「{0}」不是有效的电话号码。请写手机号，或带区号的固定电话，如 0755-12345678；国外号码以 + 和国家代码开头。",
            "'{0}' is no valid phone number. Write a mobile number, a landline with its area code such as 0755-12345678, or begin with + and the country's code."),
    NOT_A_MOBILE(
            "「{0}」不是大陆手机号，应为 1 开头的 11 位数字。",
            "'{0}' is no mobile number of mainland China: 11 digits that begin with 1."),
    NOT_AN_EMAIL(
            "「{0}」不是电子邮箱地址，请写成 name@example.com。", "'{0}' is not an e-mail address; write it as name@example.com."),
    NOT_A_URL("「{0}」不是网址，请写成 https://example.com。", "'{0}' is not a web address; write it as https://example.com."),
    UNKNOWN_REGION("没有「{0}」这个省、市或区县。", "There is no province, city or district '{0}'."),
    AMBIGUOUS_REGION("「{0}」有多个：{1}。请把省市写全。", "'{0}' may be any of: {1}. Write it with its province and city."),
    REGION_TOO_FINE("「{0}」太细，这里只到{1}。", "'{0}' is too fine; only a {1} fits here."),
    NOT_A_LOCATION(
            "这不是一个位置，请写成 {\"lng\": 经度, \"lat\": 纬度, \"address\": 地址}，或「经度,纬度」。",
            "This is not a place; write {\"lng\": …, \"lat\": …, \"address\": …}, or longitude,latitude."),
    NOT_ON_EARTH(
            "经度应在 -180 到 180 之间，纬度应在 -90 到 90 之间。",
            "A longitude is between -180 and 180, a latitude between -90 and 90."),
    NOT_AN_ID("「{0}」不是记录的标识（UUID）。", "'{0}' is not the id of a record (a UUID)."),
    WRONG_CHECK_DIGIT("「{0}」的校验位不对，应为 {1}。", "The check digit of '{0}' is wrong; it should be {1}."),
    NOT_A_BARCODE("「{0}」不是 {1} 条码。", "'{0}' is not an {1} barcode."),
    NOT_A_RATING("「{0}」不是 1 到 {1} 的整数。", "'{0}' is not a whole number from 1 to {1}."),
    COMPUTED("这个字段由系统计算，不能填写。", "This field is computed; it cannot be written."),
    CHILDREN_ELSEWHERE("子表的行是「{0}」的记录，请写到那里。", "The rows of a child table are records of '{0}'; write them there."),
    CELL_ERROR("单元格里是错误值 {0}。", "The cell holds the error {0}.");

    private final String zh;
    private final String en;

    EntityText(String zh, String en) {
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
