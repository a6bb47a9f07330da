package io.zhike.outside;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call.
 *
 * @param headers beside those of the connection; {@code Content-Type} among them
 * @param body in UTF-8
 */
public record OutsideCall(String method, URI address, Map<String, String> headers, String body) {
    public OutsideCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
