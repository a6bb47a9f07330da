package io.zhike.expression;

/**
 * A piece of the text.
 *
 * @param text the sign in its plain form, the name without braces, the content of a text
 */
record Token(Kind kind, String text, int from, int to) {
    enum Kind {
        NAME,
        /** A name in braces, never a word of the language. */
        QUOTED_NAME,
        NUMBER,
        TEXT,
        /** A date, datetime or duration between hash signs. */
        MOMENT,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
