package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer about oneself.
 *
 * @param language that answers are in
 * @param chosenLanguage what the member has chosen; null follows the browser
 * @param admin of the workspace
 * @param builds what the member may build: {@code all}, or codes of apps
 * @param installationAdmin may make workspaces
 * @param workspaces the others that the account may enter
 * @param confined what must be done before anything else; null for nothing
 * @param watermark what stands over the pages that this person looks at
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Me(
        Named member,
        @Nullable Named account,
        InWorkspace workspace,
        Language language,
        @Nullable Language chosenLanguage,
        List<InDepartment> departments,
        boolean admin,
        Builds builds,
        boolean installationAdmin,
        List<Named> workspaces,
        @Nullable Confinement confined,
        Mark watermark) {

    record Mark(Watermark mode, String text) {}

    record Named(UUID id, String name) {}

    record InWorkspace(UUID id, String name, String zone, Language language) {
        static InWorkspace of(Workspace workspace) {
            return new InWorkspace(
                    workspace.id(), workspace.name(), workspace.zone().getId(), workspace.language());
        }
    }

    record InDepartment(UUID id, String name, boolean main) {}
}
