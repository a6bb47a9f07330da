package io.zhike.workspace;

import java.util.Map;

/**
 * What a module puts into a workspace for {@link IsolationTest}. A module makes its tests' class path hold a Spring component
 * of this type; its endpoints are found by themselves.
 */
public interface IsolationFixture {

    /**
     * Puts data into {@code workspace} whose texts hold {@code mark}, and gives what its endpoints are asked with.
     *
     * @return values of path variables by the pattern of the endpoint and the variable's name, such as {@code
     *     /api/v1/members/{id}#id}; and bodies to send by method and pattern, such as {@code POST /api/v1/query}
     */
    Map<String, String> fill(TestWorkspace workspace, String mark);
}
