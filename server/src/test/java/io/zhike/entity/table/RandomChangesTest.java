package io.zhike.entity.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.entity.TestEntities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a table has come, it is in the end the one that its definition makes from nothing. */
class RandomChangesTest {
    private static final List<String> TYPES = List.of(
            "type: 'text'",
            "type: 'text', unique: true",
            "type: 'long_text', indexed: true",
            "type: 'number'",
            "type: 'number', unique: true, indexed: true",
            "type: 'money', decimals: 2",
            "type: 'date'",
            "type: 'datetime', indexed: true",
            "type: 'boolean'",
            "type: 'duration'",
            "type: 'location'",
            "type: 'file'",
            "type: 'member'",
            "type: 'rating'",
            "type: 'autonumber', pattern: '{0000}'",
            "type: 'formula', formula: '1 + 1'",
            "type: 'select', options: [{code: 'a', label: {zh: '甲'}}, {code: 'b', label: {zh: '乙'}}]",
            "type: 'multi_select', options: [{code: 'a', label: {zh: '甲'}}, {code: 'c', label: {zh: '丙'}}]",
            "type: 'relation', entity: 'e_b'",
            "type: 'relation', entity: 'e_a'",
            "type: 'relation', entity: 'e_b', many: true",
            "type: 'rollup', over: 'e_b.home', fn: 'count'",
            "type: 'rollup', over: 'e_b.home', fn: 'max', of: 'size'");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endInTheTableThatTheDefinitionMakesFromNothing(long seed) {
        Random random = new Random(seed);
        TableBench bench = new TableBench();
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            change(fields, random);
            List<Definition> definitions = new ArrayList<>(List.of(
                    TestEntities.entity(
                            "e_b",
                            "乙",
                            "{code: 'home', type: 'relation', entity: 'e_a'}",
                            "{code: 'size', type: 'number'}"),
                    TestEntities.entity(
                            "e_a",
                            "甲",
                            fields.entrySet().stream()
                                    .map(field -> "{code: '" + field.getKey() + "', " + field.getValue() + "}")
                                    .toArray(String[]::new))));
            bench.publish(definitions.toArray(Definition[]::new));
            bench.insert("e_a", Map.of("number", i));

            TableBench fresh = new TableBench();
            fresh.publish(definitions.toArray(Definition[]::new));
            assertThat(bench.structure())
                    .as("seed %d, step %d: %s", seed, i, fields)
                    .isEqualTo(fresh.structure());
            assertThat(bench.count("select count(*) from $s.e_a")).isEqualTo(i + 1);
        }
    }

    private static void change(Map<String, String> fields, Random random) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            String code = "f" + random.nextInt(6);
            if (fields.containsKey(code) && random.nextInt(3) == 0) {
                fields.remove(code);
            } else {
                fields.put(code, TYPES.get(random.nextInt(TYPES.size())));
            }
        }
    }
}
