package io.zhike.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs, and wrapped in what. PostgreSQL refuses to run as root, so that root steps down to an ordinary
 * user. The wrappers see to it that Ctrl-C does not reach it before us ({@code setsid}), and that it stops cleanly when
 * this process is killed ({@code setpriv --pdeathsig}, which has to be the last of them).
 *
 * @param prefix what to put in front of each of its programs
 * @param user the user who owns its files, or null where that is the one we are
 */
record RunAs(List<String> prefix, @Nullable String user) {
    private static final List<String> ORDINARY_USERS = List.of("zhike", "postgres", "nobody");
    private static final List<List<String>> ORDINARY_WRAPPERS =
            List.of(List.of("setsid", "setpriv", "--pdeathsig=SIGINT"), List.of("setsid"), List.of());

    RunAs {
        prefix = List.copyOf(prefix);
    }

    /** The first way that works for {@code binaries} on {@code cluster}, a directory that exists and becomes the user's. */
    static RunAs choose(Binaries binaries, Path cluster) throws IOException {
        return isRoot() ? chooseForRoot(binaries, cluster) : chooseForOrdinaryUser(binaries);
    }

    /** {@code program} with its arguments, ready to be started. */
    Command command(Path program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(arguments);
        return Command.wrapped(prefix, words);
    }

    /** Hands {@code path} and all below it to the user PostgreSQL runs as. */
    Command.Outcome hand(Path path) {
        return Command.of("chown", "-R", user == null ? "0:0" : user + ":", path.toString())
                .run();
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static RunAs chooseForOrdinaryUser(Binaries binaries) {
        String lastOutput = "";
        for (List<String> wrapper : ORDINARY_WRAPPERS) {
            RunAs candidate = new RunAs(wrapper, null);
            Command.Outcome outcome = candidate.version(binaries);
            if (outcome.ok()) {
                return candidate;
            }
            lastOutput = outcome.output();
        }
        throw EmbeddedError.BINARIES_DO_NOT_RUN.problem(lastOutput);
    }

    private static RunAs chooseForRoot(Binaries binaries, Path cluster) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String user : candidates(cluster)) {
            String group = Command.of("id", "-g", user).run().output();
            RunAs candidate = new RunAs(
                    List.of(
                            "setsid",
                            "setpriv",
                            "--reuid=" + user,
                            "--regid=" + group,
                            "--clear-groups",
                            "--inh-caps=-all",
                            "--no-new-privs",
                            "--pdeathsig=SIGINT"),
                    user);
            String reason = candidate.whyNot(binaries, cluster);
            if (reason == null) {
                return candidate;
            }
            reasons.add(user + ": " + reason);
        }
        RunAs unmapped = new RunAs(List.of("setsid", "unshare", "-U", "setpriv", "--pdeathsig=SIGINT"), null);
        String reason = unmapped.whyNot(binaries, cluster);
        if (reason == null) {
            return unmapped;
        }
        reasons.add("unshare: " + reason);
        throw EmbeddedError.NO_USER_TO_RUN_AS.problem(String.join("; ", reasons));
    }

    /** The present owner first: a data directory made by an ordinary user stays that user's. */
    private static Set<String> candidates(Path cluster) throws IOException {
        Set<String> users = new LinkedHashSet<>();
        users.add(Files.getOwner(cluster).getName());
        users.addAll(ORDINARY_USERS);
        users.remove("root");
        users.removeIf(user -> !Command.of("id", "-u", user).run().ok());
        return users;
    }

    private @Nullable String whyNot(Binaries binaries, Path cluster) throws IOException {
        Command.Outcome version = version(binaries);
        if (!version.ok()) {
            return version.output();
        }
        String wanted = user == null ? "root" : user;
        if (!Files.getOwner(cluster).getName().equals(wanted)) {
            Command.Outcome handed = hand(cluster);
            if (!handed.ok()) {
                return handed.output();
            }
        }
        boolean writable = Command.wrapped(prefix, List.of("test", "-w", cluster.toString()))
                .run()
                .ok();
        return writable ? null : "cannot write " + cluster;
    }

    private Command.Outcome version(Binaries binaries) {
        return command(binaries.program("postgres"), List.of("--version")).run();
    }
}
