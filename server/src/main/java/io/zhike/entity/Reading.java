package io.zhike.entity;

import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.message.MessageCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of reading a value: the value (null is blank), or why it is refused. */
public sealed interface Reading {

    /** @param value of the kind that the field's type says; null is blank */
    record Value(@Nullable Object value) implements Reading {}

    record Refused(Message why) implements Reading {}

    Reading BLANK = new Value(null);

    static Reading of(@Nullable Object value) {
        return value == null ? BLANK : new Value(value);
    }

    static Reading refused(MessageCode why, @Nullable Object... arguments) {
        List<Object> said = Arrays.stream(arguments).<Object>map(Reading::said).toList();
        return new Refused(new Message(why, said));
    }

    /** Labels and messages follow the language of who reads the message; all else is text from here on. */
    private static Object said(@Nullable Object argument) {
        return argument instanceof Label || argument instanceof Message ? argument : String.valueOf(argument);
    }
}
