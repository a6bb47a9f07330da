package io.zhike.entity.type;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Likeness;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A telephone number, kept as E.164 ({@code +8613800138000}), an extension behind it ({@code +8675526770000;ext=123}).
 * Without a country's code it is one of the field's region.
 *
 * @param mobile whether only mobile numbers of mainland China will do
 */
record PhoneType(String region, boolean mobile) implements TextLike {
    static final String REGION = "CN";
    static final String MOBILE_FORMAT = "mobile";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS =
            NUMBERS.getSupportedRegions().stream().sorted().toList();
    private static final int LONGEST = 60;
    private static final int CHINA = 86;

    /** From so many digits on, seven are shown, and from so many on four; of fewer none. */
    private static final int WHOLE = 11;

    private static final int SHORT = 9;
    private static final int HIDDEN = 4;

    /** Chinese companies' short numbers, such as 95588 and 10086: they exist at home only and have no E.164. */
    private static final Pattern SERVICE = Pattern.compile("(?:\\+?86)?(95\\d{3,6}|96\\d{3,4}|10\\d{3}|12\\d{3})");

    /**
     * Most numbers are these, and need no table to be read. 179 is left to it: there a carrier's code could stand before a
     * number.
     */
    private static final Pattern MOBILE = Pattern.compile("(\\+86)?(1(?!79)[3-9]\\d{9})");

    private static final Pattern MAINLAND_MOBILE = Pattern.compile("\\+861[3-9]\\d{9}");

    private static final Pattern EXTENSION = Pattern.compile("(?:转|轉|分机|分機|内线|ext\\.?|[-－#*,，])\\s*(\\d{1,6})$");

    static final FieldKind KIND = new Kind(
            "phone",
            "电话",
            "Phone",
            EncryptedType.with(Schemas.oneOf("region", REGIONS), Schemas.oneOf("format", List.of(MOBILE_FORMAT))),
            PhoneType::parse);

    private static FieldType parse(FieldProperties from) {
        return EncryptedType.asked(
                from,
                new PhoneType(
                        from.oneOf("region", REGIONS).orElse(REGION),
                        from.oneOf("format", List.of(MOBILE_FORMAT)).isPresent()));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text);
        if (plain.length() > LONGEST) {
            return refuse(EntityText.TOO_LONG, LONGEST, plain.length());
        }
        if (mobile) {
            return normal(plain)
                    .filter(number -> MAINLAND_MOBILE.matcher(number).matches())
                    .map(Reading::of)
                    .orElseGet(() -> refuse(EntityText.NOT_A_MOBILE, CleanText.shown(text)));
        }
        Optional<String> whole = normal(plain);
        if (whole.isPresent()) {
            return Reading.of(whole.get());
        }
        var extension = EXTENSION.matcher(plain);
        if (extension.find() && extension.start() > 0) {
            Optional<String> before =
                    normal(plain.substring(0, extension.start()).strip());
            if (before.isPresent() && !before.get().contains(";")) {
                return Reading.of(before.get() + ";ext=" + extension.group(1));
            }
        }
        return refuse(EntityText.NOT_A_PHONE, CleanText.shown(text));
    }

    @Override
    public String display(Object value, ValueContext context) {
        try {
            PhoneNumber number = NUMBERS.parse((String) value, region);
            boolean home = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region);
            return NUMBERS.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return (String) value;
        }
    }

    /** The beginning, which tells the carrier or the town, and the end, by which people recognise a number. */
    @Override
    public String mask(Object value, boolean title) {
        String stored = ((String) value).split(";", 2)[0];
        String home = stored.startsWith("+" + CHINA) ? stored.substring(3) : stored;
        boolean town = !home.equals(stored) && (home.startsWith("10") || !home.startsWith("1"));
        String digits = town ? "0" + home : home;
        if (digits.length() >= WHOLE) {
            return Masks.ends(digits, 3, 4, HIDDEN);
        }
        return digits.length() >= SHORT ? Masks.ends(digits, 2, 2, HIDDEN) : MASK;
    }

    /** The digits as stored and as dialled at home, so that any part of either is found. */
    @Override
    public Optional<String> searchText(Object value) {
        String stored = (String) value;
        var mobile = MOBILE.matcher(stored);
        if (mobile.matches() && mobile.group(1) != null) {
            return Optional.of(stored.substring(1));
        }
        String national = display(value, new ValueContext(java.time.ZoneOffset.UTC, Language.ZH))
                .replaceAll("[^0-9]", "");
        String digits = stored.replaceAll("[^0-9]", "");
        return Optional.of(digits.endsWith(national) ? digits : digits + " " + national);
    }

    @Override
    public Optional<Likeness> likeness() {
        return Optional.of(Likeness.SAME);
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.textValue(LONGEST);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (!region.equals(REGION)) {
            field.put("region", region);
        }
        if (mobile) {
            field.put("format", MOBILE_FORMAT);
        }
    }

    @Override
    public String describe(Language language) {
        if (mobile) {
            return language == Language.ZH ? "大陆手机号" : "a mobile number of mainland China";
        }
        return language == Language.ZH ? "电话号码" : "a phone number";
    }

    private Optional<String> normal(String text) {
        var service = SERVICE.matcher(text);
        if (region.equals(REGION) && service.matches()) {
            return Optional.of(service.group(1));
        }
        var mobile = MOBILE.matcher(text);
        if (mobile.matches() && (mobile.group(1) != null || region.equals(REGION))) {
            return Optional.of("+86" + mobile.group(2));
        }
        return listed(text);
    }

    /** The number as the table of the world's numbers reads it. */
    private Optional<String> listed(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            if (!exists(number)) {
                return Optional.empty();
            }
            String base = NUMBERS.format(number, PhoneNumberFormat.E164);
            String extension = number.getExtension();
            return Optional.of(extension.isEmpty() ? base : base + ";ext=" + extension);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether there can be such a number. New Chinese mobile ranges and the 13 digits of devices are given out faster than
     * any table follows, so there the shape alone decides.
     */
    private static boolean exists(PhoneNumber number) {
        if (NUMBERS.isValidNumber(number)) {
            return true;
        }
        String digits = NUMBERS.getNationalSignificantNumber(number);
        return number.getCountryCode() == CHINA && digits.matches("1[3-9]\\d{9}|14[0-9]\\d{10}");
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
