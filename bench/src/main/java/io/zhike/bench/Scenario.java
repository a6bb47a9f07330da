package io.zhike.bench;

import java.util.List;

/** Something that is measured on a server of its own. */
interface Scenario {

    /** What a person types to run it. */
    String name();

    /** Measures; {@code settings} say with how much. */
    List<Outcome> run(Settings settings) throws Exception;
}
