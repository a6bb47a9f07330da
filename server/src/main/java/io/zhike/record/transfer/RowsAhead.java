package io.zhike.record.transfer;

import io.zhike.sheet.RowCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads and maps the next chunks on a thread of its own while the database works on the present one. */
final class RowsAhead implements AutoCloseable {
    private static final int CHUNKS = 2;

    private final BlockingQueue<Read> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread reader;
    private volatile boolean closed;

    /** A chunk, empty at the end of the file, or what went wrong while reading it. */
    private record Read(List<ImportRow> rows, @Nullable RuntimeException failure) {}

    RowsAhead(RowCursor rows, RowMapper mapper, int size) {
        this.reader = Thread.ofPlatform().daemon().name("import-reader").start(() -> read(rows, mapper, size));
    }

    /** The next rows, empty at the end. Throws what reading them threw. */
    List<ImportRow> next() {
        try {
            Read read = chunks.poll(1, TimeUnit.SECONDS);
            while (read == null) {
                if (!reader.isAlive() && chunks.isEmpty()) {
                    throw new IllegalStateException("the reader of the file has died");
                }
                read = chunks.poll(1, TimeUnit.SECONDS);
            }
            if (read.failure() != null) {
                throw read.failure();
            }
            return read.rows();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for rows", e);
        }
    }

    private void read(RowCursor rows, RowMapper mapper, int size) {
        try {
            List<ImportRow> chunk;
            do {
                chunk = new ArrayList<>(size);
                while (chunk.size() < size && rows.hasNext()) {
                    long position = rows.position();
                    chunk.add(mapper.map(position, rows.next()));
                }
                offer(new Read(chunk, null));
            } while (!chunk.isEmpty() && !closed);
        } catch (RuntimeException e) {
            offer(new Read(List.of(), e));
        }
    }

    private void offer(Read read) {
        try {
            while (!closed && !chunks.offer(read, 100, TimeUnit.MILLISECONDS)) {
                // The writer is busy with the chunks before this one.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
