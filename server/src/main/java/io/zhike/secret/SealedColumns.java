package io.zhike.secret;

import java.util.List;

/** A bean that tells in which columns a module keeps sealed texts, so that a start seals them anew when the key has changed. */
public interface SealedColumns {

    /** Asked at a start on which the key is another one; the tables are there. */
    List<SealedColumn> all();

    /** Sealed texts that are no columns of their own; asked when {@link #all} is. */
    default List<SealedElsewhere> elsewhere() {
        return List.of();
    }
}
