package io.zhike.entity;

import static io.zhike.entity.TestEntities.catalog;
import static io.zhike.entity.TestEntities.child;
import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.issues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.definition.Definition;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.message.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityCatalogTest {
    private static final Definition CUSTOMER = entity(
            "customer",
            "客户",
            "{code: 'name', type: 'text', label: '客户名称', title: true}",
            "{code: 'level', type: 'select', label: '级别', options: [{code: 'vip', label: {zh: '贵宾'}}, {code: 'plain', label: {zh: '普通'}}]}",
            "{code: 'parent', type: 'relation', label: '上级客户', entity: 'customer'}",
            "{code: 'spent', type: 'rollup', label: '累计消费', over: 'orders.customer', fn: 'sum', of: 'amount', where: '已付'}",
            "{code: 'visits', type: 'rollup', label: '次数', over: 'orders.customer', fn: 'count'}",
            "{code: 'grade', type: 'formula', label: '等级', formula: 'IF(累计消费 > 5000, \"VIP\", \"普通\")'}",
            "{code: 'big', type: 'formula', label: '大客户', formula: '等级 = \"VIP\" AND 级别 = \"贵宾\"'}");
    private static final Definition ORDERS = entity(
            "orders",
            "订单",
            "{code: 'customer', type: 'relation', label: '客户', entity: 'customer'}",
            "{code: 'amount', type: 'money', label: '金额'}",
            "{code: 'paid', type: 'boolean', label: '已付'}",
            "{code: 'lines', type: 'child_table', label: '明细', entity: 'order_line'}",
            "{code: 'pieces', type: 'rollup', label: '件数', over: 'lines', fn: 'sum', of: 'pieces'}",
            "{code: 'friends', type: 'relation', label: '相关客户', entity: 'customer', many: true}");
    private static final Definition LINE = child(
            "order_line",
            "订单明细",
            "orders",
            "{code: 'orders', type: 'relation', entity: 'orders', required: true}",
            "{code: 'pieces', type: 'number', decimals: 0}",
            "{code: 'price', type: 'money'}",
            "{code: 'total', type: 'formula', formula: 'pieces * price'}");

    private final EntityCatalog catalog = catalog(CUSTOMER, ORDERS, LINE);
    private final Vocabulary vocabulary = catalog.vocabulary();

    @Test
    void findsNothingWrongInASoundSet() {
        assertThat(issues(catalog, "customer")).isEmpty();
        assertThat(issues(catalog, "orders")).isEmpty();
        assertThat(issues(catalog, "order_line")).isEmpty();
    }

    @Test
    void endsWithTheFieldsThatEveryEntityHas() {
        EntityDefinition customer = catalog.get("customer");

        assertThat(customer.fields().stream().map(Field::code).toList())
                .startsWith("name", "level")
                .endsWith("number", "owner", "department", "created_at", "created_by", "updated_at", "updated_by");
        assertThat(customer.title()).isEqualTo("name");
        assertThat(catalog.get("orders").title()).isEqualTo("number");
        assertThat(customer.fields().get("owner").writable()).isTrue();
        assertThat(customer.fields().get("created_by").writable()).isFalse();
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> catalog.get("nobody"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nobody");
        assertThat(catalog.find("nobody")).isEmpty();
    }

    @Test
    void findsFieldsByCodeAndByLabelOfEitherLanguage() {
        assertThat(vocabulary.find("customer", "name")).map(Symbol::code).contains("name");
        assertThat(vocabulary.find("customer", "客户名称")).map(Symbol::code).contains("name");
        assertThat(vocabulary.find("customer", "负责人")).map(Symbol::code).contains("owner");
        assertThat(vocabulary.find("customer", "created at")).map(Symbol::code).contains("created_at");
        assertThat(vocabulary.find("customer", "nothing")).isEmpty();
        assertThat(vocabulary.find("nothing", "name")).isEmpty();
    }

    @Test
    void followsMembersAndDepartments() {
        assertThat(tree("customer", "负责人.部门.名称 = \"销售部\"").paths())
                .containsExactly(List.of("owner", "department", "name"));
        assertThat(vocabulary.find(Vocabulary.DEPARTMENT, "head"))
                .map(Symbol::type)
                .contains(Type.MEMBER);
    }

    @Test
    void tellsWhatComputedFieldsGive() {
        EntityDefinition customer = catalog.get("customer");

        assertThat(customer.fields().get("spent").type().valueType()).isEqualTo(Type.NUMBER);
        assertThat(customer.fields().get("spent").type().storage()).isInstanceOf(Storage.Column.class);
        assertThat(customer.fields().get("grade").type().valueType()).isEqualTo(Type.TEXT);
        assertThat(customer.fields().get("big").type().valueType()).isEqualTo(Type.BOOL);
        assertThat(customer.fields().get("big").type().storage()).isInstanceOf(Storage.Computed.class);
    }

    @Test
    void givesFormulasAsCheckedTrees() {
        Expression big = catalog.formula("customer", "big").orElseThrow();

        assertThat(big.paths()).containsExactlyInAnyOrder(List.of("grade"), List.of("level"));
        assertThat(catalog.formula("customer", "name")).isEmpty();
    }

    @Test
    void tellsWhichChangesOfChildrenTouchWhichParents() {
        Rollup spent = catalog.rollupsOf("customer").getFirst();

        assertThat(catalog.rollupsOf("customer")).extracting(Rollup::field).containsExactly("spent", "visits");
        assertThat(catalog.rollupsFedBy("orders")).containsAll(catalog.rollupsOf("customer"));
        assertThat(spent.child()).isEqualTo("orders");
        assertThat(spent.parent()).isEqualTo("customer");
        assertThat(spent.reads()).isEqualTo(Set.of("customer", "amount", "paid"));
        assertThat(spent.where().orElseThrow().type()).isEqualTo(Type.BOOL);
        assertThat(catalog.rollupsOf("orders").getFirst().child()).isEqualTo("order_line");
    }

    @Test
    void seesRelationsFromBehind() {
        assertThat(catalog.many("customer", "orders_customer"))
                .map(Many::way)
                .contains(new Many.Way.PointHere("customer"));
        assertThat(catalog.many("customer", "orders_friends"))
                .map(Many::way)
                .contains(new Many.Way.LinkHere("friends"));
        assertThat(catalog.many("orders", "friends")).map(Many::way).contains(new Many.Way.LinkedFromHere("friends"));
        assertThat(catalog.many("orders", "lines")).map(Many::way).contains(new Many.Way.PointHere("orders"));
        assertThat(catalog.childTables("orders"))
                .extracting(EntityDefinition::code)
                .containsExactly("order_line");
    }

    @Test
    void callsARelationFromBehindByTheEntityWhereThereIsOnlyOne() {
        assertThat(vocabulary.find("orders", "订单明细")).map(Symbol::code).contains("order_line_orders");
        assertThat(vocabulary.find("customer", "customer")).map(Symbol::code).contains("customer_parent");
        assertThat(vocabulary.find("customer", "orders"))
                .as("two fields of orders point here")
                .isEmpty();
        assertThat(tree("orders", "COUNT(明细, pieces > 1) > 2").paths()).contains(List.of("lines", "pieces"));
    }

    @Test
    void describesEntitiesForTheWeb() {
        var json = EntityDescription.of(catalog.get("customer"));

        assertThat(json.path("fields").size()).isEqualTo(14);
        assertThat(json.path("fields").get(1).path("options").size()).isEqualTo(2);
        assertThat(json.path("fields").get(3).path("result").stringValue()).isEqualTo("money");
        assertThat(json.path("fields").get(5).path("writable").booleanValue()).isFalse();
    }

    @Test
    void isMadeOncePerSet() {
        var set = TestEntities.set(CUSTOMER, ORDERS, LINE);

        assertThat(EntityCatalog.of(set)).isSameAs(EntityCatalog.of(set));
    }

    private Expression tree(String entity, String text) {
        return new Expressions().check(text, entity, vocabulary).orThrow();
    }
}
