package io.zhike.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A delimited text. */
final class CsvSource implements SheetSource {
    private static final int SAMPLE_CHARS = 1 << 18;

    private final Path file;
    private final Place place;
    private final Encoding encoding;
    private final Dialect dialect;
    private final boolean declared;
    private final long estimatedRows;

    private CsvSource(
            Path file, Place place, Encoding encoding, Dialect dialect, boolean declared, long estimatedRows) {
        this.file = file;
        this.place = place;
        this.encoding = encoding;
        this.dialect = dialect;
        this.declared = declared;
        this.estimatedRows = estimatedRows;
    }

    static CsvSource open(Path file, String name) throws IOException {
        Encoding encoding = EncodingGuess.of(file);
        if (encoding == null) {
            throw SheetError.NOT_A_SPREADSHEET.problem(name, "binary data");
        }
        String sample = sample(file, encoding);
        boolean whole = sample.length() < SAMPLE_CHARS;
        Character declared = DelimiterGuess.declared(sample);
        char delimiter = declared == null ? DelimiterGuess.of(sample, whole, name) : declared;
        CsvSource source = new CsvSource(
                file,
                new Place(name, sheetName(name)),
                encoding,
                new Dialect(encoding.charset(), encoding.markBytes() > 0, delimiter, '"'),
                declared != null,
                estimate(sample, whole, encoding, Files.size(file)));
        source.refuseEmpty();
        return source;
    }

    private void refuseEmpty() throws IOException {
        try (RowReader rows = read(place.sheet())) {
            if (!rows.skip()) {
                throw SheetError.FILE_EMPTY.problem(place.file());
            }
        }
    }

    @Override
    public Format format() {
        return dialect.delimiter() == ',' ? Format.CSV : Format.DELIMITED;
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.of(dialect);
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.of(new SheetInfo(place.sheet(), OptionalLong.of(estimatedRows), false));
    }

    @Override
    public RowReader read(String sheet) {
        try {
            DecodingReader text = reader(file, encoding);
            if (dialect.delimiter() == Dialect.BLANKS) {
                return new BlankRows(text, dialect.charset(), place);
            }
            return new CsvRows(text, dialect, declared, place);
        } catch (IOException e) {
            throw place.unreadable(e);
        }
    }

    @Override
    public void close() {
        // Each reader opens and closes the file by itself.
    }

    private static DecodingReader reader(Path file, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new DecodingReader(in, encoding);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static String sample(Path file, Encoding encoding) throws IOException {
        char[] chars = new char[SAMPLE_CHARS];
        int length = 0;
        try (DecodingReader reader = reader(file, encoding)) {
            int n = reader.read(chars, 0, SAMPLE_CHARS);
            while (n > 0) {
                length += n;
                n = length == SAMPLE_CHARS ? -1 : reader.read(chars, length, SAMPLE_CHARS - length);
            }
        }
        String sample = new String(chars, 0, length);
        int end = sample.lastIndexOf("\n" + DecodingReader.END);
        return end < 0 ? sample : sample.substring(0, end);
    }

    private static long estimate(String sample, boolean whole, Encoding encoding, long bytes) {
        long lines = linesOutsideQuotes(sample);
        if (whole) {
            return lines;
        }
        long sampleBytes = sample.getBytes(encoding.charset()).length;
        return Math.round((double) lines * bytes / sampleBytes);
    }

    private static long linesOutsideQuotes(String sample) {
        long lines = 0;
        boolean quoted = false;
        boolean filled = false;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            quoted = quoted ^ c == '"';
            boolean ends = !quoted && (c == '\n' || c == '\r');
            lines += ends && filled ? 1 : 0;
            filled = !ends && (filled || !TextCells.isBlank(c));
        }
        return filled ? lines + 1 : lines;
    }

    private static String sheetName(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
