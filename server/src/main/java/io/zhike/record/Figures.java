package io.zhike.record;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** Answers to several questions for one figure each, in their order. */
@JsonSerialize(using = RecordJson.OfFigures.class)
record Figures(List<Figure> figures) {
    Figures {
        figures = List.copyOf(figures);
    }

    sealed interface Figure {}

    /** @param value null where there is nothing to make it of */
    record Known(@Nullable Object value, ReadColumn column) implements Figure {}

    /** What keeps this one from being answered; the others are. */
    record Refused(String code, String message) implements Figure {
        static Refused of(ProblemException problem, Language language) {
            return new Refused(
                    problem.message().code().code(), problem.message().in(language));
        }
    }
}
