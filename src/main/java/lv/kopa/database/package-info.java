/** The database: the embedded server, transactions that are tried again after a deadlock, times as they are stored. */
@NullMarked
package lv.kopa.database;

import org.jspecify.annotations.NullMarked;
