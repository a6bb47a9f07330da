package io.zhike.definition;

import io.zhike.message.Issue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** App packages as files, by their path in the package. */
final class PackageFiles {
    private static final String APP_FILE = "app.yaml";
    private static final String SAMPLES = "sample/";

    private final SortedMap<String, byte[]> files;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<DefinitionKey, String> places = new LinkedHashMap<>();

    private PackageFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * The package that {@code files} are. Documents may leave out {@code app}. Files that are neither YAML nor sample data
     * are none of its business.
     *
     * @throws io.zhike.message.ProblemException with all places that are wrong, as {@code file: path}
     */
    static AppPackage read(Map<String, byte[]> files) {
        return new PackageFiles(new TreeMap<>(withoutTopFolder(files))).read();
    }

    /** People zip the folder as often as what is in it. */
    private static Map<String, byte[]> withoutTopFolder(Map<String, byte[]> files) {
        List<String> tops = files.keySet().stream()
                .filter(name -> name.endsWith("/" + APP_FILE))
                .toList();
        if (files.containsKey(APP_FILE) || tops.size() != 1) {
            return files;
        }
        String top = tops.getFirst().substring(0, tops.getFirst().length() - APP_FILE.length());
        Map<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(top)) {
                inside.put(name.substring(top.length()), content);
            }
        });
        return inside;
    }

    private AppPackage read() {
        byte[] appFile = files.get(APP_FILE);
        if (appFile == null) {
            throw DefinitionError.BAD_PACKAGE.problem(PackageIssue.NO_APP_FILE.with());
        }
        Optional<Definition> app = definition(APP_FILE, appFile, null);
        if (app.isPresent() && !app.get().key().kind().equals(AppKind.KIND)) {
            wrong(
                    APP_FILE,
                    Issue.at(
                            "kind",
                            DefinitionIssue.MUST_BE,
                            AppKind.KIND,
                            app.get().key().kind()));
        }
        refuseIfWrong();
        String code = app.orElseThrow().key().code();
        List<Definition> definitions = new ArrayList<>();
        List<SampleTable> samples = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.startsWith(SAMPLES)) {
                sample(name, content).ifPresent(samples::add);
            } else if (isYaml(name) && !name.equals(APP_FILE)) {
                definition(name, content, code).ifPresent(definitions::add);
            }
        });
        refuseIfWrong();
        return new AppPackage(app.orElseThrow(), definitions, samples);
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** @param app the code of the package's app; null while that is being read */
    private Optional<Definition> definition(String file, byte[] content, @Nullable String app) {
        Optional<ObjectNode> document = document(file, content);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = document.get();
        String kind = body.path("kind").stringValue("");
        String code = body.path("code").stringValue("");
        if (!DefinitionKey.isCode(kind) || !DefinitionKey.isCode(code)) {
            wrong(file, Issue.at("", PackageIssue.NO_KEY));
            return Optional.empty();
        }
        String owner = app == null ? code : app;
        if (!body.has("app")) {
            body.put("app", owner);
        }
        if (!owner.equals(body.path("app").stringValue(null))) {
            wrong(file, Issue.at("app", PackageIssue.OTHER_APP, body.path("app"), owner));
            return Optional.empty();
        }
        DefinitionKey key = new DefinitionKey(kind, code);
        String twin = places.putIfAbsent(key, file);
        if (twin != null) {
            wrong(file, Issue.at("code", PackageIssue.TWICE, key, twin));
            return Optional.empty();
        }
        return Optional.of(Definition.of(body));
    }

    private Optional<ObjectNode> document(String file, byte[] content) {
        try {
            if (Yaml.read(content) instanceof ObjectNode object) {
                return Optional.of(object);
            }
            wrong(file, Issue.at("", PackageIssue.NOT_AN_OBJECT));
        } catch (tools.jackson.core.JacksonException e) {
            wrong(file, Yaml.issue(e));
        }
        return Optional.empty();
    }

    private Optional<SampleTable> sample(String file, byte[] content) {
        String name = file.substring(SAMPLES.length());
        int dot = name.lastIndexOf('.');
        String entity = dot < 0 ? name : name.substring(0, dot);
        if (!name.endsWith(".csv") && !isYaml(name)) {
            return Optional.empty();
        }
        if (!DefinitionKey.isCode(entity)) {
            wrong(file, Issue.at("", PackageIssue.BAD_NAME, name));
            return Optional.empty();
        }
        try {
            return Optional.of(isYaml(name) ? SampleFile.yaml(entity, content) : SampleFile.csv(entity, content));
        } catch (tools.jackson.core.JacksonException e) {
            wrong(file, Yaml.issue(e));
        } catch (IllegalArgumentException | de.siegmar.fastcsv.reader.CsvParseException e) {
            wrong(file, Issue.at("", PackageIssue.BAD_SAMPLE, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private void wrong(String file, Issue issue) {
        issues.add(issue.under(file));
    }

    private void refuseIfWrong() {
        if (!issues.isEmpty()) {
            throw DefinitionError.BAD_PACKAGE.problem(issues, issues.getFirst().message());
        }
    }

    /** {@code content} as files: what {@link #read} makes the same package of. */
    static SortedMap<String, byte[]> write(AppPackage content) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(APP_FILE, Yaml.write(content.app().body()));
        for (Definition definition : content.definitions()) {
            DefinitionKey key = definition.key();
            files.put(folder(key.kind()) + "/" + key.code() + ".yaml", Yaml.write(definition.body()));
        }
        for (SampleTable sample : content.samples()) {
            String text = SampleFile.csv(sample);
            files.put(SAMPLES + sample.entity() + ".csv", text.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** {@code entity} in {@code entities}, {@code view} in {@code views}. */
    private static String folder(String kind) {
        return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }
}
