package io.zhike.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Turns bytes into characters and leaves {@link #WRONG} where they are none, so that the reader of rows can tell which
 * row is broken. After the last character come a line break and {@link #END}: if they are found inside a cell, that
 * cell's quote was never closed.
 */
final class DecodingReader extends Reader {
    /** Stands for bytes that are no text. A noncharacter, so no proper text has it. */
    static final char WRONG = '\uFFFF';

    /** Stands behind the end of the text. */
    static final char END = '\uFFFE';

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private String pending = "";

    DecodingReader(InputStream in, Encoding encoding) throws IOException {
        this.in = in;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        in.skipNBytes(encoding.markBytes());
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.position() == 0) {
            if (!pending.isEmpty()) {
                givePending(out);
            } else if (ended) {
                return -1;
            } else {
                decode(out);
            }
        }
        return out.position();
    }

    private void givePending(CharBuffer out) {
        int n = Math.min(out.remaining(), pending.length());
        out.put(pending, 0, n);
        pending = pending.substring(n);
    }

    private void decode(CharBuffer out) throws IOException {
        boolean last = !fill();
        CoderResult result = decoder.decode(bytes, out, last);
        if (result.isError()) {
            bytes.position(bytes.position() + result.length());
            pending = String.valueOf(WRONG);
        } else if (last && result.isUnderflow()) {
            ended = true;
            pending = "\n" + END;
        } else if (result.isOverflow() && out.position() == 0) {
            giveSurrogates(last);
        }
    }

    /** A character of two chars does not fit a target of one. */
    private void giveSurrogates(boolean last) {
        CharBuffer pair = CharBuffer.allocate(2);
        decoder.decode(bytes, pair, last);
        pending = pair.flip().toString();
    }

    /** False at the end of the bytes. */
    private boolean fill() throws IOException {
        if (bytes.remaining() > BUFFER / 2) {
            return true;
        }
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        return n >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
