package io.zhike.workspace;

import io.zhike.http.Idempotency;
import io.zhike.store.Database;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes whose requests may be sent again. The effect, its key and its answer are one transaction of the caller's workspace,
 * so that a create that is retried after a lost answer or a crash never doubles.
 */
@Component
public class Once {
    private final Database database;
    private final JsonMapper json;
    private final Clock clock;

    Once(Database database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code effect} in a transaction and answers with {@code status} and its result as JSON; or, when {@code request}
     * has a key under which that was done before, answers the same again with the header {@code Idempotency-Replayed}.
     * Without a key it is a plain transaction. What {@code effect} throws rolls all back and leaves the key free.
     */
    public ResponseEntity<String> write(
            Caller caller, Idempotency request, HttpStatus status, Function<DSLContext, ?> effect) {
        return write(caller.workspace(), caller.memberOrThrow(), request, status, effect);
    }

    /** As the other one, for somebody outside; {@code sender} tells those apart whose keys may be the same. */
    public ResponseEntity<String> write(
            Workspace workspace, UUID sender, Idempotency request, HttpStatus status, Function<DSLContext, ?> effect) {
        Idempotency.Outcome outcome = database.write(ctx -> request.once(
                new StoredAnswers(ctx, workspace.schema(), sender, clock.instant()),
                () -> new Idempotency.Answer(
                        request.fingerprint(), status.value(), json.writeValueAsString(effect.apply(ctx)))));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(outcome.answer().status()).contentType(MediaType.APPLICATION_JSON);
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(outcome.answer().json());
    }
}
