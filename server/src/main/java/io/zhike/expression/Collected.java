package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;

/** Functions that take one list or many arguments see the same values of both, blanks left out. */
final class Collected {
    private Collected() {}

    static List<Object> of(Arguments a) {
        List<Object> values = new ArrayList<>();
        if (a.count() == 1 && a.type(0) instanceof Type.ListOf) {
            values.addAll(a.list(0));
            return values;
        }
        for (int i = 0; i < a.count(); i++) {
            Object value = a.get(i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
