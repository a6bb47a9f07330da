package io.zhike.message;

import java.util.List;

/** A message with its arguments, not yet in any language. Arguments that are a {@link Label} follow the language. */
public record Message(MessageCode code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** The finished sentence in {@code language}. */
    public String in(Language language) {
        String text = code.in(language);
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", said(arguments.get(i), language));
        }
        return text;
    }

    /** The finished sentence in both languages: what is kept, and read later by whoever. */
    public Label inBoth() {
        return new Label(in(Language.ZH), in(Language.EN));
    }

    private static String said(Object argument, Language language) {
        return switch (argument) {
            case Label label -> label.in(language);
            case Message message -> message.in(language);
            default -> argument.toString();
        };
    }
}
