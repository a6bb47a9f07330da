package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A web address of http or https; {@code https://} is put before one without a scheme. No other scheme can be stored. */
record UrlType() implements TextLike {
    private static final int LONGEST = 2048;
    private static final Pattern SHAPE = Pattern.compile(
            "(?i)https?://(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*(?::\\d{1,5})?(?:[/?#][^\\s<>\"\\\\^`{|}]*)?");
    private static final Pattern DOTTED = Pattern.compile("(?i)https?://[^/?#]*(?:\\.|localhost).*");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?!\\d).*");

    static final FieldKind KIND = new Kind("url", "网址", "Web address", EncryptedType.with(), UrlType::parse);

    private static FieldType parse(FieldProperties from) {
        return EncryptedType.asked(from, new UrlType());
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        if (text.length() > LONGEST) {
            return refuse(EntityText.TOO_LONG, LONGEST, text.length());
        }
        String url = SCHEME.matcher(text).matches() ? text : "https://" + text;
        return SHAPE.matcher(url).matches() && DOTTED.matcher(url).matches()
                ? within(url, LONGEST)
                : refuse(EntityText.NOT_A_URL, CleanText.shown(text));
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.formatted("uri").put("maxLength", LONGEST);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "网址" : "a web address";
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
