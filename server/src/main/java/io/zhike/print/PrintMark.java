package io.zhike.print;

import java.util.Locale;

/**
 * The watermark of a printed page: the same text tiled over all of it, on every page, behind the document.
 *
 * @param text empty for none
 */
record PrintMark(String text, Paper paper) {
    private static final int APART_ACROSS = 70;
    private static final int APART_DOWN = 45;

    private static final String CSS = """
            .marks { position: fixed; top: 0; left: 0; z-index: -1; color: #e4e4e4; font-size: 12pt; }
            .marks span { position: absolute; white-space: nowrap; transform: rotate(-22deg); }
            """;

    String css() {
        return text.isEmpty() ? "" : CSS;
    }

    String html() {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<div class=\"marks\">");
        for (int row = 0; row * APART_DOWN < paper.height(); row++) {
            for (int column = 0; column * APART_ACROSS < paper.width(); column++) {
                // Every other row stands between the columns of the one above.
                int left = column * APART_ACROSS + (row % 2) * APART_ACROSS / 2;
                out.append(String.format(
                        Locale.ROOT, "<span style=\"left: %dmm; top: %dmm\">", left, row * APART_DOWN + 15));
                out.append(Markup.escape(text)).append("</span>");
            }
        }
        return out.append("</div>").toString();
    }
}
