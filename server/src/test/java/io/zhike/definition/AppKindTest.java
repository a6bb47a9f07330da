package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Issue;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppKindTest {
    private final DefinitionKinds kinds = new DefinitionKinds(List.of(new AppKind(), new FormKind()));

    @Test
    void acceptsAnAppWithEveryKindOfMenuItem() {
        assertThat(shape("""
                {kind: 'app', code: 'crm', app: 'crm', label: {zh: '客户'}, icon: 'team', version: '1.2.3',
                 menu: [{entity: 'customer'}, {view: 'mine', icon: 'user'},
                        {url: 'https://example.com', label: {zh: '官网'}}]}""")).isEmpty();
    }

    @Test
    void refusesShapesThatMeanNothing() {
        assertThat(shape("{kind: 'app', code: 'crm', label: {zh: 'x'}, version: 'one', menu: [{url: 'javascript:x'}]}"))
                .extracting(Issue::path)
                .containsExactlyInAnyOrder("version", "menu[0].url");
    }

    @Test
    void refusesAMenuItemThatNoScreenCouldShow() {
        assertThat(shape("{kind: 'app', code: 'crm', app: 'crm', label: {zh: 'x'}, menu: [{page: 'home'}]}"))
                .extracting(Issue::path)
                .containsExactly("menu[0].page");
    }

    @Test
    void aMenuItemLeadsToOnePlace() {
        assertThat(check("{kind: 'app', code: 'crm', app: 'crm', menu: [{}, {entity: 'a', view: 'b'}, {url: '/x'}]}"))
                .containsExactly("menu[0] one-target", "menu[1] one-target", "menu[2].label link-needs-label");
    }

    @Test
    void aMenuHasGroupsOneLevelDeepEachWithACodeAndALabel() {
        String group = "{kind: 'app', code: 'crm', app: 'crm', label: {zh: 'x'}, menu: [%s]}";
        String good =
                group.formatted("{code: 'g1', label: {zh: '资料'}, icon: 'book', items: [{entity: 'a'}, {view: 'v'}]}");

        assertThat(shape(good)).isEmpty();
        assertThat(check(good)).isEmpty();
        assertThat(new AppKind().references(Definition.of(Json.of(good)), new DefinitionSet(0, List.of())))
                .containsExactly(
                        Reference.to("entity", "a", "menu[0].items[0].entity"),
                        Reference.to("view", "v", "menu[0].items[1].view"));
        assertThat(new AppKind().elements(Definition.of(Json.of(good))))
                .extracting(Element::code)
                .containsExactly("g1");
        assertThat(check(group.formatted("{items: []}, {code: 'g', label: {zh: 'y'}, items: [], entity: 'a'},"
                        + " {entity: 'a', code: 'g2'}, {code: 'g3', label: {zh: 'z'}, items: [{}]}")))
                .containsExactly(
                        "menu[0].label link-needs-label",
                        "menu[0].code group-code",
                        "menu[1] one-target",
                        "menu[2].code group-code",
                        "menu[3].items[0] one-target");
        assertThat(shape(group.formatted("{code: 'g', label: {zh: 'y'}, items: [{code: 'h', items: []}]}")))
                .extracting(Issue::path)
                .containsExactlyInAnyOrder("menu[0].items[0].code", "menu[0].items[0].items");
    }

    @Test
    void whatIsInAGroupIsCalledByItsOwnName() {
        Definition app = Definition.of(Json.of("{kind: 'app', code: 'crm', app: 'crm', label: {zh: '客户'},"
                + " menu: [{code: 'g', label: {zh: '资料'}, items: [{entity: 'deal'}]}]}"));
        Definition deal = Definition.of(Json.of("{kind: 'entity', code: 'deal', app: 'crm', label: {zh: '商机'}}"));

        MenuItem group = MenuItem.of(app, new DefinitionSet(1, List.of(app, deal)), TestBench.SEEN)
                .getFirst();

        assertThat(group.label().zh()).isEqualTo("资料");
        assertThat(group.items()).extracting(item -> item.label().zh()).containsExactly("商机");
    }

    @Test
    void anAppBelongsToItself() {
        assertThat(check("{kind: 'app', code: 'crm'}")).containsExactly("app app-of-itself");
        assertThat(check("{kind: 'app', code: 'crm', app: 'other'}")).containsExactly("app app-of-itself");
    }

    @Test
    void aMenuRefersToWhatItLeadsTo() {
        Definition app = Definition.of(
                Json.of("{kind: 'app', code: 'crm', app: 'crm', menu: [{entity: 'a'}, {url: '/x'}, {view: 'v'}]}"));

        assertThat(new AppKind().references(app, new DefinitionSet(0, List.of())))
                .containsExactly(
                        Reference.to("entity", "a", "menu[0].entity"), Reference.to("view", "v", "menu[2].view"));
    }

    @Test
    void aMenuWithoutItemsShowsTheEntitiesOfTheApp() {
        Definition app = Definition.of(Json.of("{kind: 'app', code: 'crm', app: 'crm', label: {zh: '客户'}}"));
        Definition own = Definition.of(Json.of("{kind: 'entity', code: 'deal', app: 'crm', label: {zh: '商机'}}"));
        Definition other = Definition.of(Json.of("{kind: 'entity', code: 'bill', app: 'fin', label: {zh: '账单'}}"));
        DefinitionSet all = new DefinitionSet(1, List.of(app, own, other));

        assertThat(MenuItem.of(app, all, TestBench.SEEN))
                .extracting(MenuItem::entity)
                .containsExactly("deal");
        Definition named = Definition.of(
                Json.of(
                        "{kind: 'app', code: 'crm', app: 'crm', menu: [{entity: 'deal'}, {entity: 'bill', label: {zh: '单'}}]}"));
        assertThat(MenuItem.of(named, all, TestBench.SEEN))
                .extracting(item -> item.label().zh())
                .containsExactly("商机", "单");
    }

    private List<Issue> shape(String document) {
        return kinds.checkShape("app", Json.of(document));
    }

    private List<String> check(String document) {
        Definition app = Definition.of(Json.of(document));
        return new AppKind()
                .check(app, new DefinitionSet(0, List.of(app))).stream()
                        .map(issue ->
                                issue.path() + " " + issue.message().code().code())
                        .toList();
    }
}
