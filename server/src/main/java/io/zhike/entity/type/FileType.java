package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FileLimits;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;

/** Files of any kind, or of those whose names end as asked for. */
record FileType(int most, int megabytes, List<String> endings) implements FileIds {
    static final FieldKind KIND = new Kind("file", "附件", "Files", PROPERTIES, FileType::parse);

    private static FileType parse(FieldProperties from) {
        return new FileType(FileIds.most(from), FileIds.megabytes(from), FileIds.endings(from));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Optional<FileLimits> files() {
        return Optional.of(new FileLimits(most, megabytes, endings));
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "最多 " + most + " 个文件（标识）" : "at most " + most + " files (ids)";
    }
}
