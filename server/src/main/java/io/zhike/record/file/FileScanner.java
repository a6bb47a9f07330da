package io.zhike.record.file;

import java.io.IOException;
import java.io.OutputStream;

/** Looks for malware in files. */
interface FileScanner {

    /** What is in a file, as often as asked. */
    interface Content {
        /** @throws IOException what {@code out} throws */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What was found. */
    sealed interface Verdict {
        record Clean() implements Verdict {}

        /** @param what as the scanner calls it */
        record Infected(String what) implements Verdict {}

        /** @param why for the log: the scanner is not there, does not answer in time, or takes no file of that size */
        record Unknown(String why) implements Verdict {}
    }

    /** Waits for the answer, within bounds of the scanner's own; whatever hinders it is a verdict, not an exception. */
    Verdict scan(Content content);
}
