package io.zhike.sheet;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the encoding of a text. A byte order mark decides; then the zeros of UTF-16; then the whole text is tried as UTF-8
 * and, if that fails, as GB18030. A few wrong bytes in a long text do not change the verdict: their rows will be broken.
 */
final class EncodingGuess {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int SAMPLE = 1 << 16;
    /** Reading 1 GB takes about a second; what comes after it changes nothing. */
    private static final long READ_AT_MOST = 1L << 30;

    /** What else a Chinese customer's file may be in, by ICU's names. */
    private static final Set<String> OTHERS = Set.of("Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "windows-1251", "KOI8-R");

    private static final int SURE = 60;

    /** So many control characters may be in any text. */
    private static final int FEW = 4;

    private EncodingGuess() {}

    /** The encoding, or null if the bytes are no text at all. */
    static @Nullable Encoding of(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        Encoding marked = byMark(sample);
        if (marked != null) {
            return marked;
        }
        Charset wide = byZeros(sample);
        if (wide != null) {
            return new Encoding(wide, 0);
        }
        return isBinary(sample) ? null : new Encoding(byTrial(file, sample), 0);
    }

    private static @Nullable Encoding byMark(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(Charset.forName("UTF-32LE"), 4);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return begins(head, 0x84, 0x31, 0x95, 0x33) ? new Encoding(GB18030, 4) : null;
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * UTF-16 without a mark: delimiters, digits and line breaks have a zero as their high byte, so zeros stand on one side
     * of the pairs only.
     */
    private static @Nullable Charset byZeros(byte[] sample) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int zeros = even + odd;
        if (zeros * 100 < sample.length || zeros == 0 || Math.max(even, odd) * 10 < zeros * 9) {
            return null;
        }
        Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        String text = new String(sample, charset);
        return looksLikeText(text) && hasLines(text, sample) ? charset : null;
    }

    private static boolean looksLikeText(String text) {
        long odd = text.chars()
                .filter(c -> c == 0 || c == 0xFFFD || c < ' ' && c != '\t' && c != '\n' && c != '\r')
                .count();
        return odd * 100 <= text.length();
    }

    /** Tells UTF-16 from a short plain text with a stray zero: there the bytes of line breaks stand by themselves. */
    private static boolean hasLines(String text, byte[] sample) {
        int bytes = 0;
        for (byte b : sample) {
            bytes += b == '\n' ? 1 : 0;
        }
        long lines = text.chars().filter(c -> c == '\n').count();
        return bytes == 0 || lines > 0 && lines * 10 >= bytes;
    }

    private static boolean isBinary(byte[] sample) {
        int odd = 0;
        for (byte b : sample) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A && b != 0x1B) {
                odd++;
            }
        }
        return odd > FEW && odd * 50 > sample.length;
    }

    private static Charset byTrial(Path file, byte[] sample) throws IOException {
        ByteTally utf8 = new Utf8Tally();
        ByteTally gb = new Gb18030Tally();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[SAMPLE];
            long left = READ_AT_MOST;
            for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
                utf8.accept(buffer, n);
                gb.accept(buffer, n);
                left -= n;
            }
        }
        if (utf8.isPlausible()) {
            return StandardCharsets.UTF_8;
        }
        return gb.isPlausible() ? GB18030 : byStatistics(sample);
    }

    private static Charset byStatistics(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match != null
                && match.getConfidence() >= SURE
                && OTHERS.contains(match.getName())
                && Charset.isSupported(match.getName())) {
            return Charset.forName(match.getName());
        }
        return WINDOWS_1252;
    }
}
