package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.UsualText;
import io.zhike.store.SystemSchema;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a record is found by: the text of its column {@code search}, and the condition that looks into it.
 *
 * <p>The text has one segment per searchable field that is not blank, {@code U+001F code U+001E words}; the words are the
 * value in lower case and, for a value with Chinese characters, its pinyin initials and its full pinyin; for a value with
 * a punctuated number, its digits alone. Segments let a search look only into the fields that the caller may read.
 */
public final class SearchText {
    private static final char BEFORE_CODE = '\u001f';
    private static final char AFTER_CODE = '\u001e';

    /** What is kept of one value; a search is for names and numbers, not for the middle of a novel. */
    private static final int MAX_TEXT = 2_000;

    /** Names get pinyin, articles do not. */
    private static final int MAX_PINYIN = 64;

    /** More words than this in one search are not looked for. */
    private static final int MAX_WORDS = 8;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern PUNCTUATED_NUMBER = Pattern.compile("\\+?[0-9](?:[-.()/ ]*[0-9])+");
    /** What may stand between the digits of such a number, but for blanks. */
    private static final String IN_NUMBERS = "-.()/+";

    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]+");

    private SearchText() {}

    /**
     * The text of column {@code search} for a record with these values.
     *
     * @param values by field code; a missing or null one is blank. Fields that are not searchable are passed over
     */
    public static String of(EntityDefinition entity, Map<String, ? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (Field field : entity.fields()) {
            Object value = field.searchable() ? values.get(field.code()) : null;
            if (value != null) {
                field.type().searchText(value).ifPresent(found -> append(text, field.code(), found));
            }
        }
        return text.toString();
    }

    /**
     * The records in which each word of {@code needle} is found in one of {@code readable}; true where the needle has no
     * word. Uses the index over the bigrams of {@code search} for words of two characters and more.
     *
     * @param readable the codes of the searchable fields that the caller may read
     * @param searchable the codes of all searchable fields
     */
    static Condition matches(
            org.jooq.Field<String> search, String needle, Collection<String> readable, Collection<String> searchable) {
        if (readable.isEmpty()) {
            return DSL.falseCondition();
        }
        return words(needle).stream()
                .map(word -> found(search, word, readable, searchable))
                .reduce(DSL.noCondition(), Condition::and);
    }

    /** The words of a search, normalised as the text is, without repetition. */
    static List<String> words(String needle) {
        return SPACE.splitAsStream(normal(needle))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    /** The pairs of neighbouring characters of {@code text}, as {@code zhike.grams} makes them. */
    static Set<String> grams(String text) {
        int[] characters = text.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.add(new String(characters, i, 2));
        }
        return grams;
    }

    private static void append(StringBuilder text, String code, String found) {
        String normal = normal(found);
        String words = isOneWord(normal)
                ? normal
                : SPACE.matcher(normal).replaceAll(" ").strip();
        if (words.isEmpty()) {
            return;
        }
        String kept = words.length() > MAX_TEXT ? words.substring(0, MAX_TEXT) : words;
        text.append(BEFORE_CODE).append(code).append(AFTER_CODE).append(kept);
        for (String spelling : spellings(kept)) {
            text.append(' ').append(spelling);
        }
    }

    /** Usual characters without a blank among them: then no pattern has to look for blanks. */
    private static boolean isOneWord(String text) {
        return UsualText.is(text) && text.indexOf(' ') < 0;
    }

    private static Set<String> spellings(String words) {
        Set<String> spellings = new LinkedHashSet<>();
        if (words.length() <= MAX_PINYIN && words.codePoints().anyMatch(Pinyin::isHan)) {
            spellings.addAll(Pinyin.initials(words));
            spellings.addAll(Pinyin.full(words));
        }
        if (isOneWord(words) && words.chars().noneMatch(c -> IN_NUMBERS.indexOf(c) >= 0)) {
            return spellings;
        }
        PUNCTUATED_NUMBER
                .matcher(words)
                .results()
                .map(number -> digits(number.group()))
                .filter(digits -> !words.contains(digits))
                .forEach(spellings::add);
        return spellings;
    }

    private static Condition found(
            org.jooq.Field<String> search, String word, Collection<String> readable, Collection<String> searchable) {
        Condition asTyped = one(search, word, readable, searchable);
        return punctuated(word)
                .map(digits -> asTyped.or(one(search, digits, readable, searchable)))
                .orElse(asTyped);
    }

    /** The digits of a word that is a number typed with punctuation, such as {@code 138-1234}. */
    private static Optional<String> punctuated(String word) {
        boolean number = PUNCTUATED_NUMBER.matcher(word).matches();
        return Optional.of(digits(word)).filter(digits -> number && !digits.equals(word));
    }

    private static Condition one(
            org.jooq.Field<String> search, String word, Collection<String> readable, Collection<String> searchable) {
        Condition exact =
                readable.containsAll(searchable) && searchable.stream().noneMatch(code -> code.contains(word))
                        ? search.like("%" + escapeLike(word) + "%")
                        : search.likeRegex(BEFORE_CODE + "(" + codes(readable) + ")" + AFTER_CODE + "[^" + BEFORE_CODE
                                + "]*" + escapeRegex(word));
        String[] grams = grams(word).toArray(String[]::new);
        if (grams.length == 0) {
            return exact;
        }
        DataType<String[]> texts = SQLDataType.CLOB.array();
        return DSL.function(SystemSchema.qualify("grams"), texts, search)
                .contains(DSL.val(grams, texts))
                .and(exact);
    }

    private static String codes(Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining("|"));
    }

    private static String escapeLike(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** In PostgreSQL's regular expressions a backslash makes any ASCII sign an ordinary one. */
    private static String escapeRegex(String word) {
        StringBuilder escaped = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (c < 128 && !Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    private static String digits(String text) {
        return NOT_DIGIT.matcher(text).replaceAll("");
    }

    /** Full-width forms become half-width ones, and letters lower case. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
