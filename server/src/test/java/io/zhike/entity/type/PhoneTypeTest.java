package io.zhike.entity.type;

import static io.zhike.entity.TestEntities.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.sheet.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class PhoneTypeTest {
    private static final ValueContext CONTEXT = new ValueContext(ZoneOffset.UTC, Language.EN);
    private final FieldType phone = type("{type: 'phone'}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13800138000 | +8613800138000 | 138 0013 8000",
                "138-0013-8000 | +8613800138000 | 138 0013 8000",
                "+86 138 0013 8000 | +8613800138000 | 138 0013 8000",
                "0086 13800138000 | +8613800138000 | 138 0013 8000",
                "１３８００１３８０００ | +8613800138000 | 138 0013 8000",
                "0755-26770000 | +8675526770000 | 0755 2677 0000",
                "(0755)26770000转123 | +8675526770000;ext=123 | 0755 2677 0000 ext. 123",
                "0755-26770000-123 | +8675526770000;ext=123 | 0755 2677 0000 ext. 123",
                "010-62001234 | +861062001234 | 010 6200 1234",
                "400-800-8820 | +864008008820 | 400 800 8820",
                "95588 | 95588 | 95588",
                "+1 202 555 0123 | +12025550123 | +1 202-555-0123",
                "+852 2812 3456 | +85228123456 | +852 2812 3456"
            })
    void keepsNumbersInOneFormAndShowsThemAsAtHome(String written, String kept, String shown) {
        assertThat(read(written)).isEqualTo(Reading.of(kept));
        assertThat(phone.display(kept, CONTEXT).replaceAll("[  -]", " ")).isEqualTo(shown.replace("-", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "26770000", "1380013800", "138001380001", "+86 1", "电话", "00000000000"})
    void refusesWhatNobodyCanDial(String written) {
        assertThat(read(written)).isInstanceOf(Reading.Refused.class);
    }

    /** Mobile numbers are read without the table; that must come to the same. */
    @Test
    void readsMobileNumbersAsTheTableDoes() throws Exception {
        PhoneNumberUtil table = PhoneNumberUtil.getInstance();
        Random random = new Random(20261122);
        for (int prefix = 130; prefix < 200; prefix++) {
            String number = prefix + "%08d".formatted(random.nextInt(100_000_000));
            PhoneNumber listed = table.parse(number, "CN");
            String kept = "+86" + number;
            assertThat(read(number)).isEqualTo(Reading.of(kept));
            assertThat(read("+86" + number)).isEqualTo(Reading.of(kept));
            if (table.isValidNumber(listed)) {
                assertThat(table.format(listed, PhoneNumberFormat.E164)).isEqualTo(kept);
            }
            assertThat(phone.searchText(kept)).contains("86" + number);
        }
    }

    @Test
    void takesANumberOfEveryChineseRange() throws Exception {
        Path file = SharedData.file("china-phone/test_data.json");
        JsonNode vectors = JsonMapper.builder().build().readTree(Files.readString(file));

        List<String> refused = new ArrayList<>();
        for (String service : List.of("carrier", "mvno", "iot", "data_plan_only")) {
            for (JsonNode carrier : vectors.path(service)) {
                for (JsonNode number : carrier) {
                    if (!read(number.asString()).equals(Reading.of("+86" + number.asString()))) {
                        refused.add(number.asString());
                    }
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void isFoundByAnyPartOfTheNumber() {
        assertThat(phone.searchText("+8675526770000;ext=123"))
                .hasValueSatisfying(text -> assertThat(text).contains("075526770000", "8675526770000"));
        assertThat(phone.searchText("+8613800138000")).contains("8613800138000");
    }

    private Reading read(String written) {
        return phone.read(JsonNodeFactory.instance.stringNode(written), CONTEXT);
    }
}
