package io.zhike.rule;

import io.zhike.message.Language;
import io.zhike.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One run of a rule on its way through the steps. Belongs to one thread. */
final class Run {
    final UUID id;
    final String rule;
    final String key;
    final String entity;
    final List<UUID> records;
    final Optional<UUID> actor;
    final List<String> causes;
    final ObjectNode before;
    final ObjectNode after;
    final Optional<UUID> parent;
    final Instant createdAt;
    private RunState state = RunState.WAITING;
    private @Nullable String step;
    private Instant due;
    private int tries;
    private @Nullable ObjectNode message;
    private @Nullable ArrayNode cycle;
    private final ArrayNode log = JsonNodeFactory.instance.arrayNode();
    private boolean again = true;

    /** What a run is for: what never changes about it. */
    record Of(
            UUID id,
            String rule,
            String key,
            String entity,
            List<UUID> records,
            Optional<UUID> actor,
            List<String> causes,
            ObjectNode before,
            ObjectNode after,
            Optional<UUID> parent,
            Instant createdAt) {}

    Run(Of of, @Nullable String step, Instant due) {
        this.id = of.id();
        this.rule = of.rule();
        this.key = of.key();
        this.entity = of.entity();
        this.records = List.copyOf(of.records());
        this.actor = of.actor();
        this.causes = List.copyOf(of.causes());
        this.before = of.before();
        this.after = of.after();
        this.parent = of.parent();
        this.createdAt = of.createdAt();
        this.step = step;
        this.due = due;
    }

    /** As it was read from its row. */
    Run tried(int times) {
        this.tries = times;
        return this;
    }

    RunState state() {
        return state;
    }

    /** The code of the step that comes next; null after the last. */
    @Nullable
    String step() {
        return step;
    }

    Instant due() {
        return due;
    }

    int tries() {
        return tries;
    }

    @Nullable
    ObjectNode message() {
        return message;
    }

    @Nullable
    ArrayNode cycle() {
        return cycle;
    }

    /** What was logged since it was read. */
    ArrayNode log() {
        return log;
    }

    /** Whether it can go on at once, in the same transaction. */
    boolean goesOn() {
        return again && state == RunState.WAITING && step != null;
    }

    /** How it stands, to come back to where a step breaks off. */
    record Mark(RunState state, @Nullable String step, Instant due, int tries, boolean again, int logged) {}

    Mark mark() {
        return new Mark(state, step, due, tries, again, log.size());
    }

    void backTo(Mark mark) {
        state = mark.state();
        step = mark.step();
        due = mark.due();
        tries = mark.tries();
        again = mark.again();
        message = null;
        cycle = null;
        while (log.size() > mark.logged()) {
            log.remove(log.size() - 1);
        }
    }

    /** Goes on with the step of that code; where there is none, it is done. */
    void goOn(Optional<String> next) {
        tries = 0;
        step = next.orElse(null);
        if (step == null) {
            state = RunState.DONE;
        }
    }

    /** Goes on at that time. */
    void putOff(Instant until) {
        due = until;
        again = false;
    }

    /** Waits for the runs that it made, and goes on with {@code next} when they are through. */
    void stepInto(Optional<String> next) {
        tries = 0;
        step = next.orElse(null);
        state = RunState.RUNNING;
    }

    /** Passes over what it waits for, but for another try; false where it is at its end. */
    boolean goOnAtOnce() {
        boolean waits = (state == RunState.WAITING && !again && tries == 0) || state == RunState.RUNNING;
        if (waits && step != null) {
            again = true;
            state = RunState.WAITING;
            return true;
        }
        return false;
    }

    /** Is tried again at that time. */
    void tryAgain(Instant at, Message why) {
        tries++;
        message = said(why);
        putOff(at);
    }

    void fail(Message why) {
        state = RunState.FAILED;
        message = said(why);
    }

    void stop(Message why, List<Causes.Link> round) {
        state = RunState.STOPPED;
        message = said(why);
        if (!round.isEmpty()) {
            ArrayNode drawn = JsonNodeFactory.instance.arrayNode();
            round.forEach(link -> drawn.addObject()
                    .put("rule", link.rule())
                    .put("record", link.record().toString()));
            cycle = drawn;
        }
    }

    static ObjectNode said(Message message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("zh", message.in(Language.ZH))
                .put("en", message.in(Language.EN));
    }
}
