package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.workspace.FewHeld;
import io.zhike.workspace.Holding;
import io.zhike.workspace.HoldingSource;
import io.zhike.workspace.Subject;
import io.zhike.workspace.Workspace;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Published definitions that name a member or department by its id, such as a public form that gives its records an owner.
 * Somebody has to look at each: what it says is a rule that a person made, and is never changed silently.
 */
@Component
@Order(NamedInDefinitions.ORDER)
final class NamedInDefinitions implements HoldingSource {
    static final int ORDER = 40;

    private final Definitions definitions;

    NamedInDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        String id = subject.id().toString();
        List<Holding.Example> naming = definitions.published(workspace).all().stream()
                .filter(definition -> definition.body().toString().contains(id))
                .map(definition -> new Holding.Example(
                        definition.label().in(workspace.language()),
                        new Holding.Where(
                                Holding.Where.Kind.DEFINITION,
                                definition.key().kind(),
                                definition.key().code())))
                .toList();
        return List.of(FewHeld.still(
                "definitions/naming", new Label("提到此人的设置", "Settings that name it"), Holding.Fate.BY_HAND, naming));
    }
}
