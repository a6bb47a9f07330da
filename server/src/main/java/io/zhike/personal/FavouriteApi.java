package io.zhike.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionKey;
import io.zhike.http.Page;
import io.zhike.personal.Favourite.Kind;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordTitles;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the caller marked to find it again, in the caller's order. What the caller cannot read just now is passed over and
 * keeps its place, so that it is back when it is restored.
 */
@RestController
@RequestMapping("/api/v1/me/favourites")
class FavouriteApi {
    private static final int MOST = 100;

    private final Database database;
    private final Access access;
    private final RecordReader reader;
    private final Clock clock;

    FavouriteApi(Database database, Access access, RecordReader reader, Clock clock) {
        this.database = database;
        this.access = access;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param title of a record; of views and lists the definitions tell */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            UUID id,
            String kind,
            String entity,
            @Nullable UUID record,
            @Nullable String view,
            @Nullable String title) {
        static Answer of(Favourite one, @Nullable String title) {
            return new Answer(
                    one.id(),
                    one.kind().name().toLowerCase(Locale.ROOT),
                    one.entity(),
                    one.kind() == Kind.RECORD ? UUID.fromString(one.target()) : null,
                    one.kind() == Kind.VIEW ? one.target() : null,
                    title);
        }
    }

    record Body(
            @Nullable String kind,
            @Nullable String entity,
            @Nullable UUID record,
            @Nullable String view) {}

    record Order(@Nullable List<UUID> ids) {}

    @GetMapping
    Page<Answer> all(Caller caller) {
        UUID member = caller.memberOrThrow();
        List<Favourite> kept = database.read(ctx -> store(ctx, caller).of(member));
        Grants grants = access.of(caller);
        RecordTitles titles = RecordTitles.of(
                reader,
                caller,
                kept.stream()
                        .filter(one -> one.kind() == Kind.RECORD)
                        .collect(Collectors.groupingBy(
                                Favourite::entity,
                                Collectors.mapping(one -> UUID.fromString(one.target()), Collectors.toSet()))));
        List<Answer> answers = new ArrayList<>();
        for (Favourite one : kept) {
            String title = one.kind() == Kind.RECORD ? titles.find(one.entity(), UUID.fromString(one.target())) : null;
            if (one.kind() == Kind.RECORD ? title != null : knows(grants, one.entity())) {
                answers.add(Answer.of(one, title));
            }
        }
        return Page.whole(answers);
    }

    /** Marking what is marked changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(Caller caller, @RequestBody Body body) {
        UUID member = caller.memberOrThrow();
        Favourite wanted = wanted(body);
        if (!knows(access.of(caller), wanted.entity())) {
            throw PersonalError.UNKNOWN_ENTITY.problem(wanted.entity());
        }
        String title = null;
        if (wanted.kind() == Kind.RECORD) {
            UUID record = UUID.fromString(wanted.target());
            reader.require(caller, wanted.entity(), record);
            title = reader.titles(caller, wanted.entity(), Set.of(record)).get(record);
        }
        Favourite kept = database.write(ctx -> {
            FavouriteStore store = store(ctx, caller);
            if (store.count(member) >= MOST) {
                throw PersonalError.TOO_MANY_FAVOURITES.problem(MOST);
            }
            return store.add(member, wanted);
        });
        return Answer.of(kept, title);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        UUID member = caller.memberOrThrow();
        boolean there = database.write(ctx -> store(ctx, caller).delete(member, id));
        if (!there) {
            throw PersonalError.NO_SUCH_FAVOURITE.problem();
        }
    }

    /** Puts those that are named into this order, in the places that they have among them; all others stay where they are. */
    @PutMapping("/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void order(Caller caller, @RequestBody Order body) {
        UUID member = caller.memberOrThrow();
        List<UUID> ids = body.ids() == null ? List.of() : body.ids();
        if (ids.size() > MOST || new HashSet<>(ids).size() < ids.size()) {
            throw PersonalError.ORDER_UNCLEAR.problem();
        }
        database.writing(ctx -> {
            FavouriteStore store = store(ctx, caller);
            List<UUID> before = store.of(member).stream().map(Favourite::id).toList();
            List<UUID> named = ids.stream().filter(before::contains).toList();
            int next = 0;
            for (int place = 0; place < before.size(); place++) {
                UUID id = named.contains(before.get(place)) ? named.get(next++) : before.get(place);
                store.place(member, id, place + 1);
            }
        });
    }

    private Favourite wanted(Body body) {
        UUID id = Ids.at(clock.instant());
        String entity = body.entity();
        String kind = body.kind();
        if (entity == null || kind == null || !DefinitionKey.isCode(entity)) {
            throw PersonalError.FAVOURITE_UNCLEAR.problem();
        }
        if (kind.equals("record") && body.record() != null) {
            return new Favourite(id, Kind.RECORD, entity, body.record().toString());
        }
        if (kind.equals("view") && body.view() != null && DefinitionKey.isCode(body.view())) {
            return new Favourite(id, Kind.VIEW, entity, body.view());
        }
        if (kind.equals("list")) {
            return new Favourite(id, Kind.LIST, entity, "");
        }
        throw PersonalError.FAVOURITE_UNCLEAR.problem();
    }

    private static boolean knows(Grants grants, String entity) {
        return grants.catalog().find(entity).isPresent() && grants.on(entity).visible();
    }

    private static FavouriteStore store(DSLContext ctx, Caller caller) {
        return new FavouriteStore(ctx, caller.workspace().schema());
    }
}
