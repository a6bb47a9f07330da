package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StarterTemplateTest {
    private final AppPackage starter = new Templates().get("starter");

    @Test
    void holdsTwoEntitiesAndTwoRoles() {
        assertThat(starter.definitions())
                .extracting(definition -> definition.key().toString())
                .contains(
                        "entity/customer",
                        "entity/follow_up",
                        "record_page/customer",
                        "role/sales",
                        "role/sales_manager");
        assertThat(starter.all())
                .allSatisfy(definition -> assertThat(definition.app()).isEqualTo("starter"));
    }

    @Test
    void everythingHasALabelInBothLanguages() {
        for (Definition definition : starter.all()) {
            labels(definition.body())
                    .forEach(label -> assertThat(label.propertyNames())
                            .as(definition.key() + " " + label)
                            .contains("zh", "en"));
        }
    }

    @Test
    void theSampleHasThirtyCustomersAndEightyFollowUps() {
        assertThat(sample("customer").rows()).hasSize(30);
        assertThat(sample("follow_up").rows()).hasSize(80);
        assertThat(new HashSet<>(column("customer", "name"))).hasSize(30);
    }

    @Test
    void everyValueOfTheSampleFitsItsField() {
        for (SampleTable table : starter.samples()) {
            JsonNode fields = entity(table.entity()).get("fields");
            for (String column : table.columns()) {
                JsonNode field = fields.valueStream()
                        .filter(each -> each.path("code").stringValue().equals(column))
                        .findFirst()
                        .orElseThrow();
                Set<String> allowed = new HashSet<>(field.path("options")
                        .valueStream()
                        .map(option -> option.path("code").stringValue())
                        .toList());
                boolean required = field.path("required").booleanValue(false);
                assertThat(column(table.entity(), column))
                        .allSatisfy(value -> assertThat(allowed.isEmpty() || value.isEmpty() || allowed.contains(value))
                                .as(value)
                                .isTrue())
                        .allSatisfy(
                                value -> assertThat(required && value.isEmpty()).isFalse());
            }
        }
    }

    @Test
    void everyFollowUpBelongsToACustomerAndLiesInThePast() {
        assertThat(column("customer", "name")).containsAll(column("follow_up", "customer"));
        assertThat(column("follow_up", "followed_at")).allMatch(time -> time.startsWith("@-"));
    }

    /** The prefix 154 is given to no carrier, so that nobody's telephone rings. */
    @Test
    void telephoneNumbersBelongToNobody() {
        assertThat(column("customer", "phone")).allMatch(phone -> phone.matches("1540000\\d{4}"));
    }

    @Test
    void daysAreCountedFromTheDayOfTheInstallation() {
        SampleTable loaded = SampleFile.on(LocalDate.of(2026, 11, 22), sample("follow_up"));

        int time = loaded.columns().indexOf("followed_at");
        assertThat(loaded.rows())
                .allSatisfy(row -> assertThat(row.get(time)).matches("2026-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
    }

    private static Stream<JsonNode> labels(JsonNode node) {
        Stream<JsonNode> own =
                Stream.of("label", "description", "help").map(node::path).filter(JsonNode::isObject);
        return Stream.concat(
                own, node.valueStream().filter(JsonNode::isContainer).flatMap(StarterTemplateTest::labels));
    }

    private Definition entity(String code) {
        return starter.definitions().stream()
                .filter(definition -> definition.key().equals(new DefinitionKey("entity", code)))
                .findFirst()
                .orElseThrow();
    }

    private SampleTable sample(String entity) {
        return starter.samples().stream()
                .filter(table -> table.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private List<String> column(String entity, String column) {
        int index = sample(entity).columns().indexOf(column);
        return sample(entity).rows().stream().map(row -> row.get(index)).toList();
    }
}
