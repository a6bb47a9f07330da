package io.zhike.secret;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A column of sealed texts. What is sealed is bound to its column and row: moved to another one it cannot be opened.
 *
 * @param id the primary key of {@code table}
 * @param place names the column for ever, such as {@code second_factor.secret}; what is sealed is lost when it changes
 */
public record SealedColumn(Table<Record> table, Field<UUID> id, Field<String> sealed, String place) {
    String bound(UUID row) {
        return place + "/" + row;
    }
}
