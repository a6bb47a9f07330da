package io.zhike.rule;

import io.zhike.access.Grants;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What all have in common that set rules off from outside the feed. */
@Component
public class CalledRules {
    private final RecordReader reader;

    CalledRules(RecordReader reader) {
        this.reader = reader;
    }

    /** What a delivery to the address of that rule is as a cause of changes. */
    public static String cause(String rule) {
        return "webhook:" + rule;
    }

    /** Whether nobody has switched the rule off. */
    public boolean isOn(DSLContext ctx, Workspace workspace, Rule rule) {
        return rule.on()
                && Optional.ofNullable(new RuleStates(ctx, workspace.schema())
                                .of(List.of(rule.code()))
                                .get(rule.code()))
                        .filter(RuleStates.State::on)
                        .isPresent();
    }

    /**
     * Those of {@code records} that the rule's condition holds for, as they are now; one statement.
     *
     * @param grants of those that rules act as
     */
    public Set<UUID> meant(DSLContext ctx, Grants grants, Rule rule, Collection<UUID> records) {
        return rule.where()
                .map(where -> reader.holding(ctx, grants, rule.entity(), records, where, false))
                .orElseGet(() -> Set.copyOf(records));
    }
}
