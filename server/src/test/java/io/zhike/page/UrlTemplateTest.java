package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with values of a record in them: where they may lead, and that no value leads them elsewhere. */
class UrlTemplateTest {
    private static UrlTemplate of(String text) {
        return UrlTemplate.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/?q={name}",
                "http://example.com",
                "HTTPS://example.com/{a}/{b}",
                "https://{region}.example.com",
                "tel:{phone}",
                "mailto:{mail}?subject={name}",
                "weixin://dl/chat?{wx}",
                "/e/order?q={number}",
                "/"
            })
    void anAddressMayLeadToTheWebToThisInstallationAndToPhonesMailAndWeixin(String text) {
        assertThat(of(text).safe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert({name})",
                "java\tscript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "{name}",
                "{scheme}://example.com",
                "//example.com",
                "/\\example.com",
                "https:example.com",
                "https:///example.com",
                "https:{host}",
                "example.com",
                "https://example.com/a b",
                "https://example.com/\"onclick",
                "tel:",
                ""
            })
    void everythingElseIsRefused(String text) {
        assertThat(of(text).safe()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x/{name", "https://x/name}", "https://x/{}", "https://x/{ }", "}{"})
    void bracesThatDoNotMatchAreNoTemplate(String text) {
        assertThat(UrlTemplate.parse(text)).isEmpty();
    }

    @Test
    void valuesArePutInPercentEncoded() {
        UrlTemplate template = of("https://x.cn/{name}?a={b}");
        assertThat(template.expressions()).containsExactly("name", "b");
        assertThat(template.with(List.of("张 三/&?#", "")))
                .isEqualTo("https://x.cn/%E5%BC%A0%20%E4%B8%89%2F%26%3F%23?a=");
    }

    @Test
    void numbersAndMailAddressesKeepTheirSigns() {
        assertThat(of("tel:{phone}").with(List.of("+86 138"))).isEqualTo("tel:+86%20138");
        assertThat(of("mailto:{mail}").with(List.of("a+b@x.cn"))).isEqualTo("mailto:a+b@x.cn");
        assertThat(of("https://x.cn/{mail}").with(List.of("a+b@x.cn"))).isEqualTo("https://x.cn/a%2Bb%40x.cn");
    }

    @Test
    void noValueChangesWhereAnAddressLeads() {
        Random random = new Random(7);
        String signs = "/\\:@?#&=%+.'\"<> \t\n{}张a0";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            java.net.URI uri = java.net.URI.create(
                    of("https://example.com/a/{v}?b={v}#c").with(List.of(value.toString(), value.toString())));
            assertThat(uri.getHost()).isEqualTo("example.com");
            assertThat(uri.getFragment()).isEqualTo("c");
            assertThat(uri.getRawQuery()).startsWith("b=").doesNotContain("&");
            assertThat(uri.getQuery()).isEqualTo("b=" + value);
        }
    }
}
