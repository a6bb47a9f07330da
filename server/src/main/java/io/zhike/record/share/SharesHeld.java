package io.zhike.record.share;

import io.zhike.access.RecordShare;
import io.zhike.access.RecordShares;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Definitions;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.Holding;
import io.zhike.workspace.HoldingSource;
import io.zhike.workspace.Subject;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The records that are shared with somebody who leaves, or with a department that ends: its successor gets to see them. */
@Component
@Order(SharesHeld.ORDER)
final class SharesHeld implements HoldingSource {
    static final int ORDER = 15;

    private final Database database;
    private final Definitions definitions;

    SharesHeld(Database database, Definitions definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    @Override
    public List<Holding> of(Workspace workspace, Subject subject) {
        return List.of(new Shared(workspace, subject.id()));
    }

    /** All of them pass by one statement. */
    private final class Shared implements Holding {
        private final Workspace workspace;
        private final UUID subject;
        private final RecordShares shares;

        Shared(Workspace workspace, UUID subject) {
            this.workspace = workspace;
            this.subject = subject;
            this.shares = new RecordShares(workspace.schema());
        }

        @Override
        public String code() {
            return "shares";
        }

        @Override
        public Label label() {
            return new Label("被共享的记录", "Records shared with them");
        }

        @Override
        public Fate fate() {
            return Fate.MAY_PASS;
        }

        @Override
        public long count() {
            return database.read(ctx -> shares.countWith(ctx, subject));
        }

        @Override
        public List<Example> examples(int most) {
            return database.read(ctx -> shares.with(ctx, subject, most)).stream()
                    .map(this::example)
                    .toList();
        }

        private Example example(RecordShare share) {
            String entity = definitions
                    .published(workspace)
                    .find(new DefinitionKey("entity", share.entity()))
                    .map(found -> found.label().in(workspace.language()))
                    .orElse(share.entity());
            return new Example(
                    entity,
                    new Where(Where.Kind.RECORD, share.entity(), share.record().toString()));
        }

        @Override
        public Step pass(Passing passing, @Nullable String after, BiConsumer<DSLContext, Step> alongside) {
            return database.write(ctx -> {
                Step step = Step.all(shares.pass(ctx, subject, passing.successor()));
                alongside.accept(ctx, step);
                return step;
            });
        }
    }
}
