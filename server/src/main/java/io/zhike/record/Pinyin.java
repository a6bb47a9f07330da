package io.zhike.record;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How Chinese characters are read aloud, in lower-case ASCII without tones. A character with several common readings has
 * all of them, its readings as a surname among them; {@code lü} is both {@code lu} and {@code lv}, as people type it.
 */
final class Pinyin {
    /** More spellings than this of one text are not kept: {@code 重庆长安银行} alone has eight. */
    private static final int MAX_SPELLINGS = 8;

    /** No Chinese character or radical comes before this one. */
    private static final int FIRST = 0x2E80;

    private static final Transliterator HAN_TO_LATIN = Transliterator.getInstance("Han-Latin");
    private static final Map<Integer, Readings> READINGS = new ConcurrentHashMap<>();

    /** Characters whose second reading is common in names of people, places and companies. */
    private static final Map<Integer, List<String>> POLYPHONES = polyphones("""
            曾 zeng ceng|单 shan dan|解 xie jie|仇 qiu chou|区 ou qu|查 zha cha|朴 piao pu|任 ren|盖 ge gai|缪 miao|尉 yu wei
            翟 zhai di|覃 qin tan|乐 yue le|重 chong zhong|行 hang xing|长 chang zhang|朝 chao zhao|石 shi dan|厦 xia sha
            大 da dai|都 du dou|员 yuan yun|种 chong zhong|召 shao zhao|折 she zhe|黑 he hei|秘 bi mi|藏 zang cang
            谌 chen shen|郇 xun huan|隗 wei kui|牟 mu mou|繁 po fan|祭 zhai ji|郗 xi chi|句 gou ju|角 jue jiao|阿 a e
            调 diao tiao|参 can shen|率 lv shuai|会 hui kuai|省 sheng xing|弹 dan tan|降 jiang xiang|奇 qi ji|系 xi ji
            便 bian pian|薄 bo bao|模 mo mu|宿 su xiu|蔚 wei yu|六 liu lu|番 fan pan|蚌 beng bang|泊 bo po|莞 guan wan
            乘 cheng sheng|车 che ju|宁 ning|盛 sheng cheng|传 chuan zhuan|差 cha chai|万 wan mo|俟 si qi|给 gei ji
            强 qiang jiang|适 shi kuo|洗 xi xian|冼 xian|褚 chu zhu|贾 jia gu|燕 yan|那 na nuo|哈 ha|纪 ji|宓 mi fu
            """);

    private Pinyin() {}

    /** @param initials the first letters of {@code full}, each once */
    private record Readings(List<String> full, List<String> initials) {
        static Readings of(List<String> full) {
            return new Readings(
                    full,
                    full.stream().map(one -> one.substring(0, 1)).distinct().toList());
        }
    }

    /** Whether {@code codePoint} is a Chinese character. */
    static boolean isHan(int codePoint) {
        return codePoint >= FIRST && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** The first letters of the Chinese characters of {@code text}: {@code 张三} gives {@code zs}. Empty without any. */
    static Set<String> initials(String text) {
        return spellings(text, Readings::initials);
    }

    /** The Chinese characters of {@code text} in full: {@code 张三} gives {@code zhangsan}. Empty without any. */
    static Set<String> full(String text) {
        return spellings(text, Readings::full);
    }

    private static Set<String> spellings(String text, Function<Readings, List<String>> part) {
        List<StringBuilder> found = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isHan(character)) {
                extend(found, part.apply(READINGS.computeIfAbsent(character, Pinyin::look)));
            }
            i += Character.charCount(character);
        }
        Set<String> spellings = new LinkedHashSet<>();
        for (StringBuilder one : found) {
            if (!one.isEmpty()) {
                spellings.add(one.toString());
            }
        }
        return spellings;
    }

    private static void extend(List<StringBuilder> spellings, List<String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        List<StringBuilder> more = new ArrayList<>();
        for (String other : parts.subList(1, parts.size())) {
            for (StringBuilder spelling : spellings) {
                if (spellings.size() + more.size() < MAX_SPELLINGS) {
                    more.add(new StringBuilder(spelling).append(other));
                }
            }
        }
        spellings.forEach(spelling -> spelling.append(parts.getFirst()));
        spellings.addAll(more);
    }

    private static Readings look(int character) {
        List<String> known = POLYPHONES.get(character);
        return Readings.of(known == null ? usual(character) : known);
    }

    private static List<String> usual(int character) {
        String toned = latin(Character.toString(character));
        String bare = toned.replaceAll("\\p{M}", "");
        if (!bare.chars().allMatch(c -> c >= 'a' && c <= 'z') || bare.isEmpty()) {
            return List.of();
        }
        return toned.contains("u\u0308") ? List.of(bare, bare.replace('u', 'v')) : List.of(bare);
    }

    /** Decomposed, so that the tone and the two dots of ü are characters of their own. */
    private static synchronized String latin(String han) {
        return Normalizer.normalize(HAN_TO_LATIN.transliterate(han).strip(), Normalizer.Form.NFD);
    }

    private static Map<Integer, List<String>> polyphones(String table) {
        Map<Integer, List<String>> readings = new java.util.HashMap<>();
        for (String entry : table.strip().split("[|\n]")) {
            String[] words = entry.strip().split(" ");
            readings.put(words[0].codePointAt(0), List.of(words).subList(1, words.length));
        }
        return Map.copyOf(readings);
    }
}
