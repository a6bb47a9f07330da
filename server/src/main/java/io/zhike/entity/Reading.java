package io.zhike.entity;

import io.zhike.message.Message;
import io.zhike.message.MessageCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of reading a value: the value (null is blank), or why it is refused. */
public sealed interface Reading {

    record Value(@Nullable Object value) implements Reading {}

    record Refused(Message why) implements Reading {}

    Reading BLANK = new Value(null);

    static Reading of(@Nullable Object value) {
        return value == null ? BLANK : new Value(value);
    }

    static Reading refused(MessageCode why, @Nullable Object... arguments) {
        List<Object> said = Arrays.stream(arguments).<Object>map(String::valueOf).toList();
        return new Refused(new Message(why, said));
    }
}
