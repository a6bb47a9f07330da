package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Option;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Any number of options. Kept in the order of the options, each once. */
record MultiSelectType(Options choices) implements ListLike {
    static final FieldKind KIND =
            new Kind("multi_select", "多选", "Multi-select", List.of(Schemas.options(false)), MultiSelectType::parse);

    private static MultiSelectType parse(FieldProperties from) {
        return new MultiSelectType(new Options(from.options(false)));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return new Type.ListOf(Type.TEXT);
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.TEXTS);
    }

    @Override
    public int most() {
        return choices.list().size();
    }

    @Override
    public Reading item(JsonNode item, ValueContext context) {
        return item.isString()
                ? choices.read(item.stringValue())
                : refuse(EntityText.NOT_A_TEXT, CleanText.shown(item.toString()));
    }

    @Override
    public Reading cell(String text, ValueContext context) {
        // An option's own name may hold one of the characters that part options.
        Optional<Option> whole = choices.find(text);
        return whole.isPresent() ? Reading.of(List.of(whole.get().code())) : ListLike.super.cell(text, context);
    }

    @Override
    public Reading item(String item, ValueContext context) {
        return choices.read(item);
    }

    @Override
    public List<Object> ordered(List<Object> items) {
        List<Object> ordered = new ArrayList<>();
        choices.list().stream().map(Option::code).filter(items::contains).forEach(ordered::add);
        return ordered;
    }

    @Override
    public List<Option> options() {
        return choices.list();
    }

    @Override
    public JsonNode write(Object value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ((List<?>) value).forEach(code -> array.add((String) code));
        return array;
    }

    @Override
    public String display(Object value, ValueContext context) {
        return ((List<?>) value)
                .stream()
                        .map(code -> choices.display((String) code, context.language()))
                        .collect(Collectors.joining(context.language() == Language.ZH ? "、" : ", "));
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Optional.of(((List<?>) value)
                .stream()
                        .map(code -> choices.display((String) code, Language.ZH))
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.listOf(choices.valueSchema(false), Math.max(1, most()));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        choices.write(field);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "若干选项" : "some of the options";
    }

    @Override
    public boolean indexedByDefault() {
        return true;
    }
}
