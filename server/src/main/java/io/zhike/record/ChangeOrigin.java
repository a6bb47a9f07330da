package io.zhike.record;

import io.zhike.workspace.Caller;
import io.zhike.workspace.Origin;
import java.util.Locale;

/** The way in that a change came by. */
public enum ChangeOrigin {
    /** A person in the browser. */
    FORM,
    /** A program with an API key. */
    API,
    /** Somebody outside, through a form that anybody may fill in. */
    PUBLIC_FORM,
    /** Another system, that sends to the address of a rule. */
    WEBHOOK,
    /** A file. */
    IMPORT,
    /** One edit of many records. */
    BULK,
    /** The taking back of a batch. */
    UNDO,
    /** A person's wish to be forgotten. */
    ERASURE,
    /** A rule of the workspace. */
    RULE,
    /** The sample data of a template. */
    SAMPLE,
    /** The server itself, such as a roll-up that follows its children. */
    SYSTEM;

    /** As the feed and answers carry it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How what {@code caller} does comes in where nothing more is known of it. */
    public static ChangeOrigin of(Caller caller) {
        return switch (caller.origin()) {
            case Origin.Session _ -> FORM;
            case Origin.Looking _ -> throw new IllegalStateException("who only looks writes nothing");
            case Origin.Key _ -> API;
            case Origin.Background _, Origin.SystemTask _ -> SYSTEM;
        };
    }

    static ChangeOrigin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
