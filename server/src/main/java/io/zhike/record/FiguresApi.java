package io.zhike.record;

import io.zhike.message.ProblemException;
import io.zhike.record.RecordQuery.Groups;
import io.zhike.record.RecordQuery.Measure;
import io.zhike.record.RecordQuery.Selection;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Reads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Several single figures by one request, as a home shows them. Those over the same records are one statement; one that cannot
 * be answered says so in its place and keeps no other from being answered.
 */
@RestController
class FiguresApi {
    private static final int MOST = 40;

    private final RecordReader reader;

    FiguresApi(RecordReader reader) {
        this.reader = reader;
    }

    record Body(@Nullable List<Asked> figures) {}

    /**
     * One figure.
     *
     * @param where a text in the language, or its tree
     * @param fn {@code count} or {@code sum}, {@code avg}, {@code min}, {@code max}, {@code count_unique}
     * @param of the field, absent for a count of records
     */
    record Asked(
            @Nullable String entity,
            @Nullable JsonNode where,
            @Nullable String fn,
            @Nullable String of) {}

    /** A question that was understood: its place in the answer, and what is measured. */
    private record Placed(int place, Measure measure) {}

    @Reads
    @PostMapping("/api/v1/query/figures")
    Figures figures(Caller caller, @RequestBody Body body) {
        List<Asked> asked = body.figures() == null ? List.of() : body.figures();
        if (asked.size() > MOST) {
            throw QueryError.TOO_MANY.problem("figures", MOST);
        }
        Figures.Figure[] answers = new Figures.Figure[asked.size()];
        Map<Selection, List<Placed>> together = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            try {
                Groups query = query(asked.get(i));
                together.computeIfAbsent(query.from(), _ -> new ArrayList<>())
                        .add(new Placed(i, query.measures().getFirst()));
            } catch (ProblemException problem) {
                answers[i] = Figures.Refused.of(problem, caller.language());
            }
        }
        together.forEach((from, placed) -> answer(caller, from, placed, answers));
        return new Figures(List.of(answers));
    }

    private static Groups query(Asked asked) {
        var measure = new QueryBody.MeasureBody(asked.fn() == null ? "count" : asked.fn(), asked.of());
        QueryBody body = new QueryBody(
                asked.entity(), null, asked.where(), null, null, null, null, null, null, List.of(measure), null, null);
        return (Groups) body.toQuery();
    }

    /** Where one of several cannot be measured, each is asked for by itself. */
    private void answer(Caller caller, Selection from, List<Placed> placed, Figures.Figure[] answers) {
        List<Measure> measures = placed.stream().map(Placed::measure).toList();
        try {
            RecordGroups groups = reader.groups(
                    caller,
                    new Groups(from, List.of(), measures, RecordQuery.Totals.NONE, List.of(), Groups.DEFAULT_LIMIT));
            List<@Nullable Object> values = groups.groups().getFirst().values();
            for (int i = 0; i < values.size(); i++) {
                answers[placed.get(i).place()] =
                        new Figures.Known(values.get(i), groups.measures().get(i));
            }
        } catch (ProblemException problem) {
            if (placed.size() == 1) {
                answers[placed.getFirst().place()] = Figures.Refused.of(problem, caller.language());
            } else {
                placed.forEach(one -> answer(caller, from, List.of(one), answers));
            }
        }
    }
}
