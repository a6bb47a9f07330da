package io.zhike.entity.type;

import io.zhike.entity.FieldType;

/** What texts look like to those who may see that they are there and not what they say. */
final class Masks {
    private static final String SIGN = "*";

    private Masks() {}

    /** The first and last signs, and a star for each between; stars alone where that would show half of it or more. */
    static String ends(String text, int first, int last) {
        return ends(text, first, last, text.codePointCount(0, text.length()) - first - last);
    }

    /** The same with {@code stars} between, so that the length is not told. */
    static String ends(String text, int first, int last, int stars) {
        int length = text.codePointCount(0, text.length());
        if (length < first + last + Math.min(first, last)) {
            return FieldType.MASK;
        }
        String beginning = text.substring(0, text.offsetByCodePoints(0, first));
        return beginning + SIGN.repeat(stars) + text.substring(text.offsetByCodePoints(0, length - last));
    }

    /** The first sign of a name, which is the surname of most people; nothing of a name that has no other. */
    static String name(String text) {
        int length = text.codePointCount(0, text.length());
        return length < 2 ? FieldType.MASK : text.substring(0, text.offsetByCodePoints(0, 1)) + SIGN.repeat(2);
    }
}
