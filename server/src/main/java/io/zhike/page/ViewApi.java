package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definitions;
import io.zhike.expression.Expressions;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published views, as far as the caller can use them. */
@RestController
@RequestMapping("/api/v1/views")
class ViewApi {
    private static final Expressions LANGUAGE = new Expressions();

    private final Definitions definitions;
    private final Access access;

    ViewApi(Definitions definitions, Access access) {
        this.definitions = definitions;
        this.access = access;
    }

    record Answer(
            String code,
            @Nullable String app,
            Label label,
            String entity,
            List<String> columns,
            @Nullable String where,
            List<String> sort) {}

    /**
     * @param entity only the views of this entity
     */
    @GetMapping
    Page<Answer> views(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        Grants grants = access.of(caller);
        return Page.whole(definitions.published(caller.workspace()).ofKind(ViewKind.KIND).stream()
                .map(View::of)
                .filter(view -> entity == null || entity.equals(view.entity()))
                .filter(view -> usable(grants, view))
                .map(view -> answer(grants, view))
                .toList());
    }

    /** A view whose condition or order speaks of a field that the caller may not read would tell about that field. */
    private static boolean usable(Grants grants, View view) {
        boolean sorts = view.sort().stream().allMatch(sort -> readable(grants, view, View.path(sort)));
        boolean filters = view.where()
                .map(where -> LANGUAGE.check(
                                where, view.entity(), grants.catalog().vocabulary())
                        .expression()
                        .filter(expression -> expression.paths().stream()
                                .allMatch(path -> FieldPaths.readable(grants, view.entity(), path)))
                        .isPresent())
                .orElse(true);
        return grants.on(view.entity()).visible() && sorts && filters;
    }

    private static Answer answer(Grants grants, View view) {
        List<String> columns = view.columns().stream()
                .filter(column -> readable(grants, view, column))
                .toList();
        return new Answer(
                view.code(),
                view.app(),
                view.label(),
                view.entity(),
                columns,
                view.where().orElse(null),
                view.sort());
    }

    private static boolean readable(Grants grants, View view, String path) {
        return FieldPaths.readable(grants, view.entity(), List.of(path.split("\\.", -1)));
    }
}
