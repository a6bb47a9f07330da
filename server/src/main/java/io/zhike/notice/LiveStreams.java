package io.zhike.notice;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.Signals;
import io.zhike.workspace.Caller;
import io.zhike.workspace.KnownCallers;
import io.zhike.workspace.StillHere;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * All who are told live on this node. One listener hears for all of them; each has a virtual thread that asks for the counts
 * when they may be others, four at a time, so that a notice to everybody does not take the database from those who work.
 */
@Component
final class LiveStreams implements DisposableBean {
    static final int MOST_OF_ONE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final long HEARTBEAT_MILLIS = Duration.ofSeconds(20).toMillis();
    private static final int ASKING = 4;
    private static final int BEATS_UNTIL_DOUBT = 3;

    private final Database database;
    private final Todos todos;
    private final NoticeAnswers answers;
    private final StillHere stillHere;
    private final Clock clock;
    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
    private final Semaphore asking = new Semaphore(ASKING, true);
    private final Signals.Subscription changes;
    private final Signals.Subscription people;
    private volatile boolean closed;

    LiveStreams(
            Database database, Todos todos, NoticeAnswers answers, StillHere stillHere, Signals signals, Clock clock) {
        this.database = database;
        this.todos = todos;
        this.answers = answers;
        this.stillHere = stillHere;
        this.clock = clock;
        this.changes = signals.listen(Live.CHANNEL, this::hear);
        this.people = signals.listen(KnownCallers.TOPIC, _ -> streams.forEach(LiveStream::doubt));
    }

    /** @param latest null where nothing came since */
    record Told(int unread, NoticeAnswers.@Nullable Answer latest) {}

    private void hear(String payload) {
        Optional<Live.Said> said = Live.read(payload);
        for (LiveStream stream : streams) {
            if (said.isEmpty()) {
                stream.changed(EnumSet.allOf(Live.Event.class));
            } else if (said.get().concerns(stream.caller().workspace(), stream.member())) {
                stream.changed(Set.of(said.get().event()));
            }
        }
    }

    /** Tells {@code caller} from now on, beginning with how it stands. */
    SseEmitter open(Caller caller) {
        LiveStream stream = new LiveStream(caller);
        SseEmitter emitter = new SseEmitter(0L);
        emitter.onCompletion(stream::end);
        emitter.onTimeout(stream::end);
        emitter.onError(_ -> stream.end());
        streams.add(stream);
        List<LiveStream> own = streams.stream()
                .filter(each -> each.member().equals(stream.member()))
                .filter(each ->
                        each.caller().workspace().id().equals(caller.workspace().id()))
                .toList();
        own.subList(0, Math.max(0, own.size() - MOST_OF_ONE)).forEach(LiveStream::displace);
        if (closed) {
            stream.end();
        }
        Thread.ofVirtual().name("live").start(() -> run(stream, emitter));
        return emitter;
    }

    /** The outer edge of a stream's thread. */
    private void run(LiveStream stream, SseEmitter emitter) {
        try {
            tell(stream, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Who was told live is gone", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.remove(stream);
        }
    }

    private void tell(LiveStream stream, SseEmitter emitter) throws IOException, InterruptedException {
        UUID newest = null;
        boolean began = false;
        int beats = 0;
        while (true) {
            LiveStream.Woken woken = stream.await(HEARTBEAT_MILLIS);
            if (woken.displaced()) {
                emitter.send(SseEmitter.event().name("bye").data("{}", MediaType.APPLICATION_JSON));
            }
            if (woken.ended()) {
                return;
            }
            beats = woken.changed().isEmpty() ? beats + 1 : beats;
            if ((woken.doubted() || beats >= BEATS_UNTIL_DOUBT) && !isHere(stream)) {
                return;
            }
            beats = beats >= BEATS_UNTIL_DOUBT ? 0 : beats;
            if (woken.changed().isEmpty()) {
                emitter.send(SseEmitter.event().comment(""));
            }
            if (woken.changed().contains(Live.Event.NOTICE)) {
                newest = notices(stream, emitter, newest, began);
                began = true;
            }
            if (woken.changed().contains(Live.Event.TODO)) {
                todos(stream, emitter);
            }
        }
    }

    /** Where the database cannot be asked, somebody is believed to be here until it can. */
    private boolean isHere(LiveStream stream) throws InterruptedException {
        asking.acquire();
        try {
            return stillHere.is(stream.caller());
        } catch (ProblemException busy) {
            stream.doubt();
            return true;
        } finally {
            asking.release();
        }
    }

    private @Nullable UUID notices(LiveStream stream, SseEmitter emitter, @Nullable UUID newest, boolean began)
            throws IOException, InterruptedException {
        asking.acquire();
        Told told;
        UUID last;
        try {
            List<Notice> latest = database.read(ctx -> store(ctx, stream).of(stream.member(), true, null, 1));
            boolean fresh = began && isNewer(latest, newest) && !isQuiet(stream.caller());
            last = latest.isEmpty() ? newest : latest.getFirst().id();
            told = new Told(
                    database.read(ctx -> store(ctx, stream).unread(stream.member())),
                    fresh ? answers.of(stream.caller(), latest).getFirst() : null);
        } catch (ProblemException busy) {
            stream.changed(Set.of(Live.Event.NOTICE));
            Thread.sleep(Duration.ofSeconds(1));
            return newest;
        } finally {
            asking.release();
        }
        emitter.send(SseEmitter.event().name("notice").data(told, MediaType.APPLICATION_JSON));
        return last;
    }

    private static boolean isNewer(List<Notice> latest, @Nullable UUID than) {
        return !latest.isEmpty() && (than == null || latest.getFirst().id().compareTo(than) > 0);
    }

    private static NoticeStore store(DSLContext ctx, LiveStream stream) {
        return new NoticeStore(ctx, stream.caller().workspace().schema());
    }

    private boolean isQuiet(Caller caller) {
        return database.read(ctx -> new PreferenceStore(ctx, caller.workspace().schema()).of(caller.memberOrThrow()))
                .quiet()
                .filter(quiet -> quiet.covers(
                        clock.instant().atZone(caller.workspace().zone()).toLocalTime()))
                .isPresent();
    }

    private void todos(LiveStream stream, SseEmitter emitter) throws IOException, InterruptedException {
        asking.acquire();
        TodoCounts counts;
        try {
            counts = todos.counts(stream.caller().workspace(), stream.member());
        } catch (ProblemException busy) {
            stream.changed(Set.of(Live.Event.TODO));
            Thread.sleep(Duration.ofSeconds(1));
            return;
        } finally {
            asking.release();
        }
        emitter.send(SseEmitter.event().name("todo").data(counts, MediaType.APPLICATION_JSON));
    }

    /** How many of a workspace are told on this node. */
    long in(Workspace workspace) {
        return streams.stream()
                .filter(each -> each.caller().workspace().id().equals(workspace.id()))
                .count();
    }

    /** Before the web server waits for its last requests, which these never end by themselves. */
    @EventListener
    void end(ContextClosedEvent closing) {
        closed = true;
        streams.forEach(LiveStream::end);
    }

    @Override
    public void destroy() {
        changes.close();
        people.close();
    }
}
