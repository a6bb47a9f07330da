package io.zhike.action;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What members are called, for logs. */
@Component
final class StaffNames {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);

    Map<UUID, String> of(ActionRun run, Collection<UUID> members) {
        Map<UUID, String> names = new HashMap<>();
        if (!members.isEmpty()) {
            run.ctx()
                    .select(ID, NAME)
                    .from(run.workspace().schema().table("member"))
                    .where(ID.in(members))
                    .forEach(row -> names.put(row.value1(), row.value2()));
        }
        return names;
    }
}
