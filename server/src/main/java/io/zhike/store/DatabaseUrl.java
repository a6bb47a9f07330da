package io.zhike.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the database URL that a person typed, in the spelling of libpq or of JDBC. */
final class DatabaseUrl {
    private static final String DEFAULT_PORT = "5432";

    private DatabaseUrl() {}

    static DatabaseAddress parse(String text) {
        URI uri = uri(text.strip().replaceFirst("^jdbc:", ""));
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = take(parameters, "user", userInfo.length > 0 ? decode(userInfo[0]) : null);
        String password = take(parameters, "password", userInfo.length > 1 ? decode(userInfo[1]) : "");
        if (user == null || user.isEmpty()) {
            throw invalid("no user / 缺少用户名");
        }
        String port = uri.getPort() < 0 ? DEFAULT_PORT : Integer.toString(uri.getPort());
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query(parameters);
        return new DatabaseAddress(url, user, password == null ? "" : password);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getHost() == null) {
                throw invalid(withoutPassword(text));
            }
            if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
                throw invalid("no database name / 缺少数据库名");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw StoreError.DATABASE_URL_INVALID.because(e, withoutPassword(text));
        }
    }

    private static RuntimeException invalid(String reason) {
        return StoreError.DATABASE_URL_INVALID.problem(reason);
    }

    private static String withoutPassword(String text) {
        return text.replaceFirst("//.*@", "//…@").replaceFirst("password=[^&]*", "password=…");
    }

    private static @Nullable String take(Map<String, String> parameters, String name, @Nullable String otherwise) {
        String value = parameters.remove(name);
        return value == null ? otherwise : decode(value);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
