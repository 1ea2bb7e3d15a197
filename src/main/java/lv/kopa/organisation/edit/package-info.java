/** What an organisation says of itself, and where its owners write it. */
@NullMarked
package lv.kopa.organisation.edit;

import org.jspecify.annotations.NullMarked;
