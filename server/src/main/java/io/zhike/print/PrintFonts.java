package io.zhike.print;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

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

    private final Map<Face, SoftReference<TrueTypeFont>> faces = new EnumMap<>(Face.class);

    PrintFonts() {
        FontMappers.set(new OnlyOwn());
    }

    /**
     * Stands in for the faces that PDF readers have by themselves, which the library makes ready and nothing is written in: so no
     * font of this machine is looked for, which takes seconds, or makes a document differ from one server to the next.
     */
    private final class OnlyOwn implements FontMapper {
        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(face(Face.REGULAR), true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(face(Face.REGULAR), true);
        }

        @Override
        public @Nullable CIDFontMapping getCIDFont(
                String name, PDFontDescriptor descriptor, PDCIDSystemInfo collection) {
            return null;
        }
    }

    /** A face, read at its first use, which takes a moment and some 30 MB; given back where memory runs short. */
    synchronized TrueTypeFont face(Face face) {
        SoftReference<TrueTypeFont> kept = faces.get(face);
        TrueTypeFont known = kept == null ? null : kept.get();
        if (known != null) {
            return known;
        }
        TrueTypeFont font = read(face);
        faces.put(face, new SoftReference<>(font));
        return font;
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
