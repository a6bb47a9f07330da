package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published views, as far as the caller can use them. */
@RestController
@RequestMapping("/api/v1/views")
class ViewApi {
    private final Definitions definitions;
    private final Access access;

    ViewApi(Definitions definitions, Access access) {
        this.definitions = definitions;
        this.access = access;
    }

    /**
     * @param entity only the views of this entity
     */
    @GetMapping
    Page<ViewAnswer> views(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        Grants grants = access.of(caller);
        return Page.whole(definitions.published(caller.workspace()).ofKind(ViewKind.KIND).stream()
                .map(View::of)
                .filter(view -> entity == null || entity.equals(view.entity()))
                .flatMap(view -> ViewAnswer.shared(view, grants).stream())
                .toList());
    }
}
