package io.zhike.http;

import com.fasterxml.jackson.annotation.Nulls;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON of the API. Decimals are written as strings ({@code "5000.00"}) so that none is rounded on the way, and read
 * from strings or numbers within bounds; unknown and doubled properties are refused; times are ISO 8601. Trees
 * ({@code JsonNode}) are written as they are: whoever builds one writes its decimals as text.
 */
@Configuration(proxyBeanMethods = false)
public class JsonFormat {
    /** Digits before the decimal point that a number may have. */
    static final int MOST_INTEGER_DIGITS = 40;
    /** Digits after the decimal point that a number may have. */
    static final int MOST_DECIMALS = 40;

    private static final int MOST_NESTING = 200;
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_NAME = 1_000;

    /** A mapper of its own with the rules of the API, for JSON outside a request. */
    public static JsonMapper mapper() {
        return strict(JsonMapper.builder(factory())).build();
    }

    @Bean
    JsonMapper jsonMapper(List<JsonMapperBuilderCustomizer> customizers) {
        JsonMapper.Builder builder = strict(JsonMapper.builder(factory()));
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static JsonFactory factory() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MOST_NESTING)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static JsonMapper.Builder strict(JsonMapper.Builder builder) {
        SimpleModule ours = new SimpleModule("zhike");
        ours.addSerializer(BigDecimal.class, new PlainDecimals());
        ours.addDeserializer(BigDecimal.class, new BoundedDecimals());
        ours.addSerializer(Language.class, new LanguageWriter());
        ours.addDeserializer(Language.class, new LanguageReader());
        return builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                // No list of ours has blanks, and an empty text is no id.
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .withCoercionConfig(
                        UUID.class, texts -> texts.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .nodeFactory(new BoundedNodes())
                .addModule(ours);
    }

    private static BigDecimal bounded(BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        boolean small = value.signum() == 0 && Math.abs((long) value.scale()) <= MOST_DECIMALS;
        if (!small && (integerDigits > MOST_INTEGER_DIGITS || value.scale() > MOST_DECIMALS)) {
            throw HttpError.NUMBER_OUT_OF_BOUNDS.problem(MOST_INTEGER_DIGITS, MOST_DECIMALS);
        }
        return value;
    }

    private static final class PlainDecimals extends StdSerializer<BigDecimal> {
        PlainDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }

    private static final class BoundedDecimals extends StdDeserializer<BigDecimal> {
        BoundedDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) {
            return switch (in.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> bounded(in.getDecimalValue());
                case VALUE_STRING -> fromText(in.getString(), context);
                default -> (BigDecimal) context.handleUnexpectedToken(getValueType(context), in);
            };
        }

        private static BigDecimal fromText(String text, DeserializationContext context) {
            try {
                if (text.length() <= LONGEST_NUMBER) {
                    return bounded(new BigDecimal(text.strip()));
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the refusal below, which names the place
            }
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal number");
        }
    }

    /** {@code zh} and {@code en}. */
    private static final class LanguageWriter extends StdSerializer<Language> {
        LanguageWriter() {
            super(Language.class);
        }

        @Override
        public void serialize(Language value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class LanguageReader extends StdDeserializer<Language> {
        LanguageReader() {
            super(Language.class);
        }

        @Override
        public Language deserialize(JsonParser in, DeserializationContext context) {
            String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getString() : "";
            return switch (text) {
                case "zh", "zh-CN" -> Language.ZH;
                case "en" -> Language.EN;
                default -> (Language) context.handleWeirdStringValue(Language.class, text, "not a language");
            };
        }
    }

    /** Trees whose decimals are within bounds, so that nobody down the line is asked to write out 1e1000000000. */
    private static final class BoundedNodes extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(@Nullable BigDecimal value) {
            return value == null ? nullNode() : super.numberNode(bounded(value));
        }
    }
}
