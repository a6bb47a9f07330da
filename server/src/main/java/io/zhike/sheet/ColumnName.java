package io.zhike.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column's name says about its values. */
final class ColumnName {
    private static final List<String> ID_ENDINGS = List.of(
            "编号", "编码", "代码", "单号", "工号", "号码", "证号", "账号", "帐号", "卡号", "学号", "流水号", "序列号", "邮编", "邮政编码", "条码", "条形码",
            "税号");
    private static final List<String> ID_WORDS = List.of(
            "id",
            "number",
            "ids",
            "no",
            "nr",
            "code",
            "sku",
            "zip",
            "zipcode",
            "postcode",
            "postal",
            "barcode",
            "ean",
            "isbn",
            "uuid",
            "guid");
    private static final List<String> MONEY_PARTS = List.of(
            "金额", "价格", "单价", "售价", "总价", "原价", "销售额", "利润", "成本", "费用", "收入", "支出", "工资", "薪资", "预算", "货款", "回款",
            "营业额", "客单价");
    private static final List<String> MONEY_WORDS = List.of(
            "price",
            "unitprice",
            "amount",
            "revenue",
            "cost",
            "income",
            "salary",
            "fee",
            "budget",
            "profit",
            "dollar",
            "dollars",
            "usd",
            "cny",
            "rmb",
            "eur");
    private static final List<String> PHONE_PARTS = List.of("电话", "手机", "联系方式", "座机", "传真");
    private static final List<String> PHONE_WORDS =
            List.of("phone", "mobile", "tel", "telephone", "cell", "cellphone", "fax");
    private static final List<String> PERSON_PARTS = List.of("姓名", "名称", "负责人", "联系人", "经理", "客户名", "公司名");
    private static final List<String> PERSON_WORDS =
            List.of("name", "fullname", "agent", "manager", "owner", "contact", "customer", "account", "company");
    private static final List<String> FLAG_BEGINNINGS = List.of("是否", "有无", "is ", "has ", "is_", "has_");

    private final String name;
    private final List<String> words;

    ColumnName(String name) {
        this.name = name.strip().toLowerCase(Locale.ROOT);
        this.words = Arrays.asList(split(name).split(" "));
    }

    /** {@code CustomerID} and {@code customer_id} are {@code customer id}. */
    private static String split(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            if (begins) {
                words.append(' ');
            }
            words.append(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
        }
        return words.toString().strip().replaceAll(" +", " ");
    }

    boolean saysId() {
        return ID_ENDINGS.stream().anyMatch(name::endsWith) || ID_WORDS.contains(words.getLast());
    }

    boolean saysMoney() {
        return MONEY_PARTS.stream().anyMatch(name::contains) || words.stream().anyMatch(MONEY_WORDS::contains);
    }

    boolean saysPhone() {
        return PHONE_PARTS.stream().anyMatch(name::contains) || words.stream().anyMatch(PHONE_WORDS::contains);
    }

    /** People, companies: few as they may be in a file, they are no choices. */
    boolean saysName() {
        return PERSON_PARTS.stream().anyMatch(name::contains) || PERSON_WORDS.contains(words.getLast());
    }

    boolean saysFlag() {
        return FLAG_BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
