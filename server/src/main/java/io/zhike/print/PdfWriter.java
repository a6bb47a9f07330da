package io.zhike.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pages as PDF. Nothing is fetched from anywhere: images come inside the page, fonts from the jar. */
final class PdfWriter {
    /** How many pages of paper a print has at most. */
    static final int MOST_PAGES = 500;

    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final String NOWHERE = "zhike:/";

    static {
        // It tells of each step and of each property that only browsers know.
        XRLog.setLoggingEnabled(false);
    }

    private final PrintFonts fonts;

    PdfWriter(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Writes the pages one after the other into one file, each with page numbers of its own; fonts are in it once, with the
     * signs in use only.
     *
     * @param pages well-formed XML
     * @param stopped asked between pages whether nobody waits any more
     */
    void write(List<String> pages, String title, OutputStream out, BooleanSupplier stopped) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setProducer("Zhike");
            document.setDocumentInformation(information);
            Faces faces = new Faces(document);
            for (String page : pages) {
                if (!stopped.getAsBoolean()) {
                    lay(document, page, faces);
                }
                if (document.getNumberOfPages() > MOST_PAGES) {
                    throw PrintError.PRINT_TOO_LARGE.problem(MOST_PAGES);
                }
            }
            document.save(out);
        }
    }

    /** The faces of one document, each put into it when the first sign is written with it. */
    private final class Faces {
        private final PDDocument document;
        private final Map<PrintFonts.Face, PDFont> made = new EnumMap<>(PrintFonts.Face.class);

        Faces(PDDocument document) {
            this.document = document;
        }

        PDFontSupplier of(PrintFonts.Face face) {
            return new PDFontSupplier(null) {
                @Override
                public PDFont supply() {
                    return made.computeIfAbsent(face, Faces.this::make);
                }
            };
        }

        private PDFont make(PrintFonts.Face face) {
            try {
                return PDType0Font.load(document, fonts.face(face), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void lay(PDDocument document, String page, Faces faces) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .useFont(faces.of(PrintFonts.Face.REGULAR), PrintFonts.FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(faces.of(PrintFonts.Face.BOLD), PrintFonts.FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl(
                (uri, _) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, _) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(parse(page), NOWHERE);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFKeepOpen();
        }
    }

    private static Document parse(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a page that is no XML", e);
        }
    }
}
