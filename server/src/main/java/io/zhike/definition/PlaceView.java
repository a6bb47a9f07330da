package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import java.util.List;

/** An issue as answers carry it, like the errors of a problem. */
record PlaceView(String path, String code, String message) {

    static List<PlaceView> of(List<Issue> issues, Language language) {
        return issues.stream()
                .map(issue -> new PlaceView(
                        issue.path(),
                        issue.message().code().code(),
                        issue.message().in(language)))
                .toList();
    }
}
