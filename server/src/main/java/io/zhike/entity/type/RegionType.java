package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.Regions;
import io.zhike.entity.ValueContext;
import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A province, city or district of China, kept as its code of six digits. */
record RegionType(Regions.Level finest) implements TextLike {
    private static final List<String> LEVELS = List.of("province", "city", "district");

    static final FieldKind KIND =
            new Kind("region", "省市区", "Region", List.of(Schemas.oneOf("level", LEVELS)), RegionType::parse);

    private static RegionType parse(FieldProperties from) {
        return new RegionType(from.oneOf("level", LEVELS).map(Regions.Level::of).orElse(Regions.Level.DISTRICT));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        List<Regions.Region> found = Regions.china().search(CleanText.plain(text));
        if (found.size() > 1) {
            String names = String.join(
                    "、", found.stream().limit(5).map(Regions.china()::pathName).toList());
            return refuse(EntityText.AMBIGUOUS_REGION, CleanText.shown(text), names);
        }
        if (found.isEmpty()) {
            return refuse(EntityText.UNKNOWN_REGION, CleanText.shown(text));
        }
        Regions.Region region = found.getFirst();
        return region.level().compareTo(finest) > 0
                ? refuse(EntityText.REGION_TOO_FINE, CleanText.shown(text), finest.label())
                : Reading.of(region.code());
    }

    @Override
    public String display(Object value, ValueContext context) {
        String code = (String) value;
        return Regions.china().find(code).map(Regions.china()::pathName).orElse(code);
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Regions.china().find((String) value).map(Regions.china()::pathName);
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.textValue(6).put("pattern", "^[0-9]{6}$");
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (finest != Regions.Level.DISTRICT) {
            field.put("level", finest.code());
        }
    }

    @Override
    public String describe(Language language) {
        Label level = finest.label();
        return language == Language.ZH ? "地区，细到" + level.in(language) : "a region, as fine as a " + level.in(language);
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
