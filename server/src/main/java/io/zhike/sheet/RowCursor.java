package io.zhike.sheet;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, one after the other; holds one row at a time. Rows without any value are left out. Failures are
 * {@link SheetError}s. To be closed.
 */
public final class RowCursor implements Iterator<Row>, AutoCloseable {
    private final RowReader rows;
    private final Place place;
    private long position;
    private @Nullable Row ahead;

    RowCursor(RowReader rows, Place place) {
        this.rows = rows;
        this.place = place;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = rows.next();
        }
        return ahead != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Row row = ahead;
        ahead = null;
        position++;
        return row;
    }

    /**
     * How many rows this cursor has given or passed. The same number means the same place whenever the same file is
     * opened again.
     */
    public long position() {
        return position;
    }

    /**
     * Goes on to {@code target} without making the cells in between: 100 MB of text take about a second. Stops at the
     * end if there are fewer rows.
     *
     * @throws IllegalArgumentException if {@code target} lies behind {@link #position()}
     */
    public void skipTo(long target) {
        if (target < position) {
            throw new IllegalArgumentException("a cursor only goes forward");
        }
        while (position < target) {
            if (ahead != null) {
                ahead = null;
            } else if (!rows.skip()) {
                return;
            }
            position++;
        }
    }

    /** Counts positions from here on: the row that comes next is position 0. */
    RowCursor fromHere() {
        position = 0;
        return this;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw place.unreadable(e);
        }
    }
}
