package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.http.HttpError;
import io.zhike.message.MessageCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said in one language is said in the other. */
class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    static List<MessageCode> codes() {
        return Stream.<MessageCode>concat(Stream.of(HttpError.values()), Stream.of(WorkspaceError.values()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasTheSameArgumentsInBothLanguages(MessageCode code) {
        assertThat(arguments(code.zh())).isEqualTo(arguments(code.en()));
        assertThat(code.zh()).endsWith("。").doesNotContain("!");
        assertThat(code.en()).endsWith(".").doesNotContain("!").doesNotContain("。");
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
