package io.zhike.personal;

import java.util.UUID;

/**
 * Something that a member marked to find it again.
 *
 * @param target the id of the record, the code of the view, or empty for a whole list
 */
record Favourite(UUID id, Kind kind, String entity, String target) {
    enum Kind {
        RECORD,
        VIEW,
        LIST
    }
}
