package io.zhike.print;

import io.zhike.workspace.SiteAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The parts that a template's document is made of. Nothing of it is markup: all texts are plain. */
sealed interface PrintNode {

    /** What stands below each other on a page. */
    sealed interface Block extends PrintNode {}

    /** What stands beside each other in a line. */
    sealed interface Inline extends PrintNode {}

    enum Align {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    /**
     * How characters look.
     *
     * @param size in points
     * @param color as {@code #rrggbb}
     */
    record Look(
            boolean bold,
            boolean italic,
            boolean underline,
            boolean strike,
            OptionalDouble size,
            Optional<String> color) {
        static final Look PLAIN = new Look(false, false, false, false, OptionalDouble.empty(), Optional.empty());
    }

    /** What is worked out for a record: a field's value, a sentence of the language, or the address of its page. */
    sealed interface Source {
        /** What a name in a document stands for. */
        static Source named(String path) {
            return path.equals(SiteAddress.RECORD_LINK) ? new Link() : new Path(path);
        }

        /** What a sentence in a document stands for: a name may stand in its place. */
        static Source said(String sentence) {
            return sentence.strip().equals(SiteAddress.RECORD_LINK) ? new Link() : new Formula(sentence);
        }

        record Link() implements Source {}

        /** A field, {@code customer.name} through relations. */
        record Path(String path) implements Source {}

        record Formula(String text) implements Source {}
    }

    record Text(String text, Look look) implements Inline {}

    record LineBreak() implements Inline {}

    /** A value of the record; {@code place} is where it stands in the document. */
    record Value(Source source, PrintFormat format, Look look, String place) implements Inline {}

    /** @param level 0 for plain text, 1 to 4 for headings */
    record Paragraph(int level, Align align, List<Inline> parts) implements Block {
        public Paragraph {
            parts = List.copyOf(parts);
        }
    }

    record Items(boolean numbered, List<List<Block>> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** @param lines whether its cells have borders */
    record Table(boolean lines, List<List<Cell>> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** @param widths of the columns that it spans, in the editor's pixels; empty where they share what there is */
    record Cell(boolean head, int columns, int rows, List<Integer> widths, List<Block> content) {
        public Cell {
            widths = List.copyOf(widths);
            content = List.copyOf(content);
        }
    }

    record Rule() implements Block {}

    record PageBreak() implements Block {}

    /**
     * An image that belongs to the template itself.
     *
     * @param data a {@code data:} address
     * @param width in millimetres
     */
    record Picture(String data, double width, Align align) implements Block {}

    /** The first image of an image field. */
    record FieldPicture(String path, double width, Align align, String place) implements Block {}

    /** A square code: of a field's text, or of the record's address where there is no path. */
    record Square(Optional<String> path, double width, Align align, String place) implements Block {}

    /**
     * A table with a row for each record that belongs to this one.
     *
     * @param of the code of those records, as the language names them
     * @param sort a field's path, {@code -} in front for descending; empty for the order in which they were made
     */
    record Rows(String of, List<Column> columns, Optional<String> sort, String place) implements Block {
        public Rows {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param label its heading; empty for the field's label
     * @param width a share of the table in hundredths; empty where it takes what it needs
     */
    record Column(
            String path,
            Optional<String> label,
            PrintFormat format,
            Optional<Align> align,
            OptionalDouble width,
            boolean total,
            String place) {}

    /** A part that is printed only where a condition holds. */
    record When(String condition, List<Block> content, String place) implements Block {
        public When {
            content = List.copyOf(content);
        }
    }
}
