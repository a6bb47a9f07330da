package io.zhike.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import io.zhike.workspace.TestServer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** The base document tells of all endpoints there are, and of no others. */
class OpenApiCoverageTest {
    private static final BaseDocument BASE = BaseDocument.load();

    @Test
    void tellsOfEveryEndpointAndOfNoOther() {
        Set<String> told = new TreeSet<>();
        BASE.in(Language.EN)
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> told.add(path.getKey() + " " + method)));
        told.removeIf(operation -> operation.endsWith(" parameters"));
        assertThat(told).isEqualTo(mapped());
    }

    @ParameterizedTest
    @EnumSource
    void isAValidDocumentInEachLanguage(Language language) {
        assertThat(DocumentShape.problems(BASE.in(language))).isEmpty();
    }

    @Test
    void findsWhatIsWrongWithADocument() {
        ObjectNode broken = BASE.in(Language.EN);
        ((ObjectNode) broken.at("/paths/~1api~1v1~1me/get")).remove("responses");
        ((ObjectNode) broken.at("/paths/~1api~1v1~1me/patch")).put("operationId", "signIn");
        ((ObjectNode) broken.at("/components/schemas/Page")).put("type", "thing");
        ((ObjectNode) broken.at("/paths/~1api~1v1~1keys~1{id}")).remove("parameters");
        assertThat(String.join("\n", DocumentShape.problems(broken)))
                .contains("responses")
                .contains("signIn is the name of two operations")
                .contains("/components/schemas/Page")
                .contains("/api/v1/keys/{id} tells of the parameters []");
    }

    @Test
    void everySummaryIsThereInBothLanguages() {
        ObjectNode chinese = BASE.in(Language.ZH);
        BASE.in(Language.EN)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String english = operation.getValue().path("summary").asString("");
                    String translated = chinese.path("paths")
                            .path(path.getKey())
                            .path(operation.getKey())
                            .path("summary")
                            .asString("");
                    assertThat(translated.isEmpty()).as(path.getKey()).isEqualTo(english.isEmpty());
                    assertThat(english.isEmpty() || !english.equals(translated))
                            .as(path.getKey())
                            .isTrue();
                }));
    }

    private static Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        TestServer.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        mapped.add(pattern + " " + method.name().toLowerCase(Locale.ROOT)))));
        return mapped;
    }
}
