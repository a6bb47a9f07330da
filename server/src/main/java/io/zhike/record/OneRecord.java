package io.zhike.record;

import java.util.List;
import tools.jackson.databind.annotation.JsonSerialize;

/** One record with its columns. */
@JsonSerialize(using = RecordJson.OfOne.class)
public record OneRecord(List<ReadColumn> columns, ReadRecord record) {
    public OneRecord {
        columns = List.copyOf(columns);
    }
}
