package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FileLimits;
import io.zhike.message.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Pictures that browsers show. */
record ImageType(int most, List<String> endings) implements FileIds {
    private static final int USUAL = 20;
    private static final List<String> SHOWN = List.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "heic");

    static final FieldKind KIND = new Kind(
            "image", "图片", "Images", List.of(Schemas.whole("max", 1, MOST), Schemas.texts("types")), ImageType::parse);

    private static ImageType parse(FieldProperties from) {
        List<String> endings = from.texts("types").stream()
                .map(ending -> ending.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .distinct()
                .toList();
        return new ImageType(from.whole("max", 1, MOST).orElse(USUAL), endings);
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Optional<FileLimits> files() {
        return Optional.of(new FileLimits(most, endings.isEmpty() ? SHOWN : endings));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (most != USUAL) {
            field.put("max", most);
        }
        if (!endings.isEmpty()) {
            endings.forEach(field.putArray("types")::add);
        }
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "最多 " + most + " 个图片（标识）" : "at most " + most + " pictures (ids)";
    }
}
