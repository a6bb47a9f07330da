package io.zhike.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of the feed's table, read back. */
final class StoredChange {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredChange() {}

    /** @param row holds all of {@link ChangeRows#ALL} */
    static Change of(Record row) {
        return new Change(
                row.get(ChangeRows.ID),
                row.get(ChangeRows.AT).toInstant(),
                row.get(ChangeRows.ENTITY),
                row.get(ChangeRows.RECORD),
                row.get(ChangeRows.VERSION),
                ChangeKind.of(row.get(ChangeRows.KIND)),
                ChangeOrigin.of(row.get(ChangeRows.ORIGIN)),
                Optional.ofNullable(row.get(ChangeRows.ACTOR)),
                Optional.ofNullable(row.get(ChangeRows.BATCH)),
                causes(row.get(ChangeRows.CAUSES)),
                values(row.get(ChangeRows.BEFORE)),
                values(row.get(ChangeRows.AFTER)));
    }

    private static List<String> causes(@Nullable JSONB stored) {
        List<String> causes = new ArrayList<>();
        if (stored != null) {
            JSON.readTree(stored.data()).forEach(cause -> causes.add(cause.asString()));
        }
        return causes;
    }

    private static ObjectNode values(@Nullable JSONB stored) {
        JsonNode node = stored == null ? null : JSON.readTree(stored.data());
        return node instanceof ObjectNode object ? object : JSON.createObjectNode();
    }
}
