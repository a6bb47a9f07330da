package io.zhike.print;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The faces that PDFs are written with: Noto Sans SC, which every Simplified Chinese text in common use is in. */
final class PrintFonts {
    /** What style sheets call them. */
    static final String FAMILY = "Zhike Print";

    private static final String MISSING = "\u25A1";

    enum Face {
        REGULAR("/fonts/400Regular/NotoSansSC_400Regular.ttf"),
        BOLD("/fonts/700Bold/NotoSansSC_700Bold.ttf");

        private final String resource;

        Face(String resource) {
            this.resource = resource;
        }
    }

    private final Map<Face, TrueTypeFont> faces = new ConcurrentHashMap<>();

    /** A face, read at its first use, which takes a moment and about 11 MB. */
    TrueTypeFont face(Face face) {
        return faces.computeIfAbsent(face, PrintFonts::read);
    }

    private static TrueTypeFont read(Face face) {
        try (InputStream in = PrintFonts.class.getResourceAsStream(face.resource)) {
            if (in == null) {
                throw new IllegalStateException("the build left out the font " + face.resource);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            CmapTable table = font.getCmap();
            table.setCmaps(Arrays.stream(table.getCmaps()).map(HanFirst::new).toArray(CmapSubtable[]::new));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with a box for each sign that no face has, one for signs that are written as several characters. */
    String writable(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return text;
        }
        try {
            CmapLookup lookup = face(Face.REGULAR).getUnicodeCmapLookup();
            StringBuilder out = new StringBuilder(text.length());
            BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
            signs.setText(text);
            int from = signs.first();
            for (int to = signs.next(); to != BreakIterator.DONE; from = to, to = signs.next()) {
                String sign = text.substring(from, to);
                boolean known = sign.codePoints().allMatch(c -> Character.isISOControl(c) || lookup.getGlyphId(c) > 0);
                out.append(known ? sign : MISSING);
            }
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
