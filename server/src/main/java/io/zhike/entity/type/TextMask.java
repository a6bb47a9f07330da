package io.zhike.entity.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form that a text is held to, character by character: {@code 9} is a digit, {@code A} a letter from A to Z, {@code *}
 * either, a backslash takes away the meaning of the next character, and all else stands for itself. Matching looks at each
 * character once.
 */
record TextMask(String text, List<Place> places) {
    static final int LONGEST = 60;

    /** What stands at one place. */
    sealed interface Place {
        record Digit() implements Place {}

        record Letter() implements Place {}

        record Either() implements Place {}

        /** A character that the mask alone decides. */
        record Fixed(char sign) implements Place {}
    }

    TextMask {
        places = List.copyOf(places);
    }

    /** Empty where the text is no mask: too long, cut off, or without a place for anything to be written. */
    static Optional<TextMask> of(String text) {
        List<Place> places = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\') {
                i++;
                if (i == text.length()) {
                    return Optional.empty();
                }
                places.add(new Place.Fixed(text.charAt(i)));
            } else {
                Place place = place(sign);
                open |= !(place instanceof Place.Fixed);
                places.add(place);
            }
        }
        return open && text.length() <= LONGEST ? Optional.of(new TextMask(text, places)) : Optional.empty();
    }

    private static Place place(char sign) {
        return switch (sign) {
            case '9' -> new Place.Digit();
            case 'A' -> new Place.Letter();
            case '*' -> new Place.Either();
            default -> new Place.Fixed(sign);
        };
    }

    /** The text as the mask has it; empty where it does not fit. */
    Optional<String> fit(String written) {
        String plain = CleanText.plain(written);
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (Place place : places) {
            if (!(place instanceof Place.Fixed(char sign) && sign == ' ')) {
                at = afterBlanks(plain, at);
            }
            if (place instanceof Place.Fixed(char sign)) {
                kept.append(sign);
                at += at < plain.length() && same(plain.charAt(at), sign) ? 1 : 0;
            } else if (at < plain.length() && takes(place, upper(plain.charAt(at)))) {
                kept.append(upper(plain.charAt(at)));
                at++;
            } else {
                return Optional.empty();
            }
        }
        return afterBlanks(plain, at) == plain.length() ? Optional.of(kept.toString()) : Optional.empty();
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean takes(Place place, char sign) {
        boolean digit = sign >= '0' && sign <= '9';
        boolean letter = sign >= 'A' && sign <= 'Z';
        return switch (place) {
            case Place.Digit() -> digit;
            case Place.Letter() -> letter;
            case Place.Either() -> digit || letter;
            case Place.Fixed(char fixed) -> sign == fixed;
        };
    }

    private static boolean same(char written, char fixed) {
        return upper(written) == upper(fixed);
    }

    private static char upper(char sign) {
        return String.valueOf(sign).toUpperCase(Locale.ROOT).charAt(0);
    }
}
