package io.zhike.definition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made at its first use and kept; where making it fails, the next use tries again. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    private Once(Supplier<T> make) {
        this.make = make;
    }

    static <T> Supplier<T> of(Supplier<T> make) {
        return new Once<>(make);
    }

    @Override
    public synchronized T get() {
        T present = made;
        if (present == null) {
            present = make.get();
            made = present;
        }
        return present;
    }
}
