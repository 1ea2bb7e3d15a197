/** The first start: how an installation gets its first organisation and owner. */
@NullMarked
package lv.kopa.organisation.setup;

import org.jspecify.annotations.NullMarked;
