package io.zhike.expression;

/** Questions about types that several checks ask. */
final class Types {
    private Types() {}

    static boolean isMoment(Type type) {
        return type instanceof Type.Date || type instanceof Type.DateTime;
    }

    /** Whether values of this type can be less or greater. */
    static boolean isOrdered(Type type) {
        return switch (type) {
            case Type.Text _, Type.Number _, Type.Date _, Type.DateTime _, Type.Duration _, Type.Blank _ -> true;
            case Type.Bool _, Type.Member _, Type.Department _, Type.RecordOf _, Type.ListOf _ -> false;
        };
    }

    /** Whether a literal text beside such a value is read as one. */
    static boolean isSpelled(Type type) {
        return switch (type) {
            case Type.Date _, Type.DateTime _, Type.Duration _, Type.Member _, Type.Department _, Type.RecordOf _ ->
                true;
            case Type.Text _, Type.Number _, Type.Bool _, Type.ListOf _, Type.Blank _ -> false;
        };
    }

    /** The type of a list's items; the type itself for what is no list. */
    static Type element(Type type) {
        return type instanceof Type.ListOf(Type element) ? element : type;
    }
}
