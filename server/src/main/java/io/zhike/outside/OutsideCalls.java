package io.zhike.outside;

import io.zhike.message.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.BasicHttpContext;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Calls other systems. A call goes to an address that was checked a moment before and to no other; it follows no redirect,
 * keeps no cookie, takes no proxy, uncompresses nothing and reads no more of an answer than its head.
 */
@Component
@EnableConfigurationProperties(OutsideSettings.class)
public class OutsideCalls implements DisposableBean {
    /** From the first sign to the answer's head, whatever the other side does. */
    static final Duration WHOLE = Duration.ofSeconds(20);

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_SAID = 200;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final AddressGuard guard;
    private final CloseableHttpClient client;
    private final Duration whole;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("outside-deadlines").unstarted(task));

    @Autowired
    OutsideCalls(OutsideSettings settings) {
        this(settings, InetAddress::getAllByName, WHOLE);
    }

    OutsideCalls(OutsideSettings settings, AddressGuard.Names names, Duration whole) {
        this.guard = new AddressGuard(settings, names);
        this.client = client(guard);
        this.whole = whole;
    }

    private static CloseableHttpClient client(AddressGuard guard) {
        DnsResolver resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return guard.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        Http1Config bounds = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(bounds)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECTING))
                                .setSocketTimeout(Timeout.of(SILENCE))
                                .build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(SILENCE))
                        .setConnectionRequestTimeout(Timeout.of(CONNECTING))
                        .setRedirectsEnabled(false)
                        .build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Zhike")
                .build();
    }

    /** Why {@code address} cannot be called, as far as it tells by itself; empty where it may be. Asks no name server. */
    public Optional<Message> refused(String address) {
        Optional<URI> read = read(address);
        return read.isEmpty()
                ? Optional.of(OutsideMessage.NOT_AN_ADDRESS.with(address))
                : guard.refusedLiteral(bare(read.get().getHost()));
    }

    /** The address that a text is; empty where none that could be called. */
    public static Optional<URI> read(String address) {
        try {
            URI uri = new URI(address);
            boolean fits = address.length() <= LONGEST_ADDRESS
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Where an address that {@link #read} gave leads to, whatever its path: scheme, host, and port where it is not the usual one. */
    public static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() == usual ? -1 : address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port);
    }

    /** Calls, and waits for the answer; at most {@link #WHOLE}. What goes wrong outside is an answer and never thrown. */
    public OutsideAnswer call(OutsideCall call) {
        Optional<Message> refused = refused(call.address().toString());
        if (refused.isPresent()) {
            return new OutsideAnswer.Refused(refused.get());
        }
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(call.body().getBytes(StandardCharsets.UTF_8), null));
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                whole.toMillis(),
                TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse answer = client.executeOpen(null, request, new BasicHttpContext())) {
            return new OutsideAnswer.Answered(answer.getCode());
        } catch (AddressGuard.Refused inside) {
            return new OutsideAnswer.Refused(inside.why());
        } catch (UnknownHostException nowhere) {
            return new OutsideAnswer.Failed(
                    OutsideMessage.NO_SUCH_HOST.with(call.address().getHost()));
        } catch (IOException failed) {
            return new OutsideAnswer.Failed(
                    late.get()
                            ? OutsideMessage.TIMED_OUT.with(whole.toSeconds())
                            : OutsideMessage.NOT_REACHED.with(said(failed)));
        } finally {
            deadline.cancel(false);
        }
    }

    private static String said(IOException failed) {
        String text = String.valueOf(failed.getMessage());
        return text.length() <= LONGEST_SAID ? text : text.substring(0, LONGEST_SAID);
    }

    /** An address of version 6 without its brackets. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public void destroy() throws IOException {
        // Calls that are under way end with the client.
        deadlines.shutdownNow();
        client.close();
    }
}
