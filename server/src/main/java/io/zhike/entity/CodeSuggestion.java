package io.zhike.entity;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Makes codes from what people call things: {@code 客户名称} becomes {@code ke_hu_ming_cheng}. */
public final class CodeSuggestion {
    /** Any-Latin turns Han into pinyin, syllable by syllable; the rest takes accents and tone marks away. */
    private static final Transliterator PINYIN =
            Transliterator.getInstance("Han-Latin; Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

    private CodeSuggestion() {}

    /**
     * A valid code that is neither reserved nor in {@code taken}. A label without any letter or digit gives
     * {@code field}, {@code field_2} ….
     */
    public static String from(String label, Collection<String> taken) {
        return from(label, taken, ReservedCodes::has);
    }

    /** As {@link #from}, for an entity: no table of the system has that name. */
    public static String forEntity(String label, Collection<String> taken) {
        return from(label, taken, ReservedCodes::hasTable);
    }

    private static String from(String label, Collection<String> taken, Predicate<String> reserved) {
        String base = base(label);
        Set<String> used = Set.copyOf(taken);
        String code = base;
        for (int i = 2; used.contains(code) || reserved.test(code); i++) {
            String suffix = "_" + i;
            code = cut(base, Codes.MAX_LENGTH - suffix.length()) + suffix;
        }
        return code;
    }

    private static String base(String label) {
        String latin;
        synchronized (PINYIN) {
            latin = PINYIN.transliterate(label.length() > 200 ? label.substring(0, 200) : label);
        }
        String code = latin.toLowerCase(Locale.ROOT).replaceAll("['’`]", "").replaceAll("[^a-z0-9]+", "_");
        code = code.replaceAll("^_+|_+$", "");
        if (code.isEmpty()) {
            return "field";
        }
        return cut(Character.isDigit(code.charAt(0)) ? "f_" + code : code, Codes.MAX_LENGTH);
    }

    /** Cut at the end of a word where one ends in the second half, so that no syllable is torn. */
    private static String cut(String code, int length) {
        if (code.length() <= length) {
            return code;
        }
        int word = code.lastIndexOf('_', length);
        return code.substring(0, word > length / 2 ? word : length).replaceAll("_+$", "");
    }
}
