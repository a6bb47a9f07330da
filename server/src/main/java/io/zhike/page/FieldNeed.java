package io.zhike.page;

import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.util.function.Predicate;

/** What a place of a view asks of the field that stands there. */
enum FieldNeed {
    /** Any field, also one of a related record, of which the values are shown and nothing else. */
    SHOWN_PATH(new Label("任意字段", "any field"), _ -> true),
    /** Any field of the entity itself, of which the values are shown and nothing else. */
    SHOWN(new Label("本表的字段", "a field of this entity"), _ -> true),
    /** Any field, also one of a related record. */
    PATH(new Label("任意字段", "any field"), _ -> true),
    /** Any field of the entity itself. */
    OWN(new Label("本表的字段", "a field of this entity"), _ -> true),
    /** One value of which many records have the same. */
    GROUPING(
            new Label(
                    "可以分组的字段（选项、阶段、成员、部门、关联、是否、文字）",
                    "a field to group by (option, stage, member, department, relation, yes or no, text)"),
            FieldNeed::groups),
    /** The columns of a board. */
    BOARD(
            new Label("单选、阶段、成员、部门或是否字段", "a select, stage, member, department or yes-or-no field"),
            FieldNeed::makesColumns),
    NUMERIC(new Label("数字、金额或时长字段", "a field of numbers, money or durations"), FieldNeed::sums),
    /** Something that has a smallest and a largest. */
    ORDERED(new Label("数字、金额、日期或时长字段", "a field of numbers, money, dates or durations"), FieldNeed::sumsOrDates),
    NUMBER(new Label("数字或百分比字段", "a field of numbers or percentages"), field -> value(field) instanceof Type.Number),
    DAY(new Label("日期或时间字段", "a date or a time"), FieldNeed::dates),
    CHOICE(
            new Label("单选或阶段字段", "a select or stage field"),
            field -> !field.type().options().isEmpty() && value(field) instanceof Type.Text),
    IMAGE(new Label("图片字段", "an image field"), field -> field.type().code().equals("image"));

    private final Label label;
    private final Predicate<Field> fits;

    FieldNeed(Label label, Predicate<Field> fits) {
        this.label = label;
        this.fits = fits;
    }

    /** What people call such a field. */
    Label label() {
        return label;
    }

    /** Whether the field of a related record may stand there. */
    boolean far() {
        return this == PATH || this == SHOWN_PATH;
    }

    /** Whether a mask will do, since nothing is found, ordered or counted by the values. */
    boolean masked() {
        return this == SHOWN || this == SHOWN_PATH;
    }

    /** What is encrypted is shown and cannot be asked by. */
    boolean fits(Field field) {
        return fits.test(field) && (masked() || !field.type().encrypted());
    }

    private static Type value(Field field) {
        return field.type().valueType();
    }

    private static boolean groups(Field field) {
        return switch (value(field)) {
            case Type.Text _, Type.Bool _, Type.Member _, Type.Department _, Type.RecordOf _ -> true;
            case Type.Date _, Type.Number _ -> !field.system();
            case Type.DateTime _, Type.Duration _, Type.ListOf _, Type.Blank _ -> false;
        };
    }

    private static boolean makesColumns(Field field) {
        return CHOICE.fits(field)
                || switch (value(field)) {
                    case Type.Bool _, Type.Member _, Type.Department _ -> true;
                    case Type.Text _,
                            Type.Number _,
                            Type.Date _,
                            Type.DateTime _,
                            Type.Duration _,
                            Type.RecordOf _,
                            Type.ListOf _,
                            Type.Blank _ -> false;
                };
    }

    /** A running number is a name and no amount. */
    private static boolean sums(Field field) {
        boolean amount = value(field) instanceof Type.Number || value(field) instanceof Type.Duration;
        return amount && !field.code().equals(SystemFields.NUMBER);
    }

    private static boolean dates(Field field) {
        return value(field) instanceof Type.Date || value(field) instanceof Type.DateTime;
    }

    private static boolean sumsOrDates(Field field) {
        return sums(field) || dates(field);
    }
}
