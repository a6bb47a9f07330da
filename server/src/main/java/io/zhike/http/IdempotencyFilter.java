package io.zhike.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the fingerprint of a request that has an {@code Idempotency-Key}, for which its body is held in memory. */
@Component
@Order(FilterOrder.BODY)
class IdempotencyFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = Idempotency.class.getName();

    static Idempotency of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Idempotency found ? found : Idempotency.NONE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.isUnsafe(request) || request.getHeader(Idempotency.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // An upload is not read twice: its length stands for it.
        boolean upload = BodyLimitFilter.isUpload(request);
        byte[] body = upload
                ? Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.US_ASCII)
                : request.getInputStream().readAllBytes();
        Idempotency found = new Idempotency(request.getHeader(Idempotency.HEADER), fingerprint(request, body));
        HttpServletRequest again = upload ? request : new Held(request, body);
        again.setAttribute(ATTRIBUTE, found);
        chain.doFilter(again, response);
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + "\n" + request.getRequestURI() + "\n" + request.getQueryString() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Held extends HttpServletRequestWrapper {
        private final byte[] body;

        Held(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new HeldStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class HeldStream extends ServletInputStream {
        private final ByteArrayInputStream in;

        HeldStream(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a held body is read at once");
        }
    }
}
