package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.http.Page;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedOut;
import io.zhike.workspace.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/** The published record pages, as far as the caller may see what is on them, and the figures on them. */
@RestController
@RequestMapping("/api/v1/record-pages")
class RecordPageApi {
    private static final int MOST_FIGURES = 100;

    private final Definitions definitions;
    private final Access access;
    private final RecordReader reader;

    RecordPageApi(Definitions definitions, Access access, RecordReader reader) {
        this.definitions = definitions;
        this.access = access;
        this.reader = reader;
    }

    /** Figures of a page that is not published. */
    record FiguresBody(
            @Nullable String entity,
            @Nullable UUID record,
            @Nullable ArrayNode figures) {}

    /** The page of each entity that the caller's records of it have: one for a role of the caller, else the usual one. */
    @GetMapping
    Page<RecordLayout> pages(Caller caller) {
        Grants grants = access.of(caller);
        DefinitionSet all = definitions.published(caller.workspace());
        RecordPageCheck check = RecordPageCheck.of(all, grants);
        Map<String, RecordLayout> chosen = new LinkedHashMap<>();
        all.ofKind(RecordPageKind.KIND).stream()
                .map(RecordLayoutReader::read)
                .filter(page -> page.usual() || !Collections.disjoint(page.roles(), grants.roles()))
                .forEach(page -> chosen.merge(page.entity(), page, (a, b) -> a.usual() ? b : a));
        return Page.whole(chosen.values().stream()
                .flatMap(page -> check.seen(page).stream())
                .toList());
    }

    /** What the figures of a page come to for one record, in one request. */
    @GetMapping("/{code}/figures/{id}")
    Page<FigureAnswer> figures(Caller caller, @PathVariable String code, @PathVariable UUID id) {
        RecordLayout page = definitions
                .published(caller.workspace())
                .find(RecordPageKind.KIND, code)
                .map(RecordLayoutReader::read)
                .orElseThrow(() -> RecordPageError.NO_SUCH_PAGE.problem(code));
        return figures(caller, page.entity(), id, page.figures());
    }

    /** The same for a page that somebody is building; an expression that is not right yet has no value. */
    @PostMapping("/figures")
    Page<FigureAnswer> tried(Caller caller, @RequestBody FiguresBody body) {
        if (body.entity() == null || body.record() == null || body.figures() == null) {
            throw RecordPageError.FIGURES_OF_WHAT.problem();
        }
        if (body.figures().size() > MOST_FIGURES) {
            throw RecordPageError.TOO_MANY_FIGURES.problem(
                    MOST_FIGURES, body.figures().size());
        }
        List<Figure> figures =
                body.figures().valueStream().map(RecordLayoutReader::figure).toList();
        return figures(caller, body.entity(), body.record(), figures);
    }

    private Page<FigureAnswer> figures(Caller caller, String entity, UUID record, List<Figure> figures) {
        List<Optional<WorkedOut>> worked = reader.workOut(caller, entity, record, FigureAnswer.expressions(figures));
        DefinitionSet all = definitions.published(caller.workspace());
        RecordPageCheck check = RecordPageCheck.of(all);
        return Page.whole(FigureAnswer.of(
                figures,
                worked,
                figure -> check.tree(entity, RecordPageCheck.text(figure.value()))
                        .flatMap(tree -> FigureRecords.of(EntityCatalog.of(all), entity, record, tree))));
    }
}
