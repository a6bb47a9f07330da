package io.zhike.definition;

import io.zhike.message.Issue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The YAML of packages: one document, no name twice, no aliases that grow. */
final class Yaml {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LONGEST)
                            .setMaxAliasesForCollections(0)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Yaml() {}

    /** @throws JacksonException for what is no YAML */
    static JsonNode read(byte[] content) {
        return MAPPER.readTree(content);
    }

    static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Where and why a file is no YAML. */
    static Issue issue(JacksonException failure) {
        TokenStreamLocation at = failure.getLocation();
        String line = at == null ? "?" : String.valueOf(at.getLineNr());
        String column = at == null ? "?" : String.valueOf(at.getColumnNr());
        String why = failure.getOriginalMessage() == null ? "" : failure.getOriginalMessage();
        return Issue.at(
                "", PackageIssue.NOT_YAML, line, column, why.lines().findFirst().orElse(""));
    }
}
