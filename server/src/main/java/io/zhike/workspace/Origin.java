package io.zhike.workspace;

import java.util.UUID;

/** By which way a caller comes in. */
public sealed interface Origin {

    /** A person in a browser. */
    record Session(UUID id) implements Origin {}

    /**
     * A person in a browser who looks at the workspace as somebody with one role alone would. Nothing is changed that way.
     *
     * @param session of whoever looks
     * @param role a code, published or not
     */
    record Preview(UUID session, String role) implements Origin {
        /** Says the role in an address that the browser itself asks for, such as that of a picture or a download. */
        public static final String PARAMETER = "previewRole";

        /** Says the role in all other requests. */
        static final String HEADER = "Zhike-Preview-Role";
    }

    /** A program with an API key. */
    record Key(UUID id) implements Origin {}

    /**
     * Work that a member began and that goes on without them, with their rights.
     *
     * @param what is being done, such as {@code import}
     */
    record Background(String what) implements Origin {}

    /**
     * The system itself.
     *
     * @param what is being done, for histories and logs, such as {@code rollup}
     */
    record SystemTask(String what) implements Origin {}
}
