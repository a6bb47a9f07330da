package io.zhike.store.embedded;

/** The signals that end PostgreSQL, gentlest first. */
enum Signal {
    /** Fast shutdown: clients are cut off, everything is written. */
    INT,
    /** Immediate shutdown: the next start recovers. */
    QUIT,
    /** The last resort. */
    KILL;

    /** Asks for a smart shutdown: whoever is connected may finish, nobody new is let in. */
    static void ask(long pid) {
        Command.of("sh", "-c", "kill -TERM " + pid).run();
    }

    /** Sends this signal. Without effect when the process has ended. Java itself can send no other than TERM and KILL. */
    void send(long pid) {
        Command.of("sh", "-c", "kill -" + name() + " " + pid).run();
    }
}
