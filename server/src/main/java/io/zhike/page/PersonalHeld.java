package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.FewHeld;
import io.zhike.workspace.Holding;
import io.zhike.workspace.HoldingSource;
import io.zhike.workspace.Subject;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Personal views stay with their member: nobody else has ever seen them, and who comes back finds them again. */
@Component
@Order(PersonalHeld.ORDER)
final class PersonalHeld implements HoldingSource {
    static final int ORDER = 30;

    private final Database database;

    PersonalHeld(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        return switch (subject) {
            case Subject.OfMember(UUID member) ->
                List.of(FewHeld.still(
                        "views/personal",
                        new Label("个人视图", "Personal views"),
                        Holding.Fate.STAYS,
                        database.read(ctx -> new PersonalViews(ctx, workspace.schema()).of(member)).stream()
                                .map(Definition::label)
                                .map(label -> new Holding.Example(label.in(workspace.language()), null))
                                .toList()));
            case Subject.OfDepartment _ -> List.of();
        };
    }
}
