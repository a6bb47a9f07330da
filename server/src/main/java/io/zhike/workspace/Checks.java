package io.zhike.workspace;

import io.zhike.message.Fault;
import io.zhike.message.Issue;
import io.zhike.message.MessageCode;
import io.zhike.message.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The issues of one input, collected until all of it has been looked at. */
final class Checks {
    private final List<Issue> issues = new ArrayList<>();

    Checks that(boolean right, String path, MessageCode otherwise, Object... arguments) {
        if (!right) {
            issues.add(Issue.at(path, otherwise, arguments));
        }
        return this;
    }

    /** A text that must be there and fit. */
    Checks text(String path, @Nullable String text, int most) {
        that(text != null && !text.isBlank(), path, WorkspaceError.REQUIRED, path);
        return that(text == null || text.length() <= most, path, WorkspaceError.TOO_LONG, path, most);
    }

    /** What was found so far. */
    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** {@code value}, unless there are issues, which are then thrown together; a single one speaks for itself. */
    <T> T orThrow(T value) {
        if (issues.size() == 1) {
            throw new ProblemException(Fault.INVALID, issues.getFirst().message(), issues);
        }
        if (!issues.isEmpty()) {
            throw WorkspaceError.VALUES_TO_CORRECT.problem(issues, issues.size());
        }
        return value;
    }
}
