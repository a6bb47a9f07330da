package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;
import tools.jackson.databind.node.ObjectNode;

/** Text with headings, lists, links, tables and images, kept as HTML that has nothing else in it. */
record RichTextType() implements TextLike {
    /** Of the HTML, after it is made safe. */
    static final int MOST = 500_000;

    static final FieldKind KIND = new Kind("rich_text", "富文本", "Rich text", List.of(), RichTextType::parse);

    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.LINKS)
            .and(Sanitizers.TABLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("img", "hr", "pre", "figure", "figcaption")
                    .allowUrlProtocols("https", "http")
                    .allowAttributes("src", "alt", "width", "height")
                    .onElements("img")
                    .toFactory());
    private static final PolicyFactory NOTHING = new HtmlPolicyBuilder().toFactory();
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/li|/h[1-6]|/tr|/div|/blockquote)[ />]?[^>]*>");
    /** How the sanitizer writes what might be mistaken for markup, and all beyond the first plane. */
    private static final Pattern CODED = Pattern.compile("&#(?:x([0-9a-f]{1,5})|([0-9]{1,6}));");

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private static RichTextType parse(FieldProperties from) {
        return new RichTextType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public boolean multiline() {
        return true;
    }

    @Override
    public Reading text(String text, ValueContext context) {
        if (text.length() > 4 * MOST) {
            return refuse(EntityText.TOO_LONG, MOST, text.length());
        }
        String safe = POLICY.sanitize(text).strip();
        boolean blank =
                !safe.contains("<img") && !safe.contains("<hr") && plain(safe).isEmpty();
        return blank ? Reading.BLANK : within(safe, MOST);
    }

    @Override
    public String display(Object value, ValueContext context) {
        return plain((String) value);
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Optional.of(plain((String) value)).filter(text -> !text.isEmpty());
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.textValue(MOST).put("contentMediaType", "text/html");
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "富文本（HTML）" : "rich text (HTML)";
    }

    /** What a person reads of it, blocks on lines of their own. */
    private static String plain(String html) {
        String text = NOTHING.sanitize(BREAK.matcher(html).replaceAll("\n"));
        text = CODED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(
                        match.group(1) == null
                                ? Integer.parseInt(match.group(2))
                                : Integer.parseInt(match.group(1), 16))));
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return CleanText.lines(BLANKS.matcher(text).replaceAll(" "));
    }
}
