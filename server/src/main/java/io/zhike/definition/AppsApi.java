package io.zhike.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.workspace.Builds;
import io.zhike.workspace.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** The apps of a workspace, the templates there are, and ways to get another app. */
@RestController
@RequestMapping("/api/v1")
class AppsApi {
    private final Apps apps;
    private final Templates templates;
    private final Definitions definitions;
    private final Builders builders;
    private final MenuSight sight;

    AppsApi(Apps apps, Templates templates, Definitions definitions, Builders builders, MenuSight sight) {
        this.apps = apps;
        this.templates = templates;
        this.definitions = definitions;
        this.builders = builders;
        this.sight = sight;
    }

    /** @param sample whether sample data of the app is in the workspace */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppView(
            String code,
            Label label,
            @Nullable Label description,
            @Nullable String icon,
            @Nullable String version,
            List<MenuItem> menu,
            boolean sample) {}

    /** @param entities how many there are in it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateView(
            String code,
            Label label,
            @Nullable Label description,
            @Nullable String icon,
            @Nullable String version,
            int entities,
            boolean sample) {}

    /**
     * Either a template or a label, and with a label perhaps the app that it begins as a copy of.
     *
     * @param sample whether to load the template's sample data
     * @param label of a blank app: a text, or texts by language
     */
    record Wanted(
            @Nullable String template,
            @Nullable Boolean sample,
            @Nullable JsonNode label,
            @Nullable String code,
            @Nullable String copyOf) {}

    /** Those that the caller builds, and those that the caller uses and finds something in. */
    @GetMapping("/apps")
    Page<AppView> list(Caller caller) {
        Set<String> sampled = apps.installations(caller.workspace()).stream()
                .filter(installation -> installation.sampleBatch() != null)
                .map(Installation::app)
                .collect(Collectors.toSet());
        DefinitionSet present = definitions.published(caller.workspace());
        Builds builds = builders.of(caller);
        MenuSight.Seen seen = sight.of(caller);
        return Page.whole(present.ofKind(AppKind.KIND).stream()
                .filter(app -> seen.uses(app.key().code()))
                .map(app -> view(app, present, seen, sampled.contains(app.key().code())))
                .filter(app -> builds.app(app.code()) || !app.menu().isEmpty())
                .toList());
    }

    @GetMapping("/templates")
    Page<TemplateView> templates(Caller caller) {
        return Page.whole(templates.all().stream().map(AppsApi::view).toList());
    }

    @PostMapping(value = "/apps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AppView create(Caller caller, @RequestBody Wanted wanted) {
        boolean sample = Boolean.TRUE.equals(wanted.sample());
        String template = wanted.template();
        String original = wanted.copyOf();
        if ((template == null) == (wanted.label() == null)
                || original != null && (template != null || wanted.code() != null)) {
            throw DefinitionError.BAD_APP_REQUEST.problem();
        }
        if (template != null) {
            AppPackage content = templates.get(template);
            apps.install(caller, content, template, sample);
            return view(caller, content.code());
        }
        if (original != null) {
            return view(caller, apps.copy(caller, original, label(wanted.label())));
        }
        return view(caller, apps.begin(caller, label(wanted.label()), wanted.code()));
    }

    @PostMapping(value = "/apps", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AppView upload(
            Caller caller,
            @RequestPart("package") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean sample) {
        try (InputStream in = file.getInputStream()) {
            AppPackage content = ZipPackage.read(in);
            apps.install(caller, content, null, sample);
            return view(caller, content.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/apps/{code}/package")
    ResponseEntity<byte[]> download(Caller caller, @PathVariable String code) {
        byte[] zip = ZipPackage.write(apps.export(caller, code));
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(code + ".zip").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(zip);
    }

    @DeleteMapping("/apps/{code}/sample")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSample(Caller caller, @PathVariable String code) {
        apps.removeSample(caller, code);
    }

    private static Label label(@Nullable JsonNode node) {
        if (node != null && node.isString() && !node.stringValue().isBlank()) {
            return Label.of(node.stringValue());
        }
        String zh = node == null ? "" : node.path("zh").stringValue("");
        String en = node == null ? "" : node.path("en").stringValue("");
        if (zh.isBlank() && en.isBlank()) {
            throw DefinitionError.BAD_APP_REQUEST.problem();
        }
        return new Label(zh, en);
    }

    private AppView view(Caller caller, String code) {
        DefinitionSet present = definitions.published(caller.workspace());
        boolean sample = apps.installations(caller.workspace()).stream()
                .anyMatch(installation -> installation.app().equals(code) && installation.sampleBatch() != null);
        return view(present.get(new DefinitionKey(AppKind.KIND, code)), present, sight.of(caller), sample);
    }

    private static AppView view(Definition app, DefinitionSet present, MenuSight.Seen seen, boolean sample) {
        return new AppView(
                app.key().code(),
                app.label(),
                description(app),
                app.get("icon").stringValue(null),
                app.get("version").stringValue(null),
                MenuItem.of(app, present, seen),
                sample);
    }

    private static TemplateView view(AppPackage template) {
        Definition app = template.app();
        long entities = template.definitions().stream()
                .filter(definition -> definition.key().kind().equals(MenuItem.ENTITY))
                .count();
        return new TemplateView(
                template.code(),
                app.label(),
                description(app),
                app.get("icon").stringValue(null),
                app.get("version").stringValue(null),
                Math.toIntExact(entities),
                !template.samples().isEmpty());
    }

    private static @Nullable Label description(Definition app) {
        JsonNode description = app.get("description");
        return description.isObject() ? Labels.read(description, app.key().code()) : null;
    }
}
