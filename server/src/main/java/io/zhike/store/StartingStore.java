package io.zhike.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A store that is being started on a thread of its own. Whoever takes it closes it; {@link #abandon} closes it otherwise. */
final class StartingStore {
    private final CompletableFuture<ReadyStore> ready;
    private boolean taken;

    private StartingStore(CompletableFuture<ReadyStore> ready) {
        this.ready = ready;
    }

    static StartingStore begin(StoreProperties properties) {
        return new StartingStore(CompletableFuture.supplyAsync(
                () -> ReadyStore.start(properties),
                task -> Thread.ofPlatform().name("store-start").start(task)));
    }

    /** Waits until the store is ready; throws what made its start fail. */
    synchronized ReadyStore take() {
        try {
            ReadyStore store = ready.join();
            taken = true;
            return store;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Nobody will take it any more: closes it, once it has started, unless it was taken. Does not wait. */
    synchronized void abandon() {
        if (!taken) {
            ready.thenAccept(ReadyStore::close);
        }
    }
}
