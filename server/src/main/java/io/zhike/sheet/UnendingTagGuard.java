package io.zhike.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a stream of XML in which no tag begins for longer than any cell can be: the parser would keep all of an attribute
 * in memory.
 */
final class UnendingTagGuard extends FilterInputStream {
    /** A cell at the limit, each character escaped or of several bytes. */
    private static final long LONGEST = 8L * Limits.CELL_CHARS;

    private long sinceTag;

    UnendingTagGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        int last = offset + n - 1;
        while (last >= offset && target[last] != '<') {
            last--;
        }
        sinceTag = last >= offset ? offset + n - last : sinceTag + Math.max(n, 0);
        if (sinceTag > LONGEST) {
            throw new IOException("Zip bomb: a tag of more than " + LONGEST + " bytes");
        }
        return n;
    }
}
