package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The view that the caller's list of an entity opens with. */
@RestController
@RequestMapping("/api/v1/views/usual")
class UsualViewApi {
    private final Database database;
    private final Definitions definitions;
    private final Access access;

    UsualViewApi(Database database, Definitions definitions, Access access) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
    }

    /** @param view null for all records */
    record Wanted(@Nullable String view) {}

    @GetMapping
    Page<PersonalViews.Usual> all(Caller caller) {
        UUID member = caller.memberOrThrow();
        return Page.whole(database.read(ctx -> views(ctx, caller).usual(member)));
    }

    @PutMapping("/{entity}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(Caller caller, @PathVariable String entity, @RequestBody Wanted wanted) {
        UUID member = caller.memberOrThrow();
        Grants grants = access.of(caller);
        if (!grants.on(entity).visible()) {
            throw ViewError.UNKNOWN_ENTITY.problem(entity);
        }
        String view = wanted.view();
        if (view == null) {
            database.writing(ctx -> views(ctx, caller).beginPlain(member, entity));
            return;
        }
        if (find(caller, member, view)
                .filter(found -> found.entity().equals(entity)
                        && ViewAnswer.shared(found, grants).isPresent())
                .isEmpty()) {
            throw ViewError.UNKNOWN_VIEW.problem(view);
        }
        database.writing(ctx -> views(ctx, caller).begin(member, entity, view));
    }

    /** One that people share, or the caller's own. */
    private Optional<View> find(Caller caller, UUID member, String code) {
        Optional<Definition> shared = DefinitionKey.isCode(code)
                ? definitions.published(caller.workspace()).find(new DefinitionKey(ViewKind.KIND, code))
                : Optional.empty();
        return shared.or(() -> database.read(ctx -> views(ctx, caller).find(member, code)))
                .map(View::of);
    }

    private static PersonalViews views(org.jooq.DSLContext ctx, Caller caller) {
        return new PersonalViews(ctx, caller.workspace().schema());
    }
}
