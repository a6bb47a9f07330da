package io.zhike.definition;

import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Installs the templates that the start was asked for ({@code zhike.template}, separated by commas; {@code zhike.sample})
 * into the oldest workspace, where they are not there yet. Runs after the first start has made that workspace.
 */
@Component
@Order(TemplatesAtStart.AFTER_FIRST_START)
final class TemplatesAtStart implements ApplicationRunner {
    static final int AFTER_FIRST_START = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(TemplatesAtStart.class);

    private final Templates templates;
    private final Apps apps;
    private final Workspaces workspaces;
    private final List<String> wanted;
    private final boolean sample;

    TemplatesAtStart(
            Templates templates,
            Apps apps,
            Workspaces workspaces,
            @Value("${zhike.template:}") List<String> wanted,
            @Value("${zhike.sample:false}") boolean sample) {
        this.templates = templates;
        this.apps = apps;
        this.workspaces = workspaces;
        this.wanted = wanted.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        this.sample = sample;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted.isEmpty()) {
            return;
        }
        Workspace workspace = workspaces.all().getFirst();
        for (String code : wanted) {
            AppPackage template = templates.get(code);
            if (!apps.isInstalled(workspace, template.code())) {
                apps.install(Caller.system(workspace, "start"), template, code, sample);
                LOG.info("Installed the template '{}'", code);
            }
        }
    }
}
