package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into tokens. Full-width signs, as Chinese input methods type them, are read as their plain forms. */
final class Lexer {
    private static final Set<String> TWO_CHARACTER_SIGNS = Set.of("<>", "<=", ">=", "!=", "==");
    private static final String SIGNS = "+-*/&=<>(),.[]%";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens, {@code END} last. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.next()) {
            // each round reads one token
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
        return List.copyOf(lexer.tokens);
    }

    private boolean next() {
        while (at < text.length() && isSpace(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at >= text.length()) {
            return false;
        }
        int c = text.codePointAt(at);
        char plain = plain(c);
        if (plain == '"' || c == '“' || c == '”') {
            quoted(plain == '"');
        } else if (plain == '{') {
            bracedName();
        } else if (plain == '#') {
            moment();
        } else if (plain >= '0' && plain <= '9' || plain == '.' && startsNumber()) {
            number();
        } else if (isNameStart(c)) {
            name();
        } else {
            sign(plain, c);
        }
        return true;
    }

    private boolean startsNumber() {
        boolean afterName = !tokens.isEmpty()
                && (tokens.getLast().kind() == Token.Kind.NAME
                        || tokens.getLast().kind() == Token.Kind.QUOTED_NAME);
        return !afterName && at + 1 < text.length() && isDigit(plain(text.charAt(at + 1)));
    }

    private void quoted(boolean straight) {
        int from = at;
        StringBuilder content = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw refused(from, at, ExpressionError.UNCLOSED_TEXT);
            }
            char c = text.charAt(at);
            if (closes(c, straight)) {
                boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c && c != '“';
                at++;
                if (!doubled) {
                    break;
                }
            }
            content.append(c);
            at++;
        }
        if (!Texts.isStorable(content)) {
            throw refused(from, at, ExpressionError.UNREADABLE_TEXT);
        }
        tokens.add(new Token(Token.Kind.TEXT, content.toString(), from, at));
    }

    private static boolean closes(char c, boolean straight) {
        return straight ? c == '"' || c == '＂' : c == '”' || c == '“';
    }

    private void bracedName() {
        int from = at;
        StringBuilder name = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw refused(from, at, ExpressionError.UNCLOSED_NAME);
            }
            char c = text.charAt(at++);
            if (c == '}' || c == '｝') {
                if (at >= text.length() || text.charAt(at) != c) {
                    break;
                }
                at++;
            }
            name.append(c);
        }
        if (name.toString().isBlank()) {
            throw refused(from, at, ExpressionError.EMPTY_NAME);
        }
        tokens.add(new Token(Token.Kind.QUOTED_NAME, name.toString().strip(), from, at));
    }

    private void moment() {
        int from = at;
        int end = at + 1;
        while (end < text.length() && plain(text.charAt(end)) != '#') {
            end++;
        }
        at = Math.min(end + 1, text.length());
        if (end >= text.length()) {
            throw refused(from, at, ExpressionError.BAD_MOMENT, text.substring(from));
        }
        tokens.add(new Token(Token.Kind.MOMENT, text.substring(from + 1, end), from, at));
    }

    private void number() {
        int from = at;
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && (isDigit(plain(text.charAt(at))) || plain(text.charAt(at)) == '.')) {
            digits.append(plain(text.charAt(at++)));
        }
        boolean bad = digits.indexOf(".") != digits.lastIndexOf(".") || digits.charAt(digits.length() - 1) == '.';
        if (bad) {
            throw refused(from, at, ExpressionError.BAD_NUMBER, digits.toString());
        }
        if (digits.length() > Numbers.MAX_DIGITS) {
            throw refused(from, at, ExpressionError.NUMBER_TOO_LONG, Numbers.MAX_DIGITS);
        }
        tokens.add(new Token(Token.Kind.NUMBER, digits.toString(), from, at));
    }

    private void name() {
        int from = at;
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        tokens.add(new Token(Token.Kind.NAME, text.substring(from, at), from, at));
    }

    private void sign(char plain, int original) {
        int from = at;
        if (at + 1 < text.length()) {
            String two = "" + plain + plain(text.charAt(at + 1));
            if (TWO_CHARACTER_SIGNS.contains(two)) {
                at += 2;
                tokens.add(new Token(Token.Kind.SIGN, canonical(two), from, at));
                return;
            }
        }
        at += Character.charCount(original);
        String single = switch (plain) {
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '≠' -> "<>";
            case '×' -> "*";
            case '÷' -> "/";
            default -> String.valueOf(plain);
        };
        if (single.length() == 1 && SIGNS.indexOf(single.charAt(0)) < 0) {
            throw refused(from, at, complaint(plain), text.substring(from, at));
        }
        tokens.add(new Token(Token.Kind.SIGN, single, from, at));
    }

    private static ExpressionError complaint(char plain) {
        return switch (plain) {
            case '\'', '‘', '’' -> ExpressionError.SINGLE_QUOTE;
            case '^' -> ExpressionError.POWER_SIGN;
            default -> ExpressionError.UNEXPECTED_CHARACTER;
        };
    }

    private static String canonical(String sign) {
        return switch (sign) {
            case "!=" -> "<>";
            case "==" -> "=";
            default -> sign;
        };
    }

    /** The plain form of a full-width sign; what has none stays; 0 beyond the basic plane. */
    private static char plain(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '、' -> ',';
            case '。' -> '.';
            case '【' -> '[';
            case '】' -> ']';
            default -> c <= 0xFFFF ? (char) c : 0;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
    }

    static boolean isNameStart(int c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static RefusedText refused(int from, int to, ExpressionError error, Object... arguments) {
        return new RefusedText(from, to, error.with(arguments));
    }
}
