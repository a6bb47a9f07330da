package io.zhike.access;

import static io.zhike.entity.TestEntities.catalog;
import static io.zhike.entity.TestEntities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.TestEntities;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldReachTest {
    private static final EntityCatalog CATALOG = catalog(
            entity(
                    "customer",
                    "客户",
                    "{code: 'name', type: 'text', title: true}",
                    "{code: 'cost', type: 'money'}",
                    "{code: 'price', type: 'money'}",
                    "{code: 'margin', type: 'formula', formula: 'price - cost'}",
                    "{code: 'good', type: 'formula', formula: 'margin > 10'}",
                    "{code: 'parent', type: 'relation', entity: 'customer'}",
                    "{code: 'above', type: 'formula', formula: 'parent.good'}",
                    "{code: 'shout', type: 'formula', formula: 'UPPER(name)'}",
                    "{code: 'ordered', type: 'rollup', over: 'sale.customer', fn: 'sum', of: 'total'}",
                    "{code: 'rebates', type: 'rollup', over: 'sale.customer', fn: 'count', where: 'rebate > 0'}",
                    "{code: 'open', type: 'formula', formula: 'COUNT(sale_customer, done = FALSE)'}"),
            entity(
                    "sale",
                    "订单",
                    "{code: 'customer', type: 'relation', entity: 'customer'}",
                    "{code: 'total', type: 'money'}",
                    "{code: 'rebate', type: 'money'}",
                    "{code: 'done', type: 'boolean'}",
                    "{code: 'price', type: 'formula', formula: 'customer.price'}"));

    private static Role role(String entities) {
        return Role.of(Definition.of(
                TestEntities.json("{kind: 'role', code: 'r', label: {zh: '角色'}, entities: " + entities + "}")));
    }

    private static Set<String> readable(String entity, Role... roles) {
        CombinedRights rights = CombinedRights.of(Arrays.asList(roles));
        return new FieldReach(rights, new ComputedSources(CATALOG))
                .on(CATALOG.get(entity))
                .readable();
    }

    private static Set<String> writable(String entity, Role... roles) {
        CombinedRights rights = CombinedRights.of(Arrays.asList(roles));
        return new FieldReach(rights, new ComputedSources(CATALOG))
                .on(CATALOG.get(entity))
                .writable();
    }

    @Test
    void hidesWhatIsComputedFromAHiddenFieldHoweverFarAway() {
        Role role = role("{customer: {read: 'all', fields: {'*': 'read', cost: 'none'}}, sale: {read: 'all'}}");
        assertThat(readable("customer", role))
                .contains("name", "price", "parent", "shout", "ordered")
                .doesNotContain("cost", "margin", "good", "above");
    }

    @Test
    void aFieldThatOneRoleDeniesIsDeniedWhateverOthersGive() {
        Role all = role("{customer: {read: 'all'}, sale: {read: 'all'}}");
        Role denies = role("{customer: {deny: {fields: {cost: 'none', price: 'read'}}}}");
        for (Role[] roles : new Role[][] {{all, denies}, {denies, all}}) {
            assertThat(readable("customer", roles)).contains("name", "price").doesNotContain("cost", "margin", "good");
            assertThat(writable("customer", roles)).contains("name").doesNotContain("cost", "price");
        }
        Role admin = Role.of(Definition.of(
                TestEntities.json("{kind: 'role', code: 'a', label: {zh: '管理'}, admin: true, entities: {}}")));
        assertThat(writable("customer", admin, denies)).contains("cost", "price");
    }

    @Test
    void hidesWhatIsComputedOverRelationsAndChildren() {
        Role role = role("""
                {customer: {read: 'all', fields: {'*': 'read', price: 'none'}},
                 sale: {read: 'all', fields: {'*': 'read', rebate: 'none', done: 'none'}}}""");
        assertThat(readable("sale", role)).contains("total", "customer").doesNotContain("price", "rebate", "done");
        assertThat(readable("customer", role)).contains("ordered").doesNotContain("rebates", "open", "margin");
    }

    @Test
    void hidesFiguresOverAnEntityThatIsNotThere() {
        Role role = role("{customer: {read: 'all'}}");
        assertThat(readable("customer", role)).contains("margin").doesNotContain("ordered", "rebates", "open");
        assertThat(readable("sale", role)).isEmpty();
    }

    @Test
    void takesTheMostThatOneOfSeveralRolesGives() {
        Role few =
                role("{customer: {read: 'all', fields: {'*': 'none', name: 'read', margin: 'read', shout: 'read'}}}");
        Role others = role("{customer: {read: 'own', fields: {'*': 'none', price: 'write', cost: 'read'}}}");
        assertThat(readable("customer", few)).containsExactlyInAnyOrder("name", "shout", "number");
        assertThat(readable("customer", few, others))
                .contains("name", "price", "cost", "margin")
                .doesNotContain("good");
        assertThat(writable("customer", few, others)).containsExactly("price");
    }

    @Test
    void neverLetsAComputedOrUnreadableFieldBeWritten() {
        Role role = role("{customer: {read: 'all', update: 'all', fields: {'*': 'write', cost: 'read'}}}");
        assertThat(writable("customer", role))
                .contains("name", "price", "owner", "department")
                .doesNotContain("cost", "margin", "ordered", "created_at", "number");
    }

    private static FieldGrant fields(String entity, Role... roles) {
        CombinedRights rights = CombinedRights.of(Arrays.asList(roles));
        return new FieldReach(rights, new ComputedSources(CATALOG)).on(CATALOG.get(entity));
    }

    /** A mask must not be undone by a formula over what it hides, not even as a mask of the result. */
    @Test
    void hidesWhatIsComputedFromAMaskedField() {
        Role role = role("""
                {customer: {read: 'all', fields: {'*': 'read', cost: {see: 'reveal'}, good: {see: 'masked'}, shout: {see: 'masked'}}},
                 sale: {read: 'all', fields: {'*': 'read', rebate: {see: 'masked'}}}}""");
        FieldGrant customer = fields("customer", role);
        assertThat(customer.masked()).containsExactlyInAnyOrder("cost", "shout");
        assertThat(customer.revealable()).containsExactly("cost");
        assertThat(customer.readable())
                .contains("name", "price", "ordered")
                .doesNotContain("cost", "margin", "good", "above", "rebates", "shout");
    }

    @Test
    void fillsInMaskedFieldsAndClearsOnlyWhereSaid() {
        Role role = role("""
                {customer: {read: 'all', update: 'all', fields: {'*': {see: 'read', change: 'fill'},
                  cost: {see: 'masked', change: 'write'}, price: {see: 'masked'}, margin: {see: 'masked', change: 'write'}}}}""");
        FieldGrant customer = fields("customer", role);
        assertThat(customer.writable()).contains("name", "cost", "owner").doesNotContain("price", "margin");
        assertThat(customer.clearable()).containsExactly("cost");
        assertThat(customer.shown()).contains("name", "cost", "price").doesNotContain("margin");
    }

    @Test
    void readsWhatAnotherRoleReadsAndKeepsTheNumber() {
        Role masking = role("{customer: {read: 'all', fields: {'*': {see: 'masked'}}}}");
        Role reading = role("{customer: {read: 'own', fields: {'*': 'none', cost: 'read'}}}");
        assertThat(fields("customer", masking).readable()).containsExactly("number");
        FieldGrant both = fields("customer", masking, reading);
        assertThat(both.readable()).containsExactlyInAnyOrder("number", "cost");
        assertThat(both.masked()).contains("name", "price").doesNotContain("cost", "margin");
    }

    @Test
    void opensEverythingToAnAdministrator() {
        Role boss =
                Role.of(Definition.of(TestEntities.json("{kind: 'role', code: 'b', label: {zh: '老板'}, admin: true}")));
        assertThat(readable("customer", boss)).contains("cost", "margin", "rebates", "above", "open");
        assertThat(readable("customer")).isEmpty();
    }
}
