package io.zhike.record.transfer;

import java.util.Locale;

/** Where an import stands. */
enum ImportState {
    /** A worker will take it. */
    QUEUED,
    RUNNING,
    /** Stopped by a person; goes on from the same row when resumed. */
    PAUSED,
    DONE,
    /** Ended by a person before the last row; what is imported stays and can be undone. */
    CANCELLED,
    /** Ended by something that trying again does not mend; what is imported stays and can be undone. */
    FAILED,
    UNDOING,
    UNDONE,
    /** The undo ended by something that trying again did not mend; what is taken back stays so, and it can be asked for anew. */
    UNDO_FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
