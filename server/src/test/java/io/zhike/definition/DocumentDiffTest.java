package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentDiffTest {

    @Test
    void everyChangeNamesAPlaceWhereItsValuesStand() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            Definition before = form(random);
            Definition after = form(random);

            List<ElementChange> changes = diff(before, after);

            assertThat(changes.isEmpty()).isEqualTo(before.says(after));
            for (ElementChange change : changes) {
                if (change.before() != null && change.how() != ElementChange.How.REORDERED) {
                    assertThat(at(before, change.before())).isEqualTo(change.was());
                }
                if (change.after() != null && change.how() != ElementChange.How.REORDERED) {
                    assertThat(at(after, change.after())).isEqualTo(change.is());
                }
            }
        }
    }

    @Test
    void theWayBackIsTheMirrorImage() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Definition one = form(random);
            Definition two = form(random);

            assertThat(diff(one, two).stream()
                            .map(DocumentDiffTest::places)
                            .sorted()
                            .toList())
                    .isEqualTo(diff(two, one).stream()
                            .map(DocumentDiffTest::mirrored)
                            .map(DocumentDiffTest::places)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aListWithoutCodesIsOneValue() {
        Definition before = Definition.of(Json.of("{kind: 'form', code: 'x', tags: [1, 2, 3]}"));
        Definition after = Definition.of(Json.of("{kind: 'form', code: 'x', tags: [1, 3]}"));

        assertThat(diff(before, after)).extracting(ElementChange::after).containsExactly("tags");
    }

    @Test
    void movingAFieldIsNotChangingIt() {
        Definition before = Definition.of(FormKind.form("x", "{code: 'a'}", "{code: 'b', width: 1}"));
        Definition after = Definition.of(FormKind.form("x", "{code: 'b', width: 1}", "{code: 'a'}"));

        assertThat(diff(before, after)).extracting(ElementChange::how).containsExactly(ElementChange.How.REORDERED);
    }

    private static List<ElementChange> diff(Definition before, Definition after) {
        FormKind kind = new FormKind();
        return new DocumentDiff(kind.elements(before), kind.elements(after)).diff(before, after);
    }

    private static JsonNode at(Definition definition, String path) {
        return DocumentPath.read(definition.body(), path);
    }

    private static String places(ElementChange change) {
        return change.how() + " " + change.before() + " " + change.after();
    }

    private static ElementChange mirrored(ElementChange change) {
        ElementChange.How how = switch (change.how()) {
            case ADDED -> ElementChange.How.REMOVED;
            case REMOVED -> ElementChange.How.ADDED;
            case CHANGED -> ElementChange.How.CHANGED;
            case REORDERED -> ElementChange.How.REORDERED;
        };
        return new ElementChange(how, change.element(), change.after(), change.before(), change.is(), change.was());
    }

    private static Definition form(Random random) {
        List<String> codes = new ArrayList<>(List.of("a", "b", "c", "d"));
        Collections.shuffle(codes, random);
        List<String> fields = codes.subList(0, random.nextInt(5)).stream()
                .map(code -> "{code: '" + code + "'" + (random.nextBoolean() ? ", width: " + random.nextInt(3) : "")
                        + (random.nextBoolean() ? ", options: [{code: 'o" + random.nextInt(2) + "'}]" : "") + "}")
                .toList();
        return Definition.of(FormKind.form("x", fields.toArray(String[]::new)));
    }
}
