package io.zhike.workspace;

import java.util.List;

/**
 * What one module holds in people's names. Each module that keeps anything of that sort has a bean of this type, so that
 * nothing is forgotten when somebody leaves; {@link org.springframework.core.annotation.Order} says what is shown first.
 */
public interface HoldingSource {

    /** All kinds of things that {@code subject} may hold, those of which there are none just now too. */
    List<Holding> of(Workspace workspace, Subject subject);
}
