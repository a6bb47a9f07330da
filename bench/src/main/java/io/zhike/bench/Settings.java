package io.zhike.bench;

import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param jar the built server
 * @param data a new directory, removed at the end
 * @param retail the unpacked online-retail file's gzip
 * @param browser the folder of the browser's scripts, with their packages
 * @param quick a tenth of the data
 */
record Settings(Path jar, Path data, Path retail, Path browser, boolean quick) {

    /** {@code full}, or a tenth of it where the run is quick. */
    int scaled(int full) {
        return quick ? full / 10 : full;
    }

    /** Tells whoever watches what goes on; results alone go to the standard output. */
    static void say(String text) {
        System.err.println(text);
    }
}
