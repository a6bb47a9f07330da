package io.zhike.entity;

import static io.zhike.entity.TestEntities.catalog;
import static io.zhike.entity.TestEntities.child;
import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.issues;
import static io.zhike.entity.TestEntities.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityKindTest {
    private static final String NAME = "{code: 'name', type: 'text', title: true}";
    private final EntityKind kind = new EntityKind();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{code: 'owner', type: 'text', label: '老板'} | fields[1].code: The code 'owner' is kept for the system. 'lao_ban' would do.",
                "{code: 'Name', type: 'text', label: '姓名'} | fields[1].code: The code 'Name' cannot be used",
                "{code: 'a b', type: 'text', label: '\"; DROP TABLE x; --'} | 'drop_table_x' would do.",
                "{code: '客户', type: 'text', label: '客户'} | 'ke_hu' would do.",
                "{code: 'name', type: 'text'} | fields[1].code: The code 'name' is used already. 'name_2' would do.",
                "{code: 'x', type: 'varchar'} | fields[1].type: There is no field type 'varchar'.",
                "{code: 'x', type: 'text', decimals: 2} | fields[1].decimals: 'decimals' is no property of such a field. There are: length, format, pattern, encrypted.",
                "{code: 'x', type: 'number', decimals: 99} | fields[1].decimals: 'decimals' must be a whole number from 0 to 10.",
                "{code: 'x', type: 'number', min: 5, max: 1} | fields[1].min: The least, 5, is more than the most, 1.",
                "{code: 'x', type: 'number', min: 'a'} | fields[1].min: 'min' must be a number.",
                "{code: 'x', type: 'select'} | fields[1].options: At least one option is needed.",
                "{code: 'x', type: 'select', options: [{code: 'A!', label: {zh: 'a'}}]} | fields[1].options[0].code: The code 'A!' cannot be used",
                "{code: 'x', type: 'select', options: [{code: 'a', label: {zh: 'a'}}, {code: 'a', label: {zh: 'b'}}]} | fields[1].options[1].code: The code 'a' is used already.",
                "{code: 'x', type: 'select', options: [{code: 'a', label: {zh: 'a'}, color: 'beige'}]} | fields[1].options[0].color: 'color' cannot be 'beige'.",
                "{code: 'x', type: 'stage', options: [{code: 'a', label: {zh: 'a'}, end: 'won'}]} | fields[1].options: At least one stage that is neither won nor lost",
                "{code: 'x', type: 'text', title: true} | fields[1].title: Only one field can be the title; 'name' and 'x' both are.",
                "{code: 'x', type: 'boolean', unique: true} | fields[1].unique: A field of type 'boolean' cannot be unique.",
                "{code: 'x', type: 'formula', formula: '1', required: true} | fields[1].required: A computed field cannot have 'required'.",
                "{code: 'x', type: 'formula'} | fields[1].formula: 'formula' is missing.",
                "{code: 'x', type: 'formula', formula: 'nam & 1'} | fields[1].formula[0,3): ",
                "{code: 'x', type: 'formula', formula: '[1, 2]'} | fields[1].formula: A formula cannot result in list of number.",
                "{code: 'x', type: 'formula', formula: 'x + 1'} | fields[1].type: These fields depend on each other in a circle: 客户.x → 客户.x.",
                "{code: 'x', type: 'number', default: '\"a\"'} | fields[1].default: The default should be a number with at most 10 decimals, not text.",
                "{code: 'x', type: 'select', options: [{code: 'a', label: {zh: '甲'}}], default: '\"c\"'} | fields[1].default: The default should be one of the options, not 'c'.",
                "{code: 'x', type: 'autonumber', pattern: 'HT'} | fields[1].pattern: The pattern 'HT' is wrong",
                "{code: 'x', type: 'rollup', over: 'nothing', fn: 'count'} | fields[1].over: 'over' must name a child table",
                "{code: 'x', type: 'file', types: 'pdf'} | fields[1].types: 'types' must be a list."
            })
    void namesWhatIsWrongAndWhere(String field, String issue) {
        assertThat(issues(catalog(entity("customer", "客户", NAME, field)), "customer"))
                .anySatisfy(said -> assertThat(said).contains(issue));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{code: 'x', type: 'number', default: 5}",
                "{code: 'x', type: 'boolean', default: true}",
                "{code: 'x', type: 'date', default: 'TODAY()'}",
                "{code: 'x', type: 'datetime', default: 'TODAY()'}",
                "{code: 'x', type: 'select', options: [{code: 'a', label: {zh: '甲'}}], default: '\"甲\"'}",
                "{code: 'x', type: 'text', label: 'a \"quoted\"; DROP TABLE x; 😀 select from where'}",
                "{code: 'x', type: 'text', label: '很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的名字'}",
                "{code: 'select', type: 'text'}",
                "{code: 'x', type: 'relation', entity: 'customer', unique: true}"
            })
    void takesWhatIsUnusualAndFine(String field) {
        assertThat(issues(catalog(entity("customer", "客户", NAME, field)), "customer"))
                .isEmpty();
    }

    @Test
    void tellsAllMistakesAtOnce() {
        EntityCatalog catalog = catalog(entity(
                "customer",
                "客户",
                "{code: 'owner', type: 'text'}",
                "{code: 'x', type: 'nope'}",
                "{type: 'text', label: 'y'}"));

        assertThat(issues(catalog, "customer")).hasSize(3);
    }

    @Test
    void refusesEntitiesThatWouldTakeTheSystemsTables() {
        assertThat(issues(catalog(entity("member", "会员", NAME)), "member"))
                .singleElement()
                .asString()
                .contains("kept for the system");
        assertThat(issues(catalog(entity("a__b", "会员", NAME)), "a__b"))
                .singleElement()
                .asString()
                .contains("cannot be used");
    }

    @Test
    void refusesMoreFieldsThanATableHolds() {
        String[] fields = IntStream.rangeClosed(1, 501)
                .mapToObj(i -> "{code: 'f" + i + "', type: 'text'}")
                .toArray(String[]::new);

        assertThat(issues(catalog(entity("customer", "客户", fields)), "customer"))
                .singleElement()
                .asString()
                .contains("at most 500 fields; these are 501");
    }

    @Test
    void namesCirclesAcrossEntities() {
        EntityCatalog catalog = catalog(
                entity(
                        "customer",
                        "客户",
                        NAME,
                        "{code: 'spent', type: 'rollup', over: 'orders.customer', fn: 'sum', of: 'due'}"),
                entity(
                        "orders",
                        "订单",
                        "{code: 'customer', type: 'relation', entity: 'customer'}",
                        "{code: 'due', type: 'formula', formula: 'customer.spent + 1'}"));

        assertThat(issues(catalog, "customer"))
                .anySatisfy(said -> assertThat(said).contains("circle: 客户.spent → 订单.due → 客户.spent"));
        assertThat(issues(catalog, "orders"))
                .anySatisfy(said -> assertThat(said).startsWith("fields[1].type"));
    }

    @Test
    void refusesRollupsThatAChangeOfAChildAloneCannotKeep() {
        EntityCatalog catalog = catalog(
                entity(
                        "customer",
                        "客户",
                        NAME,
                        "{code: 'a', type: 'rollup', over: 'orders.customer', fn: 'count', where: 'created_at > NOW()'}",
                        "{code: 'b', type: 'rollup', over: 'orders.customer', fn: 'sum', of: 'share'}",
                        "{code: 'c', type: 'rollup', over: 'orders.customer', fn: 'sum', of: 'note'}",
                        "{code: 'd', type: 'rollup', over: 'orders.customer', fn: 'sum', of: 'nothing'}"),
                entity(
                        "orders",
                        "订单",
                        "{code: 'customer', type: 'relation', entity: 'customer'}",
                        "{code: 'note', type: 'text'}",
                        "{code: 'share', type: 'formula', formula: 'LEN(customer.name)'}"));

        assertThat(issues(catalog, "customer"))
                .anySatisfy(
                        said -> assertThat(said).startsWith("fields[1].where").contains("NOW"))
                .anySatisfy(said -> assertThat(said).startsWith("fields[2].of").contains("customer.name"))
                .anySatisfy(said -> assertThat(said).startsWith("fields[3].of").contains("The sum of"))
                .anySatisfy(said -> assertThat(said).startsWith("fields[4].of").contains("no field 'nothing'"));
    }

    @Test
    void holdsChildTablesToTheirParents() {
        Definition orders = entity("orders", "订单", "{code: 'lines', type: 'child_table', entity: 'line'}");

        assertThat(issues(catalog(orders, entity("line", "明细", NAME)), "orders"))
                .singleElement()
                .asString()
                .contains("no child table of 'orders'");
        assertThat(issues(
                        catalog(
                                orders,
                                child("line", "明细", "head", "{code: 'head', type: 'relation', entity: 'orders'}")),
                        "line"))
                .singleElement()
                .asString()
                .contains("must be a required relation");
        assertThat(issues(
                        catalog(
                                orders,
                                child(
                                        "line",
                                        "明细",
                                        "head",
                                        "{code: 'head', type: 'relation', entity: 'line', required: true}")),
                        "orders"))
                .singleElement()
                .asString()
                .contains("no relation to 'orders'");
    }

    @Test
    void listsAllItNeedsOfOthers() {
        Definition customer = entity(
                "customer",
                "客户",
                NAME,
                "{code: 'parent', type: 'relation', entity: 'customer'}",
                "{code: 'top', type: 'formula', formula: 'parent.name & owner.name'}",
                "{code: 'spent', type: 'rollup', over: 'orders.customer', fn: 'sum', of: 'amount', where: 'amount > 1'}",
                "{code: 'many', type: 'formula', formula: 'COUNT(orders, amount > 1)'}",
                "{code: 'lost', type: 'relation', entity: 'nowhere'}");
        Definition orders = entity(
                "orders",
                "订单",
                "{code: 'customer', type: 'relation', entity: 'customer'}",
                "{code: 'amount', type: 'money'}");
        DefinitionSet all = set(customer, orders);

        assertThat(kind.references(customer, all).stream()
                        .map(each -> each.path() + " " + each.to().code()
                                + (each.element() == null ? "" : "." + each.element()))
                        .toList())
                .containsExactlyInAnyOrder(
                        "fields[1].entity customer",
                        "fields[2].formula customer.parent",
                        "fields[2].formula customer.name",
                        "fields[3].over orders.customer",
                        "fields[3].of orders.amount",
                        "fields[3].where orders.amount",
                        "fields[4].formula orders.customer",
                        "fields[4].formula orders.amount",
                        "fields[5].entity nowhere");
    }

    @Test
    void offersFieldsAndOptionsToOthers() {
        Definition customer = entity(
                "customer",
                "客户",
                NAME,
                "{code: 'source', type: 'select', label: '来源', options: [{code: 'fair', label: {zh: '展会'}}]}");

        assertThat(kind.elements(customer))
                .extracting(Element::code, Element::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", "fields[0]"),
                        org.assertj.core.groups.Tuple.tuple("source", "fields[1]"),
                        org.assertj.core.groups.Tuple.tuple("source.fair", "fields[1].options[0]"));
    }

    @Test
    void publishesASchemaThatKnowsEveryKindAndItsProperties() {
        String schema = kind.schema().toString();

        FieldTypes.all().forEach(each -> {
            assertThat(schema).contains('"' + each.code() + '"');
            each.properties().forEach(property -> assertThat(schema).contains('"' + property.name() + '"'));
        });
    }

    @Test
    void survivesDocumentsThatBreakTheSchema() {
        Definition odd = Definition.of(TestEntities.json("{kind: 'entity', code: 'odd', fields: {a: 1}}")
                .put("kind", "entity"));

        assertThat(kind.check(odd, set(odd))).hasSize(1);
        assertThat(kind.elements(odd)).isEmpty();
        assertThat(kind.references(odd, set(odd))).isEqualTo(List.of());
    }
}
