package io.zhike.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;

/**
 * Under which address people reach Zhike with a browser, and the pages under it.
 *
 * @param home without a slash at its end
 */
public record SiteAddress(String home) {
    /**
     * The name by which texts that are filled in from a record hold the link to it, as they hold fields by theirs. No field can
     * be meant by it, as none may be called {@code record}.
     */
    public static final String RECORD_LINK = "record.link";

    private static final int LONGEST = 200;

    /** What somebody typed; empty where it is no whole address of a site: {@code http} or {@code https}, a host, perhaps a path. */
    static Optional<SiteAddress> of(String typed) {
        String home = typed.strip().replaceAll("/+$", "");
        return home.length() <= LONGEST && isSite(home) ? Optional.of(new SiteAddress(home)) : Optional.empty();
    }

    private static boolean isSite(String home) {
        try {
            URI uri = new URI(home);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    public String record(String entity, UUID id) {
        return home + "/e/" + entity + "/" + id;
    }

    public String todos() {
        return home + "/todos";
    }

    public String notices() {
        return home + "/notices";
    }
}
