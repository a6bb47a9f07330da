package io.zhike.sheet;

import io.zhike.message.ProblemException;
import java.util.List;

/** Names the file and the sheet in every failure. */
record Place(String file, String sheet) {

    ProblemException problem(SheetError error, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = file;
        arguments[1] = sheet;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return error.problem(arguments);
    }

    /** A failure of the disk or of the file's structure, with what caused it. */
    static ProblemException caused(SheetError error, String file, Throwable cause) {
        return new ProblemException(error.fault(), error.with(file), List.of(), cause);
    }

    ProblemException unreadable(Exception cause) {
        return caused(SheetError.UNREADABLE, file, cause);
    }
}
