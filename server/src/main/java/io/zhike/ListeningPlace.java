package io.zhike;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Tries the address and the port before anything else is started, so that a start that cannot succeed says so at once
 * and has touched nothing.
 */
final class ListeningPlace implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** After Boot has read its configuration files, before the store starts its database. */
    static final int ORDER = 0;

    private static final int BACKLOG = 1;
    private static final int LAST_PORT = 65_535;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, 0);
        if (port > 0) {
            check(environment.getProperty("server.address", "127.0.0.1"), port);
        }
    }

    /** Throws the {@link StartError} that fits when nobody can listen on {@code port} of {@code host} just now. */
    static void check(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (UnknownHostException e) {
            throw StartError.ADDRESS_UNKNOWN.problem(host);
        } catch (IOException e) {
            throw problem(host, port, e);
        }
    }

    private static RuntimeException problem(String host, int port, IOException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("assign requested address")) {
            return StartError.ADDRESS_UNKNOWN.problem(host);
        }
        if (e instanceof BindException && said.contains("in use")) {
            String other = Integer.toString(port < LAST_PORT ? port + 1 : port - 1);
            return StartError.PORT_IN_USE.problem(Integer.toString(port), host, other);
        }
        return StartError.PORT_NOT_ALLOWED.problem(Integer.toString(port), host, said);
    }
}
