package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gave the right password and still has to give a code. Only hashes of the tokens are stored. */
@Component
class SignInChallenges {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final Table<Record> TABLE = SystemSchema.table("sign_in_challenge");

    private final Database database;
    private final Clock clock;

    SignInChallenges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param workspace into which; null for the one that was used last */
    record Open(UUID account, @Nullable UUID workspace) {}

    /** The token of a new one. */
    String begin(Open open) {
        String token = Secret.token();
        Instant now = clock.instant();
        database.writing(ctx -> {
            ctx.deleteFrom(TABLE).where(Columns.EXPIRES_AT.lt(now)).execute();
            ctx.insertInto(TABLE)
                    .set(Columns.TOKEN_HASH, Secret.hash(token))
                    .set(Columns.ACCOUNT, open.account())
                    .set(Columns.WORKSPACE, open.workspace())
                    .set(Columns.EXPIRES_AT, now.plus(LIFE))
                    .execute();
        });
        return token;
    }

    Optional<Open> find(String token) {
        return database.read(ctx -> ctx.select(Columns.ACCOUNT, Columns.WORKSPACE)
                .from(TABLE)
                .where(Columns.TOKEN_HASH.eq(Secret.hash(token)))
                .and(Columns.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(row -> new Open(row.value1(), row.value2())));
    }

    /** Whether it was there still: of two who come with one token and one code, one goes on. */
    boolean end(String token) {
        return database.write(ctx -> ctx.deleteFrom(TABLE)
                        .where(Columns.TOKEN_HASH.eq(Secret.hash(token)))
                        .execute()
                == 1);
    }
}
