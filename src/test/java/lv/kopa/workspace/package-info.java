/** Tests of the organiser's workspace, and an organiser for the tests of other features. */
@NullMarked
package lv.kopa.workspace;

import org.jspecify.annotations.NullMarked;
