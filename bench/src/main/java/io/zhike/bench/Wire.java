package io.zhike.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kept-alive connection that posts JSON and waits for the answer, at next to no cost of its own: it shares the cores
 * with the server that is measured, as the bare JDBC program does with the database.
 */
final class Wire implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final Socket socket;
    private final byte[] buffer = new byte[1 << 16];
    private final String head;

    Wire(int port, String path, String cookie) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /** Fails on every answer that is no success. */
    void post(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        socket.getOutputStream().write(request);
        readAnswer();
    }

    private void readAnswer() throws IOException {
        int end = -1;
        int filled = 0;
        while (end < 0) {
            filled += read(filled);
            end = endOfHead(filled);
        }
        String answerHead = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        int wanted = end + contentLength(answerHead);
        if (wanted > buffer.length) {
            throw new IOException("an answer of " + wanted + " bytes");
        }
        while (filled < wanted) {
            filled += read(filled);
        }
        if (!answerHead.startsWith("HTTP/1.1 2")) {
            throw new IOException(new String(buffer, 0, wanted, StandardCharsets.UTF_8));
        }
    }

    private int read(int filled) throws IOException {
        int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("the server has hung up, or its answer is too long");
        }
        return read;
    }

    /** Where the body begins; -1 where the head is not whole yet. */
    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(String answerHead) throws IOException {
        Matcher length = LENGTH.matcher(answerHead);
        if (!length.find()) {
            throw new IOException("an answer without a Content-Length: " + answerHead);
        }
        return Integer.parseInt(length.group(1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
