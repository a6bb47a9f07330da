package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.EntityDefinition;
import io.zhike.store.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    private static final List<String> ALL = List.of("name", "phone", "note");

    private static final EntityDefinition CUSTOMER =
            Entities.catalog("""
                    {"kind": "entity", "code": "customer", "label": {"zh": "客户"}, "fields": [
                      {"code": "name", "type": "text", "label": {"zh": "客户名称"}, "searchable": true, "title": true},
                      {"code": "phone", "type": "phone", "label": {"zh": "电话"}, "searchable": true},
                      {"code": "note", "type": "text", "label": {"zh": "备注"}, "searchable": true},
                      {"code": "secret", "type": "text", "label": {"zh": "暗号"}, "searchable": false}]}
                    """).find("customer").orElseThrow();

    private static String text(String name, String phone, String note) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("phone", phone);
        values.put("note", note);
        return SearchText.of(CUSTOMER, values);
    }

    /** Whether a record with that search text is found by {@code needle}, by those who read {@code readable}. */
    private static boolean finds(String text, String needle, List<String> readable) {
        Field<String> search = DSL.field(DSL.quotedName("search"), SQLDataType.CLOB);
        return TestDatabase.database()
                .read(ctx -> ctx.fetchExists(DSL.selectOne()
                        .from(DSL.select(DSL.val(text).as("search")).asTable("t"))
                        .where(SearchText.matches(search, needle, readable, ALL))));
    }

    private static boolean finds(String text, String needle) {
        return finds(text, needle, ALL);
    }

    @Test
    void keepsASegmentForEachSearchableFieldThatIsNotBlank() {
        assertThat(text("张三", null, "VIP")).isEqualTo("\u001fname\u001e张三 zs zhangsan\u001fnote\u001evip");
        assertThat(SearchText.of(CUSTOMER, Map.of("secret", "x"))).isEmpty();
    }

    @Test
    void findsTwoCharactersAnywhereInAName() {
        String text = text("深圳张三科技", null, null);
        assertThat(finds(text, "张三")).isTrue();
        assertThat(finds(text, "三科")).isTrue();
        assertThat(finds(text, "科")).isTrue();
        assertThat(finds(text, "三张")).isFalse();
    }

    @Test
    void findsByPinyinInitialsAndInFull() {
        String text = text("张三", null, null);
        assertThat(finds(text, "zs")).isTrue();
        assertThat(finds(text, "ZHANGSAN")).isTrue();
        assertThat(finds(text, "zhangs")).isTrue();
        assertThat(finds(text, "lisi")).isFalse();
        assertThat(finds(text("曾国藩", null, null), "zengguofan")).isTrue();
    }

    @Test
    void findsPartsOfPhoneNumbersHoweverTheyAreTyped() {
        String text = text("王五", "+8613812345678", null);
        assertThat(finds(text, "1381234")).isTrue();
        assertThat(finds(text, "138-1234")).isTrue();
        assertThat(finds(text, "138 1234 5678")).isTrue();
        assertThat(finds(text, "345678")).isTrue();
        assertThat(finds(text, "139-1234")).isFalse();
        assertThat(finds(text("王五", null, "总机 0755-8888 6666"), "075588886666")).isTrue();
    }

    @Test
    void wantsEveryWord() {
        String text = text("张三", "+8613812345678", "展会认识");
        assertThat(finds(text, "张三 1381234 展会")).isTrue();
        assertThat(finds(text, "张三 网站")).isFalse();
        assertThat(finds(text, "   ")).isTrue();
    }

    @Test
    void isNotFoundByTheNameOfAField() {
        assertThat(finds(text("张三", "+8613812345678", null), "name")).isFalse();
        assertThat(finds(text("张三", "+8613812345678", null), "phone")).isFalse();
        assertThat(finds(text("name it", null, null), "name")).isTrue();
        assertThat(finds(text("一", null, "u001e"), "\u001e")).isTrue();
    }

    @Test
    void looksOnlyIntoFieldsThatCanBeRead() {
        String text = text("张三", "+8613812345678", "欠款 50 万");
        assertThat(finds(text, "欠款", List.of("name", "phone"))).isFalse();
        assertThat(finds(text, "1381234", List.of("name", "note"))).isFalse();
        assertThat(finds(text, "张三", List.of("name"))).isTrue();
        assertThat(finds(text, "zs", List.of("phone", "note"))).isFalse();
        assertThat(finds(text, "张三", List.of())).isFalse();
        assertThat(finds(text, "note", List.of("name"))).isFalse();
    }

    @Test
    void takesSignsOfPatternsForWhatTheyAre() {
        String text = text("100%_[a](b)*+?^$|\\{2}", null, null);
        for (String sign : List.of("%_", "[a]", "(b)", "*+", "?^", "$|", "|\\", "{2}", "\\{", "%", "\\")) {
            assertThat(finds(text, sign)).as(sign).isTrue();
            assertThat(finds(text, sign, List.of("name"))).as(sign).isTrue();
            assertThat(finds(text("abc", null, null), sign, List.of("name")))
                    .as(sign)
                    .isFalse();
            assertThat(finds(text("abc", null, null), sign)).as(sign).isFalse();
        }
    }

    @Test
    void takesWideFormsForNarrowOnes() {
        assertThat(finds(text("ＡＣＭＥ　１２３", null, null), "acme 123")).isTrue();
        assertThat(finds(text("acme 123", null, null), "ＡＣＭＥ")).isTrue();
    }

    /** The index gives up a record only where it holds all pairs of characters of the word. */
    @Test
    void makesTheSamePairsAsTheDatabase() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 2 + random.nextInt(8); c++) {
                text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(4) : 0x4e00 + random.nextInt(4));
            }
            String[] grams = TestDatabase.database()
                    .read(ctx -> ctx.select(DSL.function(
                                    DSL.name("zhike", "grams"), SQLDataType.CLOB.array(), DSL.val(text.toString())))
                            .fetchSingle()
                            .value1());
            assertThat(SearchText.grams(text.toString())).containsOnly(grams);
        }
    }

    @Test
    void keepsTheBeginningOfALongText() {
        String text = text("张".repeat(5_000), null, null);
        assertThat(text.length()).isLessThan(2_100);
    }
}
