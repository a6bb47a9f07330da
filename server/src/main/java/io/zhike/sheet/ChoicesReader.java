package io.zhike.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads several choices from one cell. */
record ChoicesReader(ValueFormat.Choices format) implements ValueReader<List<String>> {

    @Override
    public Parsed<List<String>> read(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> new Parsed.Blank<>();
            case Cell.Broken broken -> new Parsed.Refused<>(broken.why());
            case Cell.Text text -> split(text.value());
            case Cell.Number number -> split(CellText.of(number));
            case Cell.Date date -> split(CellText.of(date));
            case Cell.DateTime moment -> split(CellText.of(moment));
            case Cell.Bool bool -> split(CellText.of(bool));
        };
    }

    private Parsed<List<String>> split(String text) {
        Set<String> choices = new LinkedHashSet<>(parts(text, format.separator()));
        return choices.isEmpty() ? new Parsed.Blank<>() : new Parsed.Value<>(List.copyOf(choices));
    }

    static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); from <= text.length(); at = text.indexOf(separator, from)) {
            int end = at < 0 ? text.length() : at;
            String part = TextReader.strip(text.substring(from, end));
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = end + 1;
        }
        return parts;
    }
}
