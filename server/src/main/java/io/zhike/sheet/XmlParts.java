package io.zhike.sheet;

import io.zhike.message.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, pulled event by event; refuses document types, and with them all entities. */
final class XmlParts implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private final String file;

    XmlParts(InputStream in, String file) {
        this.in = new UnendingTagGuard(in);
        this.file = file;
        try {
            this.reader = FACTORY.createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw problem(e, file);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The next event, of {@link XMLStreamConstants}; {@code END_DOCUMENT} again and again at the end. */
    int next() {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw SheetError.FORBIDDEN_XML.problem(file);
            }
            return event;
        } catch (XMLStreamException e) {
            throw problem(e, file);
        }
    }

    /** Goes to the next start of an element {@code name}, whatever lies between; false if there is none. */
    boolean toElement(String name) {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean flag(String name) {
        String value = attribute(name);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** The number in attribute {@code name}; {@code otherwise} if it is missing or none. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null || value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return otherwise;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Adds the text of the present event to {@code target}. */
    void appendText(StringBuilder target) {
        target.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** What to say of a part that cannot be read. */
    static ProblemException problem(Exception failure, String file) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ProblemException problem) {
                return problem;
            }
            String text = String.valueOf(at.getMessage());
            if (text.contains("Zip bomb") || text.contains("exceeds the max size") || text.contains("exceed the max")) {
                return Place.caused(SheetError.ZIP_BOMB, file, failure);
            }
            if (text.contains("DOCTYPE") || text.contains("DTD")) {
                return Place.caused(SheetError.FORBIDDEN_XML, file, failure);
            }
            if (at instanceof FileSystemException) {
                return Place.caused(SheetError.UNREADABLE, file, failure);
            }
        }
        return Place.caused(SheetError.DAMAGED, file, failure);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
