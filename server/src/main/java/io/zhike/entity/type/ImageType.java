package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FileLimits;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;

/** Pictures that browsers show. */
record ImageType(int most, int megabytes, List<String> endings) implements FileIds {
    private static final List<String> SHOWN = List.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "heic");

    static final FieldKind KIND = new Kind("image", "图片", "Images", PROPERTIES, ImageType::parse);

    private static ImageType parse(FieldProperties from) {
        return new ImageType(FileIds.most(from), FileIds.megabytes(from), FileIds.endings(from));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Optional<FileLimits> files() {
        return Optional.of(new FileLimits(most, megabytes, endings.isEmpty() ? SHOWN : endings));
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "最多 " + most + " 个图片（标识）" : "at most " + most + " pictures (ids)";
    }
}
