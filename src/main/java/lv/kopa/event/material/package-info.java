/** What the people of an event are given to read: files and links, and who sees them when. */
@NullMarked
package lv.kopa.event.material;

import org.jspecify.annotations.NullMarked;
