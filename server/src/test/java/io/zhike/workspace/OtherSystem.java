package io.zhike.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A system that Zhike calls: a real HTTP server that remembers what it got and answers as it is told. */
public final class OtherSystem implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Got> answer = _ -> 204;

    /** @param headers by name in lower case */
    public record Got(String method, String path, Map<String, String> headers, String body) {}

    public OtherSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toLowerCase(java.util.Locale.ROOT),
                        each -> each.getValue().getFirst()));
        Got call = new Got(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        got.add(call);
        exchange.sendResponseHeaders(answer.applyAsInt(call), -1);
        exchange.close();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on with that status. */
    public void answer(int status) {
        answer = _ -> status;
    }

    public void answer(ToIntFunction<Got> status) {
        answer = status;
    }

    public List<Got> got() {
        return got;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
