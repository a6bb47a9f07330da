package io.zhike.rule.hook;

import io.zhike.definition.Definitions;
import io.zhike.http.Idempotency;
import io.zhike.http.RateLimits;
import io.zhike.rule.RuleBook;
import io.zhike.rule.Trigger;
import io.zhike.store.Database;
import io.zhike.workspace.Open;
import io.zhike.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems send to. Who does not know an address learns nothing here, not even that there are any. */
@RestController
class HookApi {
    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Definitions definitions;
    private final Database database;
    private final RateLimits limits;

    HookApi(Hooks hooks, Deliveries deliveries, Definitions definitions, Database database, RateLimits limits) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.definitions = definitions;
        this.database = database;
        this.limits = limits;
    }

    /** Takes JSON or a form. */
    @Open
    @PostMapping("/api/v1/hooks/{workspace}/{secret}")
    ResponseEntity<String> take(
            @PathVariable String workspace,
            @PathVariable String secret,
            Idempotency idempotency,
            HttpServletRequest request,
            HttpServletResponse response) {
        Deliveries.To to = hooks.workspace(workspace)
                .flatMap(found -> find(found, secret))
                .orElseThrow(HookError.UNKNOWN_HOOK::problem);
        limits.takeForHook(to.hook().toString(), response);
        return deliveries.take(to, HookBody.read(request), idempotency);
    }

    private Optional<Deliveries.To> find(Workspace workspace, String secret) {
        return database.read(ctx -> hooks.find(ctx, workspace, secret))
                .flatMap(hook -> RuleBook.of(definitions.published(workspace))
                        .find(hook.rule())
                        .flatMap(rule -> rule.trigger() instanceof Trigger.Webhook trigger
                                ? Optional.of(new Deliveries.To(workspace, rule, trigger, hook.id()))
                                : Optional.empty()));
    }
}
