package io.zhike.sheet;

/**
 * GB18030 and with it GBK and GB2312: one, two or four bytes. Nearly any bytes above 0x80 are valid pairs, so validity
 * alone says little; Chinese text stands out because most of its pairs lie in GB2312, both bytes high, where Western
 * text in one-byte encodings has a high byte followed by an ASCII letter.
 */
final class Gb18030Tally extends ByteTally {
    private static final int RIGHT_PER_WRONG = 50;

    private long common;
    private int lead;
    private int step;

    @Override
    protected void accept(int b) {
        switch (step) {
            case 0 -> begin(b);
            case 1 -> second(b);
            case 2 -> expect(b >= 0x81 && b <= 0xFE, 3, b);
            default -> fourth(b);
        }
    }

    private void begin(int b) {
        step = 0;
        if (b >= 0x81 && b <= 0xFE) {
            lead = b;
            step = 1;
        } else if (b >= 0x80) {
            wrong++;
        }
    }

    private void second(int b) {
        if (b >= 0x30 && b <= 0x39) {
            step = 2;
        } else if (b >= 0x40 && b <= 0xFE && b != 0x7F) {
            step = 0;
            wide++;
            if (b >= 0xA1 && lead >= 0xA1 && lead <= 0xF7) {
                common++;
            }
        } else {
            wrong++;
            begin(b);
        }
    }

    private void fourth(int b) {
        if (b >= 0x30 && b <= 0x39) {
            wide++;
            common++;
            step = 0;
        } else {
            expect(false, 0, b);
        }
    }

    private void expect(boolean right, int next, int b) {
        if (right) {
            step = next;
        } else {
            wrong++;
            begin(b);
        }
    }

    @Override
    protected boolean isBetweenCharacters() {
        return step == 0;
    }

    @Override
    boolean isPlausible() {
        return wide >= wrong * RIGHT_PER_WRONG && common * 2 >= wide && wide > 0;
    }
}
