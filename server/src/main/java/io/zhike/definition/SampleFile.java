package io.zhike.definition;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Sample data as files: CSV in UTF-8 with codes of fields in its first line, or a YAML list of objects. A value such as
 * {@code @-3} is the day three days before the sample is loaded, {@code @+1 09:30} a time of tomorrow, so that a sample is
 * never old.
 */
final class SampleFile {
    private static final Pattern DAYS = Pattern.compile("@([+-]?\\d{1,5})( \\d{2}:\\d{2})?");

    private SampleFile() {}

    static SampleTable csv(String entity, byte[] content) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(new ByteArrayInputStream(content))) {
            List<List<String>> lines =
                    reader.stream().map(CsvRecord::getFields).map(List::copyOf).toList();
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("no header");
            }
            return new SampleTable(entity, lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SampleTable yaml(String entity, byte[] content) {
        JsonNode list = Yaml.read(content);
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode item : list) {
            if (!item.isObject()) {
                throw new IllegalArgumentException("not a list of objects");
            }
            columns.addAll(item.propertyNames());
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode item : list) {
            rows.add(columns.stream()
                    .map(column -> item.path(column).asString(""))
                    .toList());
        }
        return new SampleTable(entity, List.copyOf(columns), rows);
    }

    static String csv(SampleTable table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(table.columns());
            table.rows().forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** {@code table} with its days counted from {@code today}. */
    static SampleTable on(LocalDate today, SampleTable table) {
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(value -> on(today, value)).toList())
                .toList();
        return new SampleTable(table.entity(), table.columns(), rows);
    }

    private static String on(LocalDate today, String value) {
        Matcher matcher = DAYS.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        LocalDate day = today.plusDays(Long.parseLong(matcher.group(1)));
        return matcher.group(2) == null ? day.toString() : day + matcher.group(2);
    }
}
