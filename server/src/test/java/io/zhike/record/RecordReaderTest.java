package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import io.zhike.record.RecordQuery.Rows;
import io.zhike.record.RecordQuery.Selection;
import io.zhike.workspace.Caller;
import io.zhike.workspace.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final World WORLD = World.SHARED;

    private final RecordReader reader = TestServer.bean(RecordReader.class);

    private static Caller caller(String person) {
        return WORLD.company.caller(WORLD.people.get(person));
    }

    private List<String> streamed(Caller caller, Rows query) {
        List<String> lines = new ArrayList<>();
        reader.stream(caller, query, columns -> {
            lines.add(columns.stream().map(ReadColumn::name).collect(Collectors.joining(",")));
            return record -> lines.add(IntStream.range(0, columns.size())
                    .mapToObj(i ->
                            String.valueOf(record.value(i)) + (record.label(i) == null ? "" : "/" + record.label(i)))
                    .collect(Collectors.joining(",")));
        });
        return lines;
    }

    @Test
    void streamsAListInItsOrderWithLabels() {
        Rows query = Rows.of(Selection.of("customer").where("source = \"website\""))
                .fields("name", "parent")
                .sort("name");
        String huaxin = WORLD.records.get("huaxin") + "/华信科技";
        assertThat(streamed(Caller.system(WORLD.company.workspace(), "test"), query))
                .containsExactly("name,parent", "安徽钢铁," + huaxin, "曾氏贸易," + huaxin);
    }

    @Test
    void streamsOnlyWhatTheCallerReads() {
        assertThat(streamed(
                        caller("li"),
                        Rows.of(Selection.of("customer")).fields("name").sort("number")))
                .containsExactly("name", "华信科技", "曾氏贸易");
        assertThatThrownBy(() ->
                        streamed(caller("li"), Rows.of(Selection.of("customer")).fields("margin")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unknown-field");
    }

    @Test
    void streamsMoreThanOnePageHolds() {
        String items = IntStream.range(0, 1_200)
                .mapToObj(i -> "{\"pay\": \"" + i + "\"}")
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
        WORLD.company.admin().post("/api/v1/records/payroll", items).expect(201);
        List<String> lines = streamed(
                Caller.system(WORLD.company.workspace(), "test"),
                Rows.of(Selection.of("payroll")).fields("pay").sort("-pay"));
        assertThat(lines).hasSize(1_201).startsWith("pay", "1199.00").endsWith("0.00");
    }

    @Test
    void letsTheSystemSeeEverything() {
        RecordPage page = reader.page(
                Caller.system(WORLD.company.workspace(), "test"),
                Rows.of(Selection.of("customer"))
                        .fields("margin")
                        .sort("number")
                        .limit(1));
        assertThat(page.records()).hasSize(1);
        assertThat(page.next()).isPresent();
        assertThat(page.records().getFirst().value(page.column("margin"))).hasToString("4000.00");
    }

    @Test
    void readsOneRecordOnlyWithinTheScope() {
        assertThat(reader.one(caller("li"), "customer", WORLD.records.get("huaxin"))
                        .record()
                        .number())
                .isEqualTo(1);
        assertThatThrownBy(() -> reader.one(caller("li"), "customer", WORLD.records.get("baiyun")))
                .hasMessageContaining("record-not-found");
        assertThat(reader.reads(caller("li"), "customer", WORLD.records.get("huaxin"), "name"))
                .isTrue();
        assertThat(reader.reads(caller("li"), "customer", WORLD.records.get("huaxin"), "margin"))
                .isFalse();
        assertThat(reader.reads(caller("li"), "customer", WORLD.records.get("baiyun"), "name"))
                .isFalse();
    }

    @Test
    void refusesLimitsOutOfBounds() {
        assertThatThrownBy(() -> Rows.of(Selection.of("customer")).limit(501))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rows.of(Selection.of("customer")).limit(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
