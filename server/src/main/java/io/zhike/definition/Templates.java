package io.zhike.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The apps that ship with the server, from {@code apps/} on the class path. Read once, at the first use. */
@Component
public final class Templates {
    private static final String ROOT = "/apps/";

    private final Supplier<SortedMap<String, AppPackage>> byCode = Once.of(Templates::load);

    /** All, by code. */
    public List<AppPackage> all() {
        return List.copyOf(byCode.get().values());
    }

    /** @throws io.zhike.message.ProblemException where there is none of that code, with those that there are */
    public AppPackage get(String code) {
        AppPackage template = byCode.get().get(code);
        if (template == null) {
            throw DefinitionError.UNKNOWN_TEMPLATE.problem(
                    code, String.join(", ", byCode.get().keySet()));
        }
        return template;
    }

    private static SortedMap<String, AppPackage> load() {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:apps/*/**")) {
                if (resource.isReadable()) {
                    String path = path(resource);
                    String folder = path.substring(0, path.indexOf('/'));
                    folders.computeIfAbsent(folder, ignored -> new TreeMap<>())
                            .put(path.substring(folder.length() + 1), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, AppPackage> templates = new TreeMap<>();
        folders.values().stream().map(PackageFiles::read).forEach(template -> templates.put(template.code(), template));
        return Collections.unmodifiableSortedMap(templates);
    }

    private static String path(Resource resource) throws IOException {
        String url = URLDecoder.decode(resource.getURL().getPath(), StandardCharsets.UTF_8);
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    }
}
