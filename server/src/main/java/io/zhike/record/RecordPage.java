package io.zhike.record;

import io.zhike.http.Counted;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A page of records.
 *
 * @param next the cursor of the following page; empty on the last one
 */
@JsonSerialize(using = RecordJson.OfPage.class)
public record RecordPage(List<ReadColumn> columns, List<ReadRecord> records, Optional<String> next) implements Counted {

    public RecordPage {
        columns = List.copyOf(columns);
        records = List.copyOf(records);
    }

    @Override
    public int rowCount() {
        return records.size();
    }

    /** The position of the column of that name; throws where it was not asked for. */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column '" + name + "'");
    }
}
