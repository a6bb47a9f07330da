package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Likeness;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** An e-mail address, its domain in lower case. */
record EmailType() implements TextLike {
    /** RFC 5321. */
    private static final int LONGEST = 254;

    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    static final FieldKind KIND = new Kind("email", "邮箱", "E-mail", EncryptedType.with(), EmailType::parse);

    private static FieldType parse(FieldProperties from) {
        return EncryptedType.asked(from, new EmailType());
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text);
        String bare = plain.regionMatches(true, 0, "mailto:", 0, 7) ? plain.substring(7) : plain;
        int at = bare.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_NAME
                || bare.length() > LONGEST
                || !NAME.matcher(bare.substring(0, at)).matches()) {
            return refuse(EntityText.NOT_AN_EMAIL, CleanText.shown(text));
        }
        String domain = bare.substring(at + 1).toLowerCase(Locale.ROOT);
        return isDomain(domain)
                ? Reading.of(bare.substring(0, at) + "@" + domain)
                : refuse(EntityText.NOT_AN_EMAIL, CleanText.shown(text));
    }

    /** The first sign and the domain: whose mail it is stays hidden, where it goes does not. */
    @Override
    public String mask(Object value, boolean title) {
        String text = (String) value;
        int at = text.lastIndexOf('@');
        return at < 1 ? MASK : text.substring(0, text.offsetByCodePoints(0, 1)) + MASK + text.substring(at);
    }

    @Override
    public Optional<Likeness> likeness() {
        return Optional.of(Likeness.FOLDED);
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.formatted("email").put("maxLength", LONGEST);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "邮箱地址" : "an e-mail address";
    }

    private static boolean isDomain(String domain) {
        try {
            return DOMAIN.matcher(IDN.toASCII(domain).toLowerCase(Locale.ROOT)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }

    @Override
    public boolean searchedByDefault() {
        return true;
    }
}
