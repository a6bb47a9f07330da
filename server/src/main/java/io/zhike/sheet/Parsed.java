package io.zhike.sheet;

import io.zhike.message.Message;

/** What became of a cell that was read as a {@code T}. */
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    /** The cell holds nothing. */
    record Blank<T>() implements Parsed<T> {}

    /** The cell holds something else; {@code why} names it. */
    record Refused<T>(Message why) implements Parsed<T> {}
}
