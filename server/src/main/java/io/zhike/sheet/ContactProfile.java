package io.zhike.sheet;

/** Whether all values of a column are addresses of a kind: telephone, mail, web. */
final class ContactProfile {
    private static final int MOBILE_DIGITS = 11;

    private boolean emails = true;
    private boolean urls = true;
    private boolean phones = true;
    private long values;
    private long mobiles;
    private long marked;

    void add(String text) {
        values++;
        emails = emails && isEmail(text);
        urls = urls && isUrl(text);
        phones = phones && takePhone(text);
    }

    void reject() {
        emails = false;
        urls = false;
        phones = false;
    }

    boolean emails() {
        return emails && values > 0;
    }

    boolean urls() {
        return urls && values > 0;
    }

    /** Whether all could be telephone numbers; plain numbers could, too. */
    boolean phones() {
        return phones && values > 0;
    }

    /** Whether nearly all are Chinese mobile numbers, which nothing else looks like. */
    boolean mobiles() {
        return phones() && mobiles * 10 >= values * 9;
    }

    /** Whether nearly all have what only telephone numbers have: a plus or a dash behind an area code. */
    boolean marked() {
        return phones() && (mobiles + marked) * 10 >= values * 9;
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || dot == text.length() - 1 || text.indexOf('@', at + 1) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>') {
                return false;
            }
        }
        return true;
    }

    private static boolean isUrl(String text) {
        boolean begins = text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8)
                || text.regionMatches(true, 0, "www.", 0, 4);
        return begins && text.indexOf('.') > 0 && text.indexOf(' ') < 0;
    }

    private boolean takePhone(String text) {
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("+-() ./x#转".indexOf(c) < 0 || c == '.' && !text.startsWith("+")) {
                return false;
            }
        }
        if (digits.length() < 7 || digits.length() > 18) {
            return false;
        }
        String national = digits.length() == 13 && digits.indexOf("86") == 0 ? digits.substring(2) : digits.toString();
        boolean mobile = national.length() == MOBILE_DIGITS && national.charAt(0) == '1' && national.charAt(1) >= '3';
        mobiles += mobile ? 1 : 0;
        marked += !mobile
                        && (text.charAt(0) == '+'
                                || text.charAt(0) == '('
                                || text.indexOf('-') == 3
                                || text.indexOf('-') == 4)
                ? 1
                : 0;
        return true;
    }
}
