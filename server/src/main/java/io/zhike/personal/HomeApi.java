package io.zhike.personal;

import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The home of the caller: its cards, as the caller arranged them. */
@RestController
@RequestMapping("/api/v1/me/home")
class HomeApi {
    private final Database database;
    private final Clock clock;

    HomeApi(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param version the one that was changed; absent for 0 */
    record Body(@Nullable Integer version, @Nullable List<HomeCard> cards) {}

    @GetMapping
    Home home(Caller caller) {
        UUID member = caller.memberOrThrow();
        return database.read(ctx -> store(ctx, caller).of(member));
    }

    @PutMapping
    Home arrange(Caller caller, @RequestBody Body body) {
        UUID member = caller.memberOrThrow();
        int version = body.version() == null ? 0 : body.version();
        List<HomeCard> cards = body.cards() == null ? List.of() : body.cards();
        Home.check(cards);
        return database.write(ctx -> {
            HomeStore store = store(ctx, caller);
            if (!store.put(member, version, cards, clock.instant())) {
                throw PersonalError.HOME_CHANGED.problem(store.of(member).version());
            }
            return new Home(version + 1, cards);
        });
    }

    /** Back to the usual home. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller caller) {
        UUID member = caller.memberOrThrow();
        database.writing(ctx -> store(ctx, caller).delete(member));
    }

    private static HomeStore store(DSLContext ctx, Caller caller) {
        return new HomeStore(ctx, caller.workspace().schema());
    }
}
