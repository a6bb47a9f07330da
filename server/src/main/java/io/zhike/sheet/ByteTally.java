package io.zhike.sheet;

/** Counts what a stream of bytes is worth when read in one encoding. Wrong bytes do not stop it. */
abstract sealed class ByteTally permits Utf8Tally, Gb18030Tally {
    /** Characters of more than one byte. */
    protected long wide;

    protected long wrong;

    /** Takes the next {@code length} bytes. */
    final void accept(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            if (isBetweenCharacters()) {
                while (i < length && bytes[i] >= 0) {
                    i++;
                }
                if (i == length) {
                    return;
                }
            }
            accept(bytes[i++] & 0xFF);
        }
    }

    protected abstract void accept(int b);

    protected abstract boolean isBetweenCharacters();

    /** Whether the bytes are most likely in this encoding. */
    abstract boolean isPlausible();
}
