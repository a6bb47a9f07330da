package io.zhike.print;

import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.jspecify.annotations.Nullable;

/**
 * A font's table of characters that names the usual character first where several have one shape. PDFBox writes the first one
 * into a PDF as its text, and 一 has the shape of the radical ⼀ as well, which nobody would find by searching.
 */
final class HanFirst extends CmapSubtable {
    private static final int RADICALS = 0x2E80;
    private static final int RADICALS_END = 0x2FDF;
    private static final int COMPATIBLE = 0xF900;
    private static final int COMPATIBLE_END = 0xFAFF;

    private final CmapSubtable table;

    HanFirst(CmapSubtable table) {
        this.table = table;
        setPlatformId(table.getPlatformId());
        setPlatformEncodingId(table.getPlatformEncodingId());
    }

    @Override
    public int getGlyphId(int character) {
        return table.getGlyphId(character);
    }

    @Override
    public @Nullable List<Integer> getCharCodes(int glyph) {
        List<Integer> codes = table.getCharCodes(glyph);
        if (codes == null || codes.size() < 2) {
            return codes;
        }
        List<Integer> sorted = new ArrayList<>(codes);
        sorted.sort((a, b) -> Boolean.compare(strange(a), strange(b)));
        return sorted;
    }

    private static boolean strange(int character) {
        return (character >= RADICALS && character <= RADICALS_END)
                || (character >= COMPATIBLE && character <= COMPATIBLE_END);
    }
}
