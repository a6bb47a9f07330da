package io.zhike.notice;

import io.zhike.workspace.Caller;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One who is told live, and what there is to look at for them. */
final class LiveStream {
    private final Caller caller;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Set<Live.Event> changed = EnumSet.allOf(Live.Event.class);
    private boolean doubted;
    private boolean ended;
    private boolean displaced;

    LiveStream(Caller caller) {
        this.caller = caller;
    }

    /**
     * What happened since it was asked last.
     *
     * @param changed empty where nothing did: it only says that it is there
     * @param doubted whether somebody may have been signed out
     * @param displaced ended since the member has newer ones
     */
    record Woken(Set<Live.Event> changed, boolean doubted, boolean ended, boolean displaced) {}

    Caller caller() {
        return caller;
    }

    UUID member() {
        return caller.memberOrThrow();
    }

    void changed(Set<Live.Event> events) {
        wake(() -> changed.addAll(events));
    }

    /** People are not what they were. */
    void doubt() {
        wake(() -> doubted = true);
    }

    void end() {
        wake(() -> ended = true);
    }

    /** Ends it, and who is told is not to come again by itself. */
    void displace() {
        wake(() -> {
            ended = true;
            displaced = true;
        });
    }

    private void wake(Runnable note) {
        lock.lock();
        try {
            note.run();
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something happens, so long at most. */
    Woken await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (changed.isEmpty() && !doubted && !ended && left > 0) {
                left = woken.awaitNanos(left);
            }
            Woken now = new Woken(Set.copyOf(changed), doubted, ended, displaced);
            changed.clear();
            doubted = false;
            return now;
        } finally {
            lock.unlock();
        }
    }
}
