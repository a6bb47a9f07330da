package io.zhike.definition;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.Locale;

/** Codes for apps that people name: pinyin for Chinese, and a number where it is taken. */
final class AppCode {
    private static final int LENGTH = 30;
    private static final String FALLBACK = "app";
    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Any-Latin; Latin-ASCII");

    private AppCode() {}

    /** A code like {@code label} that is not in {@code taken}. */
    static String from(String label, Collection<String> taken) {
        String latin;
        synchronized (LATIN) {
            latin = LATIN.transliterate(label);
        }
        String words =
                latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+", "");
        String cut = words.substring(0, Math.min(LENGTH, words.length())).replaceAll("_+$", "");
        String base = cut.isEmpty() ? FALLBACK : cut;
        String code = base;
        for (int i = 2; taken.contains(code); i++) {
            code = base + "_" + i;
        }
        return code;
    }
}
