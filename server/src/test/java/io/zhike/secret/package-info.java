/** The tests of stored secrets. */
package io.zhike.secret;
