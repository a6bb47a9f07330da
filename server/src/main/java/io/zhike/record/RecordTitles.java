package io.zhike.record;

import io.zhike.workspace.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What records of several entities are called, for one caller: one statement for each entity. */
public record RecordTitles(Map<String, Map<UUID, String>> byEntity) {

    /** @param records by entity */
    public static RecordTitles of(RecordReader reader, Caller caller, Map<String, Set<UUID>> records) {
        Map<String, Map<UUID, String>> titles = new HashMap<>();
        records.forEach((entity, ids) -> titles.put(entity, reader.titles(caller, entity, ids)));
        return new RecordTitles(titles);
    }

    /** Null where the caller may not read it, or it is not there. */
    public @Nullable String find(String entity, UUID record) {
        return byEntity.getOrDefault(entity, Map.of()).get(record);
    }
}
