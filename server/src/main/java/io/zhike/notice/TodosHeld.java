package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.Holding;
import io.zhike.workspace.HoldingSource;
import io.zhike.workspace.Subject;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has to do passes to a successor; what is done stays theirs. */
@Component
@Order(TodosHeld.ORDER)
final class TodosHeld implements HoldingSource {
    static final int ORDER = 15;

    private final Database database;

    TodosHeld(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        return switch (subject) {
            case Subject.OfMember(UUID member) -> List.of(new Open(database, workspace, member));
            case Subject.OfDepartment _ -> List.of();
        };
    }

    /** The open ones. */
    private record Open(Database database, Workspace workspace, UUID member) implements Holding {
        private static final int AT_ONCE = 1_000;

        @Override
        public String code() {
            return "notice/todos";
        }

        @Override
        public Label label() {
            return new Label("未完成的待办", "Open to-dos");
        }

        @Override
        public Fate fate() {
            return Fate.PASSES;
        }

        @Override
        public long count() {
            return database.read(ctx -> store(ctx).countOpen(member));
        }

        @Override
        public List<Example> examples(int most) {
            return database.read(ctx -> store(ctx).openOf(member, most)).stream()
                    .map(todo -> new Example(todo.title(), null))
                    .toList();
        }

        @Override
        public Step pass(Passing passing, @Nullable String after, BiConsumer<DSLContext, Step> alongside) {
            return database.write(ctx -> {
                int moved = store(ctx).pass(member, passing.successor(), AT_ONCE);
                Step step = new Step(moved, 0, List.of(), moved == AT_ONCE ? "more" : null);
                Live.changed(ctx, workspace, Live.Event.TODO, Set.of(passing.successor()));
                alongside.accept(ctx, step);
                return step;
            });
        }

        private TodoStore store(DSLContext ctx) {
            return new TodoStore(ctx, workspace.schema());
        }
    }
}
