package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two workspaces never see each other. Every endpoint that the server has, of whichever module, is asked by the administrator
 * of one workspace for what belongs to another; what to ask for comes from the {@link IsolationFixture}s.
 */
class IsolationTest {
    private static final String MARK = "机密-7f3a91";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::[^}]*)?}");

    private final TestWorkspace victim = TestServer.newWorkspace();
    private final TestWorkspace thief = TestServer.newWorkspace();
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param endless whether it answers with events for as long as somebody is signed in */
    private record Endpoint(String method, String pattern, HandlerMethod handler, boolean takesFiles, boolean endless) {
        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }
    }

    @Test
    void noEndpointGivesOrChangesWhatBelongsToAnotherWorkspace() {
        TestServer.context()
                .getBeansOfType(IsolationFixture.class)
                .values()
                .forEach(fixture -> values.putAll(fixture.fill(victim, MARK)));
        String before = everythingOf(victim);
        assertThat(before).contains(MARK);
        List<String> leaks = new ArrayList<>();
        for (Client client : List.of(thief.admin(), thief.keyOf(thief.administrator()))) {
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.endless()) {
                    continue; // what it tells is for its own test
                }
                Answer answer = ask(client, endpoint);
                if (answer.text().contains(MARK) || isGiven(endpoint, answer) || answer.status() >= 500) {
                    leaks.add(answer.toString());
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(everythingOf(victim)).isEqualTo(before);
    }

    @Test
    void everyEndpointIsClosedToStrangersUnlessItIsMarkedOpen() {
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.isOpen()) {
                Answer answer = ask(TestServer.stranger(), endpoint);
                assertThat(answer.status()).describedAs(answer.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void onlyTheseEndpointsAreOpen() {
        Set<String> open = new TreeSet<>();
        endpoints().stream()
                .filter(Endpoint::isOpen)
                .forEach(endpoint -> open.add(endpoint.method() + " " + endpoint.pattern()));
        String publicForm = " /api/v1/public/forms/{workspace}/{code}";
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "DELETE /api/v1/session",
                        "GET /api/v1/health",
                        "POST /api/v1/session",
                        "POST /api/v1/session/code",
                        "POST /api/v1/join",
                        "POST /api/v1/join/look",
                        "POST /api/v1/hooks/{workspace}/{secret}",
                        "GET" + publicForm,
                        "POST" + publicForm);
    }

    /** Whether something was found by a name of the victim's: nothing may be, even when it shows no text of theirs. */
    private boolean isGiven(Endpoint endpoint, Answer answer) {
        boolean named = values.keySet().stream().anyMatch(key -> key.startsWith(endpoint.pattern() + "#"));
        return named && answer.status() < 400;
    }

    private Answer ask(Client client, Endpoint endpoint) {
        Matcher matcher = VARIABLE.matcher(endpoint.pattern());
        String path = matcher.replaceAll(variable -> values.getOrDefault(
                endpoint.pattern() + "#" + variable.group(1),
                victim.workspace().id().toString()));
        String body = endpoint.method().equals("GET") || endpoint.method().equals("DELETE")
                ? null
                : values.getOrDefault(endpoint.method() + " " + endpoint.pattern(), "{}");
        if (endpoint.takesFiles()) {
            return client.with("Content-Type", "multipart/form-data; boundary=part")
                    .send(endpoint.method(), path, "--part--\r\n");
        }
        return client.send(endpoint.method(), path, body);
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        RequestMappingHandlerMapping mapping =
                TestServer.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, handler) -> endpoints.addAll(endpoints(info, handler)));
        // Signing out comes last: the other endpoints would be asked by a stranger after it.
        endpoints.sort(
                java.util.Comparator.comparing(endpoint -> endpoint.pattern().equals("/api/v1/session")));
        return endpoints;
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (pattern.startsWith("/api/") && !pattern.startsWith("/api/probe/")) {
                    boolean takesFiles = info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .anyMatch(MediaType.MULTIPART_FORM_DATA::equals);
                    boolean endless = info.getProducesCondition().getProducibleMediaTypes().stream()
                            .anyMatch(MediaType.TEXT_EVENT_STREAM::equals);
                    endpoints.add(new Endpoint(method.name(), pattern, handler, takesFiles, endless));
                }
            }
        }
        return endpoints;
    }

    /** All that the victim's own administrator can list. */
    private static String everythingOf(TestWorkspace workspace) {
        StringBuilder all = new StringBuilder();
        for (Endpoint endpoint : endpoints()) {
            boolean listed = endpoint.method().equals("GET")
                    && !endpoint.pattern().contains("{")
                    && !endpoint.endless()
                    && !endpoint.pattern().endsWith("/health")
                    // Reading is told of there, refusals included, so that it is never twice the same.
                    && !endpoint.pattern().startsWith("/api/v1/audit");
            if (listed) {
                String query = endpoint.pattern().equals("/api/v1/keys") ? "?all=true" : "";
                Answer answer = workspace.admin().get(endpoint.pattern() + query);
                assertThat(answer.status()).describedAs(answer.toString()).isLessThan(500);
                all.append(answer.text()).append('\n');
            }
        }
        return all.toString();
    }
}
