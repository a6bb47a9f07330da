package io.zhike.sheet;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** An open file of one format. */
interface SheetSource extends Closeable {
    Format format();

    Optional<Dialect> dialect();

    List<SheetInfo> sheets();

    /** A reader at the first row of {@code sheet}, which exists. */
    RowReader read(String sheet);
}
