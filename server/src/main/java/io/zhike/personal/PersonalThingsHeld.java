package io.zhike.personal;

import io.zhike.message.Label;
import io.zhike.message.Language;
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

/** A home that somebody arranged stays theirs: it is about nobody else's work, and who comes back finds it again. */
@Component
@Order(PersonalThingsHeld.ORDER)
final class PersonalThingsHeld implements HoldingSource {
    static final int ORDER = 35;
    private static final Label HOME = new Label("自己安排的首页", "An arranged home");

    private final Database database;

    PersonalThingsHeld(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        return switch (subject) {
            case Subject.OfMember(UUID member) -> List.of(home(workspace, member));
            case Subject.OfDepartment _ -> List.of();
        };
    }

    private Holding home(Workspace workspace, UUID member) {
        boolean arranged = database.read(ctx -> new HomeStore(ctx, workspace.schema()).of(member))
                        .version()
                > 0;
        Language language = workspace.language();
        return FewHeld.still(
                "personal/home",
                HOME,
                Holding.Fate.STAYS,
                arranged ? List.of(new Holding.Example(HOME.in(language), null)) : List.of());
    }
}
