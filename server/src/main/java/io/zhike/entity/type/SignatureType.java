package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FileLimits;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A signature drawn by hand: the id of its picture. */
record SignatureType() implements IdLike {
    static final FieldKind KIND = new Kind("signature", "签名", "Signature", List.of(), SignatureType::parse);

    private static SignatureType parse(FieldProperties from) {
        return new SignatureType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return FileIds.TYPE;
    }

    @Override
    public Optional<FileLimits> files() {
        return Optional.of(new FileLimits(1, 0, List.of("png", "svg")));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "签名图片（文件标识）" : "a picture of a signature (a file's id)";
    }
}
