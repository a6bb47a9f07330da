package io.zhike.record.transfer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import shall do.
 *
 * @param headerRow the number of the row with the column names
 * @param mapping for each column of the file that is taken, where it goes; in the order of the file
 * @param match the codes of the fields that together find an existing record; empty for {@link ImportMode#CREATE}
 */
record ImportPlan(
        UUID file,
        String fileName,
        String sheet,
        long headerRow,
        String entity,
        Map<String, ColumnTarget> mapping,
        List<String> match,
        ImportMode mode) {

    ImportPlan {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        match = List.copyOf(match);
    }
}
