/** Tests of the database toolkit, and the databases that other tests use. */
@NullMarked
package lv.kopa.database;

import org.jspecify.annotations.NullMarked;
