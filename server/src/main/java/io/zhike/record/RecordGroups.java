package io.zhike.record;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Figures over groups of records.
 *
 * @param more whether there are groups beyond the limit of the query
 */
@JsonSerialize(using = RecordJson.OfGroups.class)
public record RecordGroups(List<ReadColumn> keys, List<ReadColumn> measures, List<Group> groups, boolean more) {

    public RecordGroups {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
        groups = List.copyOf(groups);
    }

    /**
     * One group or total.
     *
     * @param key the values it stands for; null is blank, or summed over
     * @param over the positions of the keys that are summed over; empty for a group
     * @param values one for each measure; counts are {@code Long}, figures {@code BigDecimal} or as their field has them
     * @param labels what people call the keys, null where they have no label
     */
    public record Group(
            List<@Nullable Object> key,
            List<Integer> over,
            List<@Nullable Object> values,
            List<@Nullable Object> labels) {
        public Group {
            key = Collections.unmodifiableList(key);
            over = List.copyOf(over);
            values = Collections.unmodifiableList(values);
            labels = Collections.unmodifiableList(labels);
        }
    }
}
