package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void overTlsItIsBoundToItsHostAndSentOverTlsAlone() {
        request.setSecure(true);
        SessionCookie.set(request, response, "token");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-zhike_session=token;")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void withoutTlsItHasTheNameThatBrowsersThenTake() {
        SessionCookie.set(request, response, "token");
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("zhike_session=token;")
                .doesNotContain("Secure");
    }

    @Test
    void overTlsNoneCountsThatMayHaveComeWithoutIt() {
        request.setCookies(new Cookie(SessionCookie.NAME, "planted"));
        assertThat(SessionCookie.token(request)).contains("planted");
        request.setSecure(true);
        assertThat(SessionCookie.token(request)).isEmpty();
        request.setCookies(new Cookie(SessionCookie.NAME, "planted"), new Cookie(SessionCookie.SECURE_NAME, "given"));
        assertThat(SessionCookie.token(request)).contains("given");
    }

    @Test
    void signingOutEmptiesWhatTheBrowserKeeps() {
        SessionCookie.clear(request, response);
        assertThat(response.getHeader("Set-Cookie")).contains("Max-Age=0");
        assertThat(response.getHeader("Clear-Site-Data")).isEqualTo("\"cache\"");
    }
}
