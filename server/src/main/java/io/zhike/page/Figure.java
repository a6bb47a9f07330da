package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.zhike.expression.Expression.Comparison;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number or another value that a record page shows large. Answers tell its name alone: the server works it out.
 *
 * @param value an expression over the record, which may count and add up records that point to it
 * @param colors the first that holds colours it
 */
record Figure(
        String code,
        Label label,
        @JsonIgnore String value,
        @JsonIgnore List<Color> colors) {

    Figure {
        colors = List.copyOf(colors);
    }

    /**
     * A colour for values that compare with a bound.
     *
     * @param is a sign of the language, such as {@code >=}
     * @param than an expression of the value's type, such as {@code 30}
     * @param color one of {@link io.zhike.entity.Option#COLORS}
     */
    record Color(String is, String than, String color) {

        /** The comparison that {@link #is} stands for. */
        Comparison comparison() {
            return Arrays.stream(Comparison.values())
                    .filter(each -> each.sign().equals(is))
                    .findFirst()
                    .orElse(Comparison.EQ);
        }
    }

    static List<String> signs() {
        return Arrays.stream(Comparison.values()).map(Comparison::sign).toList();
    }

    void uses(String place, List<PageUse> uses) {
        uses.add(new PageUse.OfValue(place + ".value", value));
        for (int i = 0; i < colors.size(); i++) {
            uses.add(new PageUse.OfBound(
                    place + ".colors[" + i + "].than", value, colors.get(i).than()));
        }
    }

    /** Without the colours that are hidden. */
    Figure without(String place, Sight sight) {
        List<Color> left = new ArrayList<>();
        for (int i = 0; i < colors.size(); i++) {
            if (!sight.hides(place + ".colors[" + i + "].than")) {
                left.add(colors.get(i));
            }
        }
        return new Figure(code, label, value, left);
    }
}
