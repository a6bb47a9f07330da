package io.zhike.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts, value by value, what a column could be. What one value rules out is not tried again. */
final class ColumnProfile {
    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 100;
    /** More different values than this are no choices. */
    static final int MOST_OPTIONS = 200;

    /** Beyond this nothing is said about uniqueness: the values would fill the memory. */
    private static final int MOST_SEEN = 100_000;

    private static final int LONGEST_OPTION = 60;

    final String name;
    final NumberProfile numbers = new NumberProfile();
    final DateProfile dates = new DateProfile();
    final ContactProfile contacts = new ContactProfile();
    final ChoiceProfile choices = new ChoiceProfile();

    long filled;
    long blank;
    long broken;
    /** Placeholders among the filled: they fit every shape. */
    long placeholders;

    int maxLength;
    long length;
    boolean lines;
    boolean booleans = true;
    boolean digitBooleans = true;
    /** Text cells that begin with a digit and end in {@code .0}. */
    long fractionIds;

    private final List<String> samples = new ArrayList<>();
    private @Nullable Map<String, Integer> options = new HashMap<>();
    private @Nullable Set<String> seen = new HashSet<>();

    ColumnProfile(String name) {
        this.name = name;
    }

    void add(Cell cell) {
        switch (cell) {
            case Cell.Blank() -> blank++;
            case Cell.Broken broken -> this.broken++;
            case Cell.Text(String value) -> addText(TextReader.strip(value));
            case Cell.Number number -> {
                addAny(CellText.of(number));
                numbers.add(number);
                dates.rejectAll();
                contacts.add(CellText.of(number));
                booleans(CellText.of(number));
            }
            case Cell.Date date -> addMoment(CellText.of(date), false);
            case Cell.DateTime moment -> addMoment(CellText.of(moment), true);
            case Cell.Bool bool -> {
                addAny(CellText.of(bool));
                numbers.reject();
                dates.rejectAll();
                contacts.reject();
                digitBooleans = false;
            }
        }
    }

    private void addText(String text) {
        addAny(text);
        if (Placeholder.is(text)) {
            placeholders++;
            return;
        }
        numbers.add(text);
        dates.add(text);
        contacts.add(text);
        booleans(text);
        if (text.endsWith(".0") && text.length() > 2 && Character.isDigit(text.charAt(0))) {
            fractionIds++;
        }
    }

    private void addMoment(String text, boolean time) {
        addAny(text);
        numbers.reject();
        contacts.reject();
        booleans = false;
        dates.addTyped(time);
    }

    private void booleans(String text) {
        booleans = booleans && BooleanText.parse(text) != null;
        digitBooleans = digitBooleans && BooleanText.isDigit(text);
    }

    private void addAny(String text) {
        filled++;
        maxLength = Math.max(maxLength, text.length());
        length += text.length();
        lines = lines || text.indexOf('\n') >= 0;
        choices.add(text);
        if (seen != null && (!seen.add(text) || seen.size() > MOST_SEEN)) {
            seen = null;
        }
        if (samples.size() < SAMPLES && !samples.contains(shortened(text))) {
            samples.add(shortened(text));
        }
        if (options != null) {
            options.merge(text, 1, Integer::sum);
            if (options.size() > MOST_OPTIONS || text.length() > LONGEST_OPTION) {
                options = null;
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= SAMPLE_LENGTH ? text : text.substring(0, SAMPLE_LENGTH) + "…";
    }

    /** Values that say something. */
    long meaningful() {
        return filled - placeholders;
    }

    boolean isUnique() {
        return seen != null && filled > 1;
    }

    List<String> samples() {
        return samples;
    }

    /** Each value with how often it came; null if they are too many or too long for choices. */
    @Nullable
    Map<String, Integer> options() {
        return options;
    }
}
