package io.zhike.workspace;

import java.util.UUID;

/** By which way a caller comes in. */
public sealed interface Origin {

    /** A person in a browser. */
    record Session(UUID id) implements Origin {}

    /** A person in a browser who looks at the workspace as somebody else would. Nothing is changed that way. */
    sealed interface Looking extends Origin {
        /** Of whoever looks. */
        UUID session();
    }

    /**
     * Looks as somebody with one role alone would; the caller's member is whoever looks.
     *
     * @param role a code, published or not
     */
    record Preview(UUID session, String role) implements Looking {
        /** Says the role in an address that the browser itself asks for, such as that of a picture or a download. */
        public static final String PARAMETER = "previewRole";

        /** Says the role in all other requests. */
        static final String HEADER = "Zhike-Preview-Role";
    }

    /**
     * Looks as another member does, with what that one may do: the caller's member is the one who is looked as.
     *
     * @param looker the administrator who looks
     */
    record SeenAs(UUID session, UUID looker) implements Looking {
        /** Says the member in an address that the browser itself asks for. */
        public static final String PARAMETER = "seeAs";

        /** Says the member in all other requests. */
        static final String HEADER = "Zhike-See-As";
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
