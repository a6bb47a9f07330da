package io.zhike.access;

import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleKindTest {
    private static final Definition CUSTOMER = entity(
            "customer",
            "客户",
            "{code: 'name', type: 'text', title: true}",
            "{code: 'region', type: 'text'}",
            "{code: 'parent', type: 'relation', entity: 'customer'}");

    private final RoleKind kind = new RoleKind();

    private static Definition role(String entities) {
        return Definition.of(json("{kind: 'role', code: 'sales', label: {zh: '销售'}, entities: " + entities + "}"));
    }

    private List<String> issues(String entities) {
        Definition role = role(entities);
        return kind.check(role, new DefinitionSet(1, List.of(CUSTOMER, role))).stream()
                .map(issue -> issue.path() + " " + issue.message().code().code())
                .toList();
    }

    @Test
    void acceptsWordsAndConditionsAsScopes() {
        assertThat(issues("""
                {customer: {create: true, read: {where: 'region = \\"华东\\"'}, update: 'own', delete: 'department_tree',
                  import: true, export: true, fields: {'*': 'write', name: 'read'}}}""")).isEmpty();
    }

    @Test
    void acceptsBothSidesOfAFieldRightAndRefusesToChangeTheUnseen() {
        assertThat(issues("""
                {customer: {read: 'all', fields: {'*': {see: 'masked'}, name: {see: 'reveal', change: 'fill'}, region: 'write'}}}""")).isEmpty();
        assertThat(
                        issues(
                                "{customer: {read: 'all', fields: {'*': 'read', name: {see: 'none', change: 'fill'}, region: 'none'}}}"))
                .containsExactly("entities.customer.fields.name unseen-change");
    }

    @Test
    void refusesConditionsThatCannotBeReadOrAreNone() {
        assertThat(issues("{customer: {read: {where: 'nosuch = 1'}}}"))
                .singleElement()
                .asString()
                .startsWith("entities.customer.read.where ");
        assertThat(issues("{customer: {read: 'all', update: {where: 'name'}}}"))
                .singleElement()
                .asString()
                .startsWith("entities.customer.update.where ");
    }

    @Test
    void refusesRightsThatNeedAnother() {
        assertThat(issues("{customer: {update: 'own', delete: 'all', export: true, import: true}}"))
                .containsExactlyInAnyOrder(
                        "entities.customer.update unreadable-update",
                        "entities.customer.delete unreadable-delete",
                        "entities.customer.export unreadable-export",
                        "entities.customer.import import-needs-create");
    }

    @Test
    void namesEveryFieldThatItUses() {
        Definition role = role("""
                {customer: {read: {where: 'parent.region = \\"x\\"'}, fields: {'*': 'read', name: 'none', owner: 'none'}}}""");
        assertThat(kind.references(role, new DefinitionSet(1, List.of(CUSTOMER, role))))
                .extracting(Reference::toString)
                .anyMatch(text -> text.contains("name") && text.contains("entities.customer.fields.name"))
                .anyMatch(text -> text.contains("element=region") && text.contains("read.where"))
                .anyMatch(text -> text.contains("element=parent") && text.contains("read.where"))
                .noneMatch(text -> text.contains("element=owner"));
    }

    @Test
    void givesWritingOnAllFieldsToARoleThatNamesNone() {
        EntityRights rights =
                Role.of(role("{customer: {read: 'all'}}")).entities().get("customer");
        assertThat(rights.on("anything")).isEqualTo(FieldRight.WRITE);
        assertThat(rights.update()).isEqualTo(ScopeRule.NOTHING);
        assertThat(rights.may(Ability.CREATE)).isFalse();
    }

    private static EntityRights onCustomer(String rights) {
        EntityRights found =
                Role.of(role("{customer: " + rights + "}")).entities().get("customer");
        return Objects.requireNonNull(found);
    }

    @Test
    void printsAndPressesAllThatIsReadWhereNothingIsSaidOfIt() {
        EntityRights silent = onCustomer("{read: 'own'}");
        assertThat(silent.may(Ability.PRINT)).isTrue();
        assertThat(silent.buttons().allows("any")).isTrue();
        EntityRights blind = onCustomer("{create: true}");
        assertThat(blind.may(Ability.PRINT)).isFalse();
        assertThat(blind.buttons().allows("any")).isFalse();
    }

    @Test
    void pressesOnlyTheButtonsThatAreNamed() {
        EntityRights some = onCustomer("{read: 'all', print: false, buttons: ['win']}");
        assertThat(some.may(Ability.PRINT)).isFalse();
        assertThat(some.buttons().allows("win")).isTrue();
        assertThat(some.buttons().allows("lose")).isFalse();
        assertThat(onCustomer("{read: 'all', buttons: []}").buttons()).isEqualTo(Pressable.NONE);
        assertThat(onCustomer("{read: 'all', buttons: 'none'}").buttons()).isEqualTo(Pressable.NONE);
        assertThat(onCustomer("{read: 'all', buttons: 'all'}").buttons()).isEqualTo(Pressable.ALL);
    }

    @Test
    void twoRolesPressWhatOneOfThemMayAndARoleThatReadsNothingAddsNothing() {
        Pressable win = new Pressable(false, Set.of("win"));
        Pressable lose = new Pressable(false, Set.of("lose"));
        assertThat(win.or(lose).allows("win")).isTrue();
        assertThat(win.or(lose).allows("lose")).isTrue();
        assertThat(win.or(lose).allows("other")).isFalse();
        assertThat(win.or(Pressable.ALL)).isEqualTo(Pressable.ALL);
        assertThat(win.or(Pressable.NONE)).isEqualTo(win);
    }

    @Test
    void readsSeveralReachesAsOneRuleThatNeedsOnlyOneOfThem() {
        assertThat(onCustomer("{read: ['own', 'shared', {where: 'TRUE'}]}").read())
                .isEqualTo(new ScopeRule.AnyOf(List.of(
                        new ScopeRule.Reaching(ScopeRule.Reach.OWN),
                        new ScopeRule.Reaching(ScopeRule.Reach.SHARED),
                        new ScopeRule.Where("TRUE"))));
        assertThat(onCustomer("{read: ['own', 'none', 'own']}").read())
                .isEqualTo(new ScopeRule.Reaching(ScopeRule.Reach.OWN));
        assertThat(onCustomer("{read: []}").read()).isEqualTo(ScopeRule.NOTHING);
        assertThat(issues("{customer: {read: ['own', {where: 'nosuch = 1'}], deny: {update: [{where: 'other = 1'}]}}}"))
                .containsExactlyInAnyOrder(
                        "entities.customer.read[1].where unknown-name",
                        "entities.customer.deny.update[0].where unknown-name");
    }

    @Test
    void capsFieldsAndLeavesAloneWhatItDoesNotSay() {
        Denied denied = onCustomer("{read: 'all', deny: {fields: {a: 'none', b: 'read', c: {see: 'masked'},"
                        + " d: {see: 'none', change: 'fill'}}}}")
                .denied();
        assertThat(denied.leaves("a", FieldRight.WRITE)).isEqualTo(FieldRight.NONE);
        assertThat(denied.leaves("b", FieldRight.WRITE)).isEqualTo(FieldRight.READ);
        assertThat(denied.leaves("b", FieldRight.NONE)).isEqualTo(FieldRight.NONE);
        assertThat(denied.leaves("c", FieldRight.WRITE))
                .isEqualTo(new FieldRight(FieldRight.See.MASKED, FieldRight.Change.WRITE));
        assertThat(denied.leaves("d", FieldRight.WRITE)).isEqualTo(FieldRight.NONE);
        assertThat(denied.leaves("other", FieldRight.WRITE)).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void namesTheFieldsThatItDenies() {
        Definition role = role("{customer: {read: 'all', deny: {fields: {name: 'none', owner: 'read'}}}}");
        assertThat(kind.references(role, new DefinitionSet(1, List.of(CUSTOMER, role))))
                .extracting(Reference::toString)
                .anyMatch(text -> text.contains("element=name") && text.contains("deny.fields.name"))
                .noneMatch(text -> text.contains("element=owner"));
    }

    @Test
    void deniesOnlyWhatIsNamed() {
        Denied denied = onCustomer("{read: 'all', deny: {export: true, delete: 'all', buttons: ['win']}}")
                .denied();
        assertThat(denied.abilities()).containsExactly(Ability.EXPORT);
        assertThat(denied.delete()).isEqualTo(new ScopeRule.Reaching(ScopeRule.Reach.ALL));
        assertThat(denied.read()).isEqualTo(ScopeRule.NOTHING);
        assertThat(denied.buttons().named()).containsExactly("win");
        assertThat(onCustomer("{read: 'all'}").denied()).isEqualTo(Denied.NOTHING);
        assertThat(onCustomer("{read: 'all', deny: {read: 'own'}}").denied().abilities())
                .isEmpty();
    }

    @Test
    void aDeniedButtonIsNotPressedWhoeverAllowsIt() {
        Pressable win = new Pressable(false, Set.of("win"));
        assertThat(Pressable.ALL.butFor(win).allows("win")).isFalse();
        assertThat(Pressable.ALL.butFor(win).allows("lose")).isTrue();
        assertThat(new Pressable(false, Set.of("win", "lose")).butFor(win).named())
                .containsExactly("lose");
        assertThat(Pressable.ALL.butFor(Pressable.ALL)).isEqualTo(Pressable.NONE);
        assertThat(win.butFor(Pressable.NONE)).isEqualTo(win);
    }

    @Test
    void refusesPrintingAndButtonsOfWhatIsNotRead() {
        assertThat(issues("{customer: {create: true, print: true, buttons: 'all'}}"))
                .containsExactlyInAnyOrder(
                        "entities.customer.print unreadable-print", "entities.customer.buttons unreadable-buttons");
    }

    @Test
    void refusesAButtonOfAnotherEntityAndNamesThoseItUses() {
        Definition role = role("{customer: {read: 'all', buttons: ['win', 'ship']}}");
        Definition win = Definition.of(json("{kind: 'button', code: 'win', label: {zh: '成交'}, entity: 'customer'}"));
        Definition ship = Definition.of(json("{kind: 'button', code: 'ship', label: {zh: '发货'}, entity: 'order'}"));
        DefinitionSet all = new DefinitionSet(1, List.of(CUSTOMER, role, win, ship));
        assertThat(kind.check(role, all)).singleElement().satisfies(issue -> {
            assertThat(issue.path()).isEqualTo("entities.customer.buttons");
            assertThat(issue.message().code().code()).isEqualTo("button-elsewhere");
        });
        assertThat(kind.references(role, all))
                .contains(
                        Reference.to("button", "win", "entities.customer.buttons[0]"),
                        Reference.to("button", "ship", "entities.customer.buttons[1]"));
    }
}
