package io.zhike.access;

import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Reference;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharingKindTest {
    private static final UUID EAST = UUID.fromString("00000000-0000-7000-8000-00000000000e");
    private static final UUID TEAM = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Definition CUSTOMER =
            entity("customer", "客户", "{code: 'name', type: 'text', title: true}", "{code: 'region', type: 'text'}");

    private final SharingKind kind = new SharingKind();

    private static Definition sharing(String where, String with) {
        return Definition.of(json("{kind: 'sharing', code: 'key', label: {zh: '重点'}, entity: 'customer', where: '"
                + where + "', with: " + with + ", level: 'update'}"));
    }

    private List<String> issues(Definition sharing) {
        return kind.check(sharing, new DefinitionSet(1, List.of(CUSTOMER, sharing))).stream()
                .map(issue -> issue.path() + " " + issue.message().code().code())
                .toList();
    }

    @Test
    void acceptsAConditionOverTheRecordsAndSomebody() {
        assertThat(issues(sharing("region = \\\"华东\\\"", "[{role: 'service'}]")))
                .isEmpty();
    }

    @Test
    void refusesARuleWithNobodyAndOneThatIsNotWritten() {
        assertThat(issues(sharing(" ", "[]")))
                .containsExactlyInAnyOrder("with shared-with-nobody", "where shared-unwritten");
        assertThat(issues(sharing("nosuch = 1", "[{role: 'service'}]"))).containsExactly("where unknown-name");
    }

    @Test
    void namesItsEntityItsFieldsAndItsRoles() {
        Definition rule =
                sharing("region = \\\"华东\\\" AND owner = ME()", "[{group: '" + TEAM + "'}, {role: 'service'}]");
        assertThat(kind.references(rule, new DefinitionSet(1, List.of(CUSTOMER, rule))))
                .contains(Reference.to("entity", "customer", "entity"), Reference.to("role", "service", "with[1].role"))
                .extracting(Reference::toString)
                .anyMatch(text -> text.contains("element=region") && text.contains("where"))
                .noneMatch(text -> text.contains("element=owner"));
    }

    @Test
    void isWithWhoHasARoleOrIsInOneOfTheNames() {
        Sharing rule = Sharing.of(sharing(
                "TRUE", "[{role: 'service'}, {group: '" + TEAM + "'}, {department: '" + EAST + "', below: true}]"));
        Audience nobody = new Audience(Set.of(), Set.of());
        assertThat(rule.isWith(Set.of("service"), nobody)).isTrue();
        assertThat(rule.isWith(Set.of("sales"), nobody)).isFalse();
        assertThat(rule.isWith(Set.of(), new Audience(Set.of(TEAM), Set.of()))).isTrue();
        assertThat(rule.isWith(Set.of(), new Audience(Set.of(), Set.of(EAST)))).isTrue();
        assertThat(rule.isWith(Set.of(), new Audience(Set.of(), Set.of(TEAM)))).isFalse();
        Sharing alone = Sharing.of(sharing("TRUE", "[{department: '" + EAST + "'}]"));
        assertThat(alone.isWith(Set.of(), new Audience(Set.of(), Set.of(EAST)))).isFalse();
        assertThat(alone.isWith(Set.of(), new Audience(Set.of(EAST), Set.of()))).isTrue();
    }
}
