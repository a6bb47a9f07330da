package io.zhike.rule;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Expression;
import io.zhike.record.PastRecords;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordValues;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The conditions of rules, asked of the past: on the record itself as it was then, on what lies beyond as it is now. */
@Component
public class PastCondition {
    private final PastRecords past;
    private final RecordReader reader;

    PastCondition(PastRecords past, RecordReader reader) {
        this.past = past;
        this.reader = reader;
    }

    /** How the condition of a rule is asked. */
    public sealed interface Asked {
        /** There is none, or what it asks for is in the record. */
        boolean held(RecordValues values, Instant at);

        /** Whether it may come and go with time alone. */
        boolean usesNow();
    }

    private record Always() implements Asked {
        @Override
        public boolean held(RecordValues values, Instant at) {
            return true;
        }

        @Override
        public boolean usesNow() {
            return false;
        }
    }

    private record OfRecord(PastRecords past, Grants grants, EntityDefinition entity, Expression tree)
            implements Asked {
        @Override
        public boolean held(RecordValues values, Instant at) {
            return past.holds(grants, entity, tree, values, at);
        }

        @Override
        public boolean usesNow() {
            return past.usesNow(grants, entity, tree);
        }
    }

    /** @param holding those that it holds for as they are now */
    private record Beyond(Set<UUID> holding) implements Asked {
        @Override
        public boolean held(RecordValues values, Instant at) {
            return values.get(SystemFields.ID) instanceof UUID id && holding.contains(id);
        }

        @Override
        public boolean usesNow() {
            return false;
        }
    }

    /** The condition of {@code rule} for {@code records}; a statement where it reaches beyond them. */
    public Asked of(DSLContext ctx, Grants grants, Rule rule, Collection<UUID> records) {
        if (rule.where().isEmpty()) {
            return new Always();
        }
        EntityDefinition entity = grants.catalog().get(rule.entity());
        Optional<Expression> tree =
                FeedReader.tree(grants, entity.code(), rule.where().get());
        if (tree.isEmpty()) {
            return new Beyond(Set.of());
        }
        return past.suffices(grants, entity, tree.get())
                ? new OfRecord(past, grants, entity, tree.get())
                : new Beyond(reader.holding(
                        ctx, grants, rule.entity(), records, rule.where().get(), false));
    }
}
