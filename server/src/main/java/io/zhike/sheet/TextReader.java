package io.zhike.sheet;

/** Reads texts. */
record TextReader(ValueFormat.Text format) implements ValueReader<String> {

    @Override
    public Parsed<String> read(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> new Parsed.Blank<>();
            case Cell.Broken broken -> new Parsed.Refused<>(broken.why());
            case Cell.Text(String value) -> new Parsed.Value<>(format.wholeIds() ? whole(strip(value)) : strip(value));
            case Cell.Number number -> new Parsed.Value<>(CellText.of(number));
            case Cell.Date date -> new Parsed.Value<>(CellText.of(date));
            case Cell.DateTime moment -> new Parsed.Value<>(CellText.of(moment));
            case Cell.Bool bool -> new Parsed.Value<>(CellText.of(bool));
        };
    }

    private static String whole(String text) {
        int end = text.length() - 2;
        if (end <= 0 || !text.endsWith(".0")) {
            return text;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return text;
            }
        }
        return text.substring(0, end);
    }

    /** Without the blanks around it, the full-width and the unbreakable ones included. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && TextCells.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && TextCells.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
