package io.zhike.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.JsonNode;

/** The import of a real file, beside a bare COPY of the rows that came of it into a table with the same indexes. */
final class ImportCopy implements Scenario {
    private static final int TENTHS = 10;
    private static final int ROWS = 541_909;
    private static final int COPIES = 2;
    private static final String ENTITY = """
            {"kind": "entity", "code": "sale", "label": {"zh": "销售明细"}, "fields": [
              {"code": "invoice", "type": "text", "label": {"zh": "InvoiceNo"}, "title": true},
              {"code": "stock", "type": "text", "label": {"zh": "StockCode"}},
              {"code": "description", "type": "text", "label": {"zh": "Description"}},
              {"code": "quantity", "type": "number", "label": {"zh": "Quantity"}},
              {"code": "sold_at", "type": "datetime", "label": {"zh": "InvoiceDate"}},
              {"code": "price", "type": "number", "label": {"zh": "UnitPrice"}, "decimals": 4},
              {"code": "customer", "type": "text", "label": {"zh": "CustomerID"}},
              {"code": "country", "type": "text", "label": {"zh": "Country"}}]}""";

    @Override
    public String name() {
        return "import-copy";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        if (!Files.exists(settings.retail())) {
            throw new IOException(
                    "the online-retail file is not at " + settings.retail() + "; name it by --retail FILE");
        }
        try (Server server = Server.start(settings)) {
            Client admin = server.admin();
            admin.put("/api/v1/definitions/entity/sale", ENTITY);
            admin.post("/api/v1/publish", "{}");
            int rows = settings.scaled(ROWS);
            double peakOfTenths = peakOfTenths(server, admin, unpacked(settings, rows / TENTHS));
            Path file = unpacked(settings, rows);
            Run full = imported(server, admin, file);
            Times copy = copied(server, settings, full.created());
            String against = "import %.1f s; COPY %.1f s; %d rows"
                    .formatted(full.seconds(), copy.percentile(50) / 1000, full.created());
            return List.of(
                    Outcome.atMost(name(), full.seconds() * 1000 / copy.percentile(50), "ratio of times", against, 4),
                    Outcome.atMost(
                            "import-memory",
                            full.peak() - peakOfTenths,
                            "MB more than for as many rows in ten files",
                            "peak %.0f MB; ten files one after another %.0f MB".formatted(full.peak(), peakOfTenths),
                            150));
        }
    }

    /** @param peak the most memory of the server's process, in MB */
    private record Run(double seconds, long created, double peak) {}

    /**
     * As many rows in small files: they make the same garbage, so that the heap has grown as far as garbage lets it grow, and
     * what the whole file needs beyond that is because of its size.
     */
    private static double peakOfTenths(Server server, Client admin, Path tenth) throws Exception {
        double peak = 0;
        for (int i = 0; i < TENTHS; i++) {
            peak = Math.max(peak, imported(server, admin, tenth).peak());
        }
        return peak;
    }

    private static Run imported(Server server, Client admin, Path file) throws Exception {
        long start = System.nanoTime();
        JsonNode begun = admin.upload("/api/v1/imports", file, Map.of("entity", "sale"));
        String path = "/api/v1/imports/" + begun.path("id").asString();
        double peak = 0;
        while (true) {
            JsonNode now = admin.get(path);
            String state = now.path("state").asString();
            peak = Math.max(peak, server.ownMemory());
            if (state.equals("done")) {
                double seconds = (System.nanoTime() - start) / 1e9;
                if (now.path("refused").asLong() > 0) {
                    throw new IllegalStateException("rows were refused: " + now);
                }
                return new Run(seconds, now.path("created").asLong(), peak);
            }
            if (state.equals("failed")) {
                throw new IllegalStateException("the import failed: " + now);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Path unpacked(Settings settings, int rows) throws IOException {
        Path file = settings.data().resolve("retail-" + rows + ".csv");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(settings.retail())), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            String line = in.readLine();
            for (int i = 0; i <= rows && line != null; i++) {
                out.write(line);
                out.write('\n');
                line = in.readLine();
            }
        }
        return file;
    }

    /** COPY of the last {@code count} rows that the import made; the file lies in memory no more than the import's did. */
    private static Times copied(Server server, Settings settings, long count) throws Exception {
        Path rows = settings.data().resolve("rows.copy");
        Times times = new Times();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            String table = table(statement);
            try (OutputStream out = Files.newOutputStream(rows)) {
                copy.copyOut(
                        "copy (select * from " + table + " order by number desc limit " + count + ") to stdout", out);
            }
            for (int i = 0; i < COPIES; i++) {
                statement.execute("drop table if exists public.bench_copy");
                statement.execute("create table public.bench_copy (like " + table + " including all)");
                try (InputStream in = Files.newInputStream(rows)) {
                    times.of(() -> copy.copyIn("copy public.bench_copy from stdin", in, 1 << 16));
                }
            }
            statement.execute("drop table public.bench_copy");
        }
        return times;
    }

    private static String table(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select quote_ident(schemaname) || '.sale' from pg_catalog.pg_tables where" + " tablename = 'sale'")) {
            found.next();
            return found.getString(1);
        }
    }
}
