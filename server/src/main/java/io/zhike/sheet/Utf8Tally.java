package io.zhike.sheet;

/** Follows RFC 3629: neither overlong forms nor surrogates nor code points above U+10FFFF. */
final class Utf8Tally extends ByteTally {
    /** In a text with wrong bytes there must be this many right characters for each of them. */
    private static final int RIGHT_PER_WRONG = 10;

    private int due;
    private int low = 0x80;
    private int high = 0xBF;

    @Override
    protected void accept(int b) {
        if (due > 0 && b >= low && b <= high) {
            low = 0x80;
            high = 0xBF;
            if (--due == 0) {
                wide++;
            }
            return;
        }
        if (due > 0) {
            wrong++;
        }
        begin(b);
    }

    private void begin(int b) {
        due = 0;
        low = 0x80;
        high = 0xBF;
        if (b < 0x80) {
            return;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            due = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            due = 2;
            low = b == 0xE0 ? 0xA0 : 0x80;
            high = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            due = 3;
            low = b == 0xF0 ? 0x90 : 0x80;
            high = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            wrong++;
        }
    }

    @Override
    protected boolean isBetweenCharacters() {
        return due == 0;
    }

    @Override
    boolean isPlausible() {
        return wrong == 0 || wide >= wrong * RIGHT_PER_WRONG;
    }
}
