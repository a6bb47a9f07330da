package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.definition.Definition;
import io.zhike.definition.Definitions;
import io.zhike.http.Idempotency;
import io.zhike.http.Page;
import io.zhike.message.Issue;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Once;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The views that somebody keeps for itself. They pass the very checks of published ones, against what the caller may read:
 * at saving, and again at each reading, since rights and fields change.
 */
@RestController
@RequestMapping("/api/v1/views/personal")
class PersonalViewApi {
    private static final int MOST = 200;

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final Once once;
    private final Clock clock;

    PersonalViewApi(Database database, Definitions definitions, Access access, Once once, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.once = once;
        this.clock = clock;
    }

    /** @param entity only those of this entity */
    @GetMapping
    Page<ViewAnswer> list(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        UUID member = caller.memberOrThrow();
        ViewCheck check = ViewCheck.of(access.of(caller));
        List<Definition> own =
                database.read(ctx -> new PersonalViews(ctx, caller.workspace().schema()).of(member));
        return Page.whole(own.stream()
                .map(View::of)
                .filter(view -> entity == null || entity.equals(view.entity()))
                .map(view -> ViewAnswer.personal(view, check, caller.language()))
                .toList());
    }

    /** The code is given by the server. */
    @PostMapping
    ResponseEntity<String> create(Caller caller, Idempotency request, @RequestBody ObjectNode document) {
        UUID member = caller.memberOrThrow();
        String code = "my_" + Ids.at(clock.instant()).toString().replace("-", "");
        Definition definition = checked(caller, code, document);
        ViewAnswer answer = answer(caller, definition);
        return once.write(caller, request, HttpStatus.CREATED, ctx -> {
            PersonalViews views = new PersonalViews(ctx, caller.workspace().schema());
            if (views.count(member) >= MOST) {
                throw ViewError.TOO_MANY_VIEWS.problem(MOST);
            }
            views.add(member, definition, clock.instant());
            return answer;
        });
    }

    @PutMapping("/{code}")
    ViewAnswer replace(Caller caller, @PathVariable String code, @RequestBody ObjectNode document) {
        UUID member = caller.memberOrThrow();
        require(caller, member, code);
        Definition definition = checked(caller, code, document);
        boolean there =
                database.write(ctx -> new PersonalViews(ctx, caller.workspace().schema()).replace(member, definition));
        if (!there) {
            throw ViewError.UNKNOWN_VIEW.problem(code);
        }
        return answer(caller, definition);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String code) {
        UUID member = caller.memberOrThrow();
        boolean there =
                database.write(ctx -> new PersonalViews(ctx, caller.workspace().schema()).delete(member, code));
        if (!there) {
            throw ViewError.UNKNOWN_VIEW.problem(code);
        }
    }

    private void require(Caller caller, UUID member, String code) {
        boolean there =
                database.read(ctx -> new PersonalViews(ctx, caller.workspace().schema())
                        .find(member, code)
                        .isPresent());
        if (!there) {
            throw ViewError.UNKNOWN_VIEW.problem(code);
        }
    }

    private ViewAnswer answer(Caller caller, Definition definition) {
        return ViewAnswer.personal(View.of(definition), ViewCheck.of(access.of(caller)), caller.language());
    }

    /** The document as it will be kept; throws {@code view-refused} with every place that is wrong. */
    private Definition checked(Caller caller, String code, ObjectNode document) {
        ObjectNode body = document.deepCopy();
        body.put("kind", ViewKind.KIND).put("code", code).remove("app");
        List<Issue> issues = new ArrayList<>(definitions.checkShape(ViewKind.KIND, body));
        if (issues.isEmpty()) {
            issues.addAll(issues(caller, View.of(Definition.of(body))));
        }
        if (!issues.isEmpty()) {
            throw ViewError.VIEW_REFUSED.problem(issues, issues.size());
        }
        return Definition.of(body);
    }

    private List<Issue> issues(Caller caller, View view) {
        ViewCheck check = ViewCheck.of(access.of(caller));
        return check.knows(view.entity())
                ? check.issues(view)
                : List.of(Issue.at("entity", ViewError.UNKNOWN_ENTITY, view.entity()));
    }
}
