package io.zhike.page;

import io.zhike.workspace.Caller;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** What buttons set off that rules do; answered by a module above. */
public interface ButtonRules {

    /**
     * Begins a rule for each of {@code records}, in the transaction of {@code ctx}; what it does comes after the commit.
     *
     * @param press this one press: sent again it begins nothing again
     * @throws io.zhike.message.ProblemException where the rule does not run now, or not for any of them
     */
    void begin(DSLContext ctx, Caller caller, String rule, UUID press, List<UUID> records);
}
