package io.zhike.store.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A server process to be killed: starts PostgreSQL on a directory, says so, and ends cleanly when its input ends. */
public final class ServerMain {
    static final String READY = "READY ";
    static final String REFUSED = "REFUSED ";

    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path binaries = Path.of(arguments[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, binaries, Durability.FULL)) {
            System.out.println(READY + server.url("postgres") + " " + server.password() + " " + server.pid());
            while (System.in.read() >= 0) {
                // Until whoever started this closes the pipe.
            }
        } catch (io.zhike.message.ProblemException e) {
            System.out.println(REFUSED + e.message().code().code() + " "
                    + e.message().in(io.zhike.message.Language.EN).replace('\n', ' '));
        }
    }
}
