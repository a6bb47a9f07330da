package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Fault;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void givesTheValueWhenAllIsRight() {
        assertThat(new Checks().text("name", "张三", 2).orThrow("value")).isEqualTo("value");
    }

    @Test
    void letsASingleIssueSpeakForItselfAsAFaultOfTheInput() {
        assertThatThrownBy(() -> new Checks()
                        .that(false, "head", WorkspaceError.NO_SUCH_MEMBER)
                        .orThrow(""))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.fault()).isEqualTo(Fault.INVALID);
                    assertThat(problem.message().code()).isEqualTo(WorkspaceError.NO_SUCH_MEMBER);
                    assertThat(problem.issues()).extracting(Issue::path).containsExactly("head");
                });
    }

    @Test
    void countsSeveral() {
        assertThatThrownBy(() -> new Checks()
                        .text("a", " ", 5)
                        .text("b", "abcdef", 5)
                        .text("c", null, 5)
                        .orThrow(""))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(WorkspaceError.VALUES_TO_CORRECT);
                    assertThat(problem.message().arguments()).containsExactly(3);
                    assertThat(problem.issues())
                            .extracting(issue -> issue.message().code())
                            .containsExactly(WorkspaceError.REQUIRED, WorkspaceError.TOO_LONG, WorkspaceError.REQUIRED);
                });
    }
}
