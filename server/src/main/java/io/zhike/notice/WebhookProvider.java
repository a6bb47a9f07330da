package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.message.ProblemException;
import io.zhike.outside.OutsideAnswer;
import io.zhike.outside.OutsideCall;
import io.zhike.outside.OutsideCalls;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Calls other systems, some at a time, signed as Standard Webhooks has it: {@code webhook-signature} is over id, time and body. The
 * id is the message's at each try, in {@code Idempotency-Key} too, so that the other side can tell a call that comes twice.
 */
@Component
final class WebhookProvider implements MessageProvider {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String JSON = "application/json; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final int SERVERS = 500;
    /** Too early, too late, too much: what another moment may mend though it begins with a 4. */
    private static final Set<Integer> LATER = Set.of(408, 409, 423, 425, 429);

    private final OutsideCalls outside;
    private final SigningKeys keys;
    private final Credentials credentials;
    private final Database database;
    private final Clock clock;

    WebhookProvider(OutsideCalls outside, SigningKeys keys, Credentials credentials, Database database, Clock clock) {
        this.outside = outside;
        this.keys = keys;
        this.credentials = credentials;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Map<UUID, String> addresses(Workspace workspace, Collection<UUID> members) {
        return Map.of();
    }

    @Override
    public void send(Workspace workspace, List<Letter> letters, Told told) {
        Map<String, String> keysBySource = new HashMap<>();
        try {
            for (Letter letter : letters) {
                keysBySource.computeIfAbsent(
                        letter.source(), source -> database.write(ctx -> keys.of(ctx, workspace, source)));
            }
        } catch (ProblemException unopened) {
            Later later = new Later(unopened.message().inBoth());
            letters.forEach(letter -> told.of(letter, later));
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Called> calls = new ExecutorCompletionService<>(threads);
            List<Future<Called>> running = new ArrayList<>();
            for (Letter letter : letters) {
                String key = keysBySource.getOrDefault(letter.source(), "");
                running.add(calls.submit(() -> new Called(letter, call(workspace, letter, key))));
            }
            for (int i = 0; i < running.size(); i++) {
                Called called = calls.take().get();
                told.of(called.letter(), called.fate());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call does not tell what became of it", e.getCause());
        }
    }

    private record Called(Letter letter, Fate fate) {}

    private Fate call(Workspace workspace, Letter letter, String key) {
        CallDetails details = CallDetails.read(letter.details());
        Optional<URI> address = OutsideCalls.read(letter.to());
        if (address.isEmpty()) {
            return new Refused(
                    outside.refused(letter.to()).map(Message::inBoth).orElseGet(() -> Label.of(letter.to())));
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", JSON);
        headers.putAll(details.headers());
        for (Map.Entry<String, String> header : details.credentials().entrySet()) {
            Optional<Fate> stopped = fill(workspace, header, address.get(), headers);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        headers.putAll(signed(letter, key, clock.instant().getEpochSecond()));
        OutsideAnswer answer = outside.call(new OutsideCall(details.method(), address.get(), headers, letter.text()));
        return switch (answer) {
            case OutsideAnswer.Answered(int status) -> fate(status);
            case OutsideAnswer.Refused(var why) -> new Refused(why.inBoth());
            case OutsideAnswer.Failed(var why) -> new Later(why.inBoth());
        };
    }

    /** Fills in the header that a credential is for; or says why the call is not made. */
    private Optional<Fate> fill(
            Workspace workspace, Map.Entry<String, String> header, URI address, Map<String, String> headers) {
        try {
            return switch (credentials.open(workspace, header.getValue(), address)) {
                case Credentials.Opened.Secret(String text) -> {
                    headers.put(header.getKey(), text);
                    yield Optional.empty();
                }
                case Credentials.Opened.Missing(var why) -> Optional.of(new Later(why.inBoth()));
                case Credentials.Opened.Elsewhere(var why) -> Optional.of(new Refused(why.inBoth()));
            };
        } catch (ProblemException unopened) {
            return Optional.of(new Later(unopened.message().inBoth()));
        }
    }

    private static Fate fate(int status) {
        if (status >= OK && status < NOT_OK) {
            return new Sent();
        }
        Label why = Label.of("HTTP " + status);
        return status >= SERVERS || LATER.contains(status) ? new Later(why) : new Refused(why);
    }

    /** The headers by which the other side knows who calls, and that it is no repeat of somebody else's. */
    static Map<String, String> signed(Letter letter, String key, long second) {
        String id = letter.id().toString();
        String content = id + "." + second + "." + letter.text();
        return Map.of(
                "Idempotency-Key",
                id,
                ID,
                id,
                TIMESTAMP,
                Long.toString(second),
                SIGNATURE,
                "v1," + Base64.getEncoder().encodeToString(hmac(SigningKeys.bytes(key), content)));
    }

    private static byte[] hmac(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
