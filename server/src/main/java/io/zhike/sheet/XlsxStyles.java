package io.zhike.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook by the style numbers that cells bear. */
final class XlsxStyles {
    /** Excel itself stops at 65,490. */
    private static final int MOST = 70_000;

    private final List<CellFormat> formats = new ArrayList<>();

    /** @param in the styles part, closed here; null if the workbook has none */
    XlsxStyles(@Nullable InputStream in, String file) throws IOException {
        if (in == null) {
            return;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean inCells = false;
        try (XmlParts xml = new XmlParts(in, file)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                    return;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    inCells = inCells || xml.name().equals("cellXfs");
                    take(xml, inCells, codes);
                }
            }
        }
    }

    private void take(XmlParts xml, boolean inCells, Map<Integer, String> codes) {
        if (xml.name().equals("numFmt") && codes.size() < MOST) {
            String code = xml.attribute("formatCode");
            codes.put(xml.number("numFmtId", -1), code == null ? "General" : code);
        } else if (inCells && xml.name().equals("xf") && formats.size() < MOST) {
            int id = xml.number("numFmtId", 0);
            formats.add(CellFormat.of(id, codes.get(id)));
        }
    }

    CellFormat format(int style) {
        return style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
    }
}
