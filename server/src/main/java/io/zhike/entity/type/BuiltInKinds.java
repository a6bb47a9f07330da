package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldType;
import io.zhike.expression.Type;
import java.util.List;

/** All kinds of field, in the order a builder offers them. */
public final class BuiltInKinds {
    public static final List<FieldKind> ALL = List.of(
            TextType.KIND,
            LongTextType.KIND,
            NumberType.KIND,
            MoneyType.KIND,
            PercentType.KIND,
            DateType.KIND,
            DatetimeType.KIND,
            DurationType.KIND,
            BooleanType.KIND,
            SelectType.KIND,
            MultiSelectType.KIND,
            StageType.KIND,
            PhoneType.KIND,
            EmailType.KIND,
            UrlType.KIND,
            RegionType.KIND,
            LocationType.KIND,
            MemberType.KIND,
            DepartmentType.KIND,
            RelationType.KIND,
            ChildTableType.KIND,
            FileType.KIND,
            ImageType.KIND,
            RichTextType.KIND,
            RatingType.KIND,
            AutonumberType.KIND,
            FormulaType.KIND,
            RollupType.KIND,
            SignatureType.KIND,
            BarcodeType.KIND);

    private BuiltInKinds() {}

    /**
     * The plainest field type whose values are of {@code type}: how the result of a computation is kept and shown.
     *
     * @throws IllegalArgumentException for a list of anything but records
     */
    public static FieldType plain(Type type) {
        return switch (type) {
            case Type.Text ignored -> new LongTextType(LongTextType.MOST);
            case Type.Blank ignored -> new LongTextType(LongTextType.MOST);
            case Type.Number ignored -> NumberType.FREE;
            case Type.Bool ignored -> new BooleanType();
            case Type.Date ignored -> new DateType();
            case Type.DateTime ignored -> new DatetimeType();
            case Type.Duration ignored -> new DurationType();
            case Type.Member ignored -> new MemberType();
            case Type.Department ignored -> new DepartmentType();
            case Type.RecordOf(String entity) -> new RelationType(entity);
            case Type.ListOf(Type.RecordOf(String entity)) -> new RelationsType(entity);
            case Type.ListOf ignored -> throw new IllegalArgumentException("no field holds a list of " + type);
        };
    }

    /** A whole number: what a count is. */
    public static FieldType whole() {
        return NumberType.WHOLE;
    }
}
