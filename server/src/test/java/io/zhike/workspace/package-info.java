/** The test kit of all API tests ({@link io.zhike.workspace.TestServer}) and the tests of this module. */
package io.zhike.workspace;
