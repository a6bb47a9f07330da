package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Open;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Public forms: for those who fill them in, without signing in, and for those who hand out their addresses. */
@RestController
@RequestMapping("/api/v1")
class PublicFormApi {
    private static final String SCHEMA_PREFIX = "w_";

    private final Workspaces workspaces;
    private final Definitions definitions;
    private final Access access;
    private final Database database;
    private final Submissions submissions;
    private final JsonMapper json;
    private final Clock clock;

    PublicFormApi(
            Workspaces workspaces,
            Definitions definitions,
            Access access,
            Database database,
            Submissions submissions,
            JsonMapper json,
            Clock clock) {
        this.workspaces = workspaces;
        this.definitions = definitions;
        this.access = access;
        this.database = database;
        this.submissions = submissions;
        this.json = json;
        this.clock = clock;
    }

    /** @param path of the page, below the address of this installation */
    record Listed(
            String code,
            @Nullable String app,
            Label label,
            String entity,
            String path,
            String state,
            long taken,
            @Nullable Long quota) {}

    /** The published forms of the entities that the caller sees. */
    @GetMapping("/public-forms")
    Page<Listed> forms(Caller caller) {
        Workspace workspace = caller.workspace();
        Grants grants = access.of(caller);
        Map<String, Long> taken = database.read(ctx -> new PublicFormStore(ctx, workspace.schema()).taken());
        return Page.whole(definitions.published(workspace).ofKind(PublicFormKind.KIND).stream()
                .map(PublicForm::of)
                .filter(form -> grants.on(form.entity()).visible())
                .map(form -> listed(form, workspace, taken.getOrDefault(form.code(), 0L)))
                .toList());
    }

    private Listed listed(PublicForm form, Workspace workspace, long taken) {
        String place = workspace.schema().name().substring(SCHEMA_PREFIX.length());
        return new Listed(
                form.code(),
                form.app(),
                form.label(),
                form.entity(),
                "/f/" + place + "/" + form.code(),
                state(form, workspace, taken),
                taken,
                form.quota().orElse(null));
    }

    private String state(PublicForm form, Workspace workspace, long taken) {
        return form.state(clock.instant(), workspace.zone(), taken).name().toLowerCase(Locale.ROOT);
    }

    /** The fields and checks that strangers would see if the drafts were published; for builders only. */
    @GetMapping("/public-forms/{code}/draft")
    ObjectNode drafted(Caller caller, @PathVariable String code) {
        DefinitionSet drafted = definitions.drafted(caller);
        PublicForm form = Optional.of(code)
                .filter(DefinitionKey::isCode)
                .flatMap(name -> drafted.find(new DefinitionKey(PublicFormKind.KIND, name)))
                .map(PublicForm::of)
                .orElseThrow(PublicFormError.NO_SUCH_FORM::problem);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        new PublicFormFields(json).describe(form, EntityCatalog.of(drafted), answer);
        return answer;
    }

    private record Found(Workspace workspace, DefinitionSet published, PublicForm form) {
        EntityCatalog catalog() {
            return EntityCatalog.of(published);
        }
    }

    private Found find(String workspace, String code) {
        return Optional.of(SCHEMA_PREFIX + workspace)
                .filter(WorkspaceSchema::isName)
                .flatMap(workspaces::inSchema)
                .flatMap(found -> {
                    DefinitionSet published = definitions.published(found);
                    return Optional.of(code)
                            .filter(DefinitionKey::isCode)
                            .flatMap(name -> published.find(new DefinitionKey(PublicFormKind.KIND, name)))
                            .map(definition -> new Found(found, published, PublicForm.of(definition)));
                })
                .orElseThrow(PublicFormError.NO_SUCH_FORM::problem);
    }

    /** What a stranger sees of a form, and a task for their browser. Asked for again where the task has grown old. */
    @Open
    @GetMapping("/public/forms/{workspace}/{code}")
    ObjectNode form(@PathVariable String workspace, @PathVariable String code) {
        Found found = find(workspace, code);
        PublicForm form = found.form();
        PublicFormStore.Kept kept =
                database.read(ctx -> new PublicFormStore(ctx, found.workspace().schema()).find(code));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("code", form.code());
        answer.set("label", json.valueToTree(form.label()));
        form.intro().ifPresent(intro -> answer.set("intro", json.valueToTree(intro)));
        answer.put("state", state(form, found.workspace(), kept.taken()));
        answer.put("zone", found.workspace().zone().getId());
        new PublicFormFields(json).describe(form, found.catalog(), answer);
        answer.set("fromLink", json.valueToTree(form.fromLink()));
        RobotTask task = RobotTask.set(kept.key(), code, clock.instant());
        answer.putObject("task").put("text", task.text()).put("bits", RobotTask.BITS);
        return answer;
    }

    /** What a browser sends; {@code answer} solves {@code task}. */
    record Sent(
            @Nullable JsonNode values,
            @Nullable JsonNode link,
            @Nullable String task,
            @Nullable String answer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(@Nullable Label thanks) {}

    /** Takes a submission. The answer is the same whether somebody is known or not. */
    @Open
    @PostMapping("/public/forms/{workspace}/{code}")
    @ResponseStatus(HttpStatus.CREATED)
    Taken submit(@PathVariable String workspace, @PathVariable String code, @RequestBody Sent sent) {
        Found found = find(workspace, code);
        submissions.take(
                found.workspace(),
                found.form(),
                new Submissions.Submission(
                        object(sent.values()),
                        object(sent.link()),
                        Objects.requireNonNullElse(sent.task(), ""),
                        Objects.requireNonNullElse(sent.answer(), "")));
        return new Taken(found.form().thanks().orElse(null));
    }

    private static JsonNode object(@Nullable JsonNode node) {
        return node != null && node.isObject() ? node : MissingNode.getInstance();
    }
}
