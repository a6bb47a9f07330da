package io.zhike.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the scenarios that are named, or all, each on a fresh server, and prints what came of each as a line of JSON. */
public final class Bench {
    private static final List<Scenario> ALL = List.of(
            new ImportCopy(),
            new ListSql("list-sql", 1_000_000),
            new CreateJdbc(),
            new FieldAdd(),
            new Restart(),
            new FormFlood(),
            new RestrictedList(),
            new RulesIdle(),
            new RulesLatency(),
            new RulesRate(),
            new RulesTimed(),
            new InBrowser("first-page"),
            new InBrowser("record-page"),
            new InBrowser("form-typing"),
            new InBrowser("list-scroll"),
            new InBrowser("board-open"),
            new ListSql("list-sql-10m", 10_000_000));
    private static final String LARGE = "list-sql-10m";

    private Bench() {}

    /** What a person typed. */
    private record Order(Path jar, Path retail, Path browser, boolean quick, List<String> names) {}

    /** {@code --jar FILE --retail FILE --browser FOLDER [--quick] [NAME…]}. Ends with 1 where a bound is not reached. */
    public static void main(String[] arguments) throws Exception {
        Order order = order(arguments);
        boolean ok = true;
        for (Scenario scenario : ALL) {
            if (!wanted(order, scenario)) {
                continue;
            }
            if (order.quick() && scenario.name().equals(LARGE)) {
                Settings.say(LARGE + ": left out by --quick");
                continue;
            }
            for (Outcome outcome : run(order, scenario)) {
                System.out.println(outcome.json());
                ok &= outcome.ok();
            }
        }
        System.exit(ok ? 0 : 1);
    }

    private static boolean wanted(Order order, Scenario scenario) {
        return order.names().isEmpty() || order.names().contains(scenario.name());
    }

    private static List<Outcome> run(Order order, Scenario scenario) throws Exception {
        Settings.say(scenario.name() + " …");
        Path data = Files.createTempDirectory("zhike-bench-");
        try {
            List<Outcome> outcomes =
                    scenario.run(new Settings(order.jar(), data, order.retail(), order.browser(), order.quick()));
            remove(data);
            return outcomes;
        } catch (Exception failure) {
            Settings.say(scenario.name() + " failed; the server's data and logs are kept in " + data);
            throw failure;
        }
    }

    private static Order order(String[] arguments) {
        Path jar = Path.of("server/target/zhike/zhike.jar");
        Path retail = Path.of("../shared/data/online-retail/online_retail.csv.gz");
        Path browser = Path.of("e2e");
        boolean quick = false;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--jar" -> jar = Path.of(arguments[++i]);
                case "--retail" -> retail = Path.of(arguments[++i]);
                case "--browser" -> browser = Path.of(arguments[++i]);
                case "--quick" -> quick = true;
                default -> names.add(known(arguments[i]));
            }
        }
        return new Order(jar.toAbsolutePath(), retail.toAbsolutePath(), browser.toAbsolutePath(), quick, names);
    }

    private static String known(String name) {
        List<String> names = ALL.stream().map(Scenario::name).toList();
        if (!names.contains(name)) {
            Settings.say("there is no scenario '" + name + "'; there are " + String.join(", ", names));
            System.exit(64);
        }
        return name;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
