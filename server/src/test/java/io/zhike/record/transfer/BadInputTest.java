package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Bad values, over the API and in files: each is refused by its place, the others are kept, and nothing is half done. */
class BadInputTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Transfers TRANSFERS = new Transfers(COMPANY.admin());

    @BeforeAll
    static void define() {
        TRANSFERS.define("thing", """
                {"label": {"zh": "物品"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true, "required": true, "length": 20},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}},
                  {"code": "rate", "type": "rating", "label": {"zh": "评分"}},
                  {"code": "due", "type": "date", "label": {"zh": "到期"}},
                  {"code": "at", "type": "datetime", "label": {"zh": "时间"}},
                  {"code": "ok", "type": "boolean", "label": {"zh": "好"}},
                  {"code": "kind", "type": "select", "label": {"zh": "种类"}, "options": [
                    {"code": "a", "label": {"zh": "甲"}}]},
                  {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
                  {"code": "link", "type": "url", "label": {"zh": "网址"}},
                  {"code": "place", "type": "region", "label": {"zh": "地区"}},
                  {"code": "talk", "type": "duration", "label": {"zh": "时长"}},
                  {"code": "keeper", "type": "member", "label": {"zh": "客服"}},
                  {"code": "boss", "type": "relation", "label": {"zh": "上级"}, "entity": "thing"},
                  {"code": "note", "type": "long_text", "label": {"zh": "备注"}}]}""");
        TRANSFERS.publish();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 5} | name",
                "{'name': ['a']} | name",
                "{'name': {'a': 1}} | name",
                "{'name': '一二三四五六七八九十一二三四五六七八九十一'} | name",
                "{'amount': 'abc'} | amount",
                "{'amount': true} | amount",
                "{'amount': '1e400'} | amount",
                "{'rate': 99} | rate",
                "{'due': '2026-02-30'} | due",
                "{'due': 20260230} | due",
                "{'at': 'yesterday'} | at",
                "{'ok': 'perhaps'} | ok",
                "{'kind': 'nothing'} | kind",
                "{'mail': 'a@'} | mail",
                "{'link': 'javascript:alert(1)'} | link",
                "{'place': '999999'} | place",
                "{'talk': 'PT'} | talk",
                "{'keeper': 'no id'} | keeper",
                "{'boss': '00000000-0000-0000-0000-000000000000'} | boss",
                "{'boss': 7} | boss",
                "{'nosuch': 1} | nosuch"
            })
    void refusesABadValueByItsPlaceAndSavesNothing(String values, String place) {
        int before = TRANSFERS.count("thing");
        String named = values.contains("'name'") ? values : values.replaceFirst("\\{", "{'name': '好', ");
        String body = named.replace('\'', '"');

        Answer one = COMPANY.admin().post("/api/v1/records/thing", body);
        assertThat(paths(one.expect(400))).containsExactly(place);
        Answer many = COMPANY.admin()
                .post("/api/v1/records/thing", "{\"items\": [{\"name\": \"一\"}, " + body + ", {\"name\": \"二\"}]}");
        assertThat(paths(many.expect(400))).containsExactly("items[1]." + place);
        assertThat(TRANSFERS.count("thing")).isEqualTo(before);
    }

    private static List<String> paths(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("path").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount | abc",
                "due | 2026-02-30",
                "kind | 丙",
                "mail | a@",
                "place | 火星",
                "keeper | 无此人",
                "boss | 无此物",
                "name | 一二三四五六七八九十一二三四五六七八九十一",
                "rate | 99"
            })
    void givesBackARowWithABadCellNamedByItsColumnAndTakesTheOthers(String field, String value) {
        String csv =
                field.equals("name") ? "name\n好\n" + value + "\n好\n" : "name," + field + "\n好,\n坏," + value + "\n好,\n";

        JsonNode done = TRANSFERS.bring("thing", csv);

        assertThat(Transfers.tally(done)).containsExactly(3, 2, 0, 0, 1);
        String refused = TRANSFERS.refusedText(done.path("id").asString());
        assertThat(refused.lines().skip(1).findFirst().orElse("")).contains(",3," + field + "：");
    }

    @Test
    void givesBackTheRowWithBytesThatAreNoTextAndTakesTheOthers() {
        StringBuilder text = new StringBuilder("name,note\n");
        for (int i = 0; i < 40; i++) {
            text.append("乱码").append(i).append(",客户的备注写得足够长\n");
        }
        byte[] sound = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(sound, sound.length + 8);
        System.arraycopy(
                new byte[] {'h', ',', (byte) 0xE5, (byte) 0xFF, (byte) 0xFE, '\n', 'e', ','}, 0, file, sound.length, 8);

        JsonNode done = TRANSFERS.bring("thing", "乱码.csv", file, Map.of());

        assertThat(Transfers.tally(done)).containsExactly(42, 41, 0, 0, 1);
        assertThat(TRANSFERS.refusedText(done.path("id").asString())).contains(",42,note：");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void readsEveryUsualEncoding(String encoding) {
        String text = (encoding.startsWith("UTF-16") ? "\uFEFF" : "") + "name,note\n编码" + encoding
                + ",客户的备注写得足够长，才看得出是哪一种编码。\n";

        JsonNode done = TRANSFERS.bring("thing", "a.csv", text.getBytes(Charset.forName(encoding)), Map.of());

        assertThat(Transfers.tally(done)).containsExactly(1, 1, 0, 0, 0);
        assertThat(TRANSFERS.count("thing", "name = \"编码" + encoding + "\"")).isOne();
    }

    @Test
    void valuesThatExcelWouldRunAreNotRunByAnyExport() {
        List<String> risky = List.of("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1");
        risky.forEach(name -> COMPANY.admin()
                .post("/api/v1/records/thing", Map.of("name", "危", "note", name, "mail", ""))
                .expect(201));
        String csv = COMPANY.admin()
                .get("/api/v1/exports/thing?fields=note&where=name%20%3D%20%22%E5%8D%B1%22")
                .expect(200)
                .text();
        assertThat(csv.replace("\uFEFF", "").lines().skip(1).map(line -> line.replace("\"", "")))
                .noneMatch(line -> line.matches("[=+\\-@\\t\\r].*"));
    }
}
