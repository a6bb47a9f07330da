package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.WorkspaceSchema;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
    private final Workspace workspace =
            new Workspace(new UUID(0, 1), "公司", new WorkspaceSchema("w_test"), ZoneOffset.UTC, Language.EN);
    private final UUID member = new UUID(0, 2);

    @Test
    void theSystemHasNoMemberAndSpeaksTheLanguageOfTheWorkspace() {
        Caller system = Caller.system(workspace, "import");
        assertThat(system.isSystem()).isTrue();
        assertThat(system.language()).isEqualTo(Language.EN);
        assertThat(system.origin()).isEqualTo(new Origin.SystemTask("import"));
        assertThatThrownBy(system::memberOrThrow).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPersonHasAMember() {
        Caller person = new Caller(workspace, member, Language.ZH, new Origin.Session(new UUID(0, 3)));
        assertThat(person.isSystem()).isFalse();
        assertThat(person.memberOrThrow()).isEqualTo(member);
    }

    @Test
    void refusesAPersonWithoutMemberAndASystemWithOne() {
        assertThatThrownBy(() -> new Caller(workspace, null, Language.ZH, new Origin.Key(new UUID(0, 3))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Caller(workspace, member, Language.ZH, new Origin.SystemTask("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
