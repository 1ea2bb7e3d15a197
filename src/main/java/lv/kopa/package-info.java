/**
 * Kopa. Its packages stand in a line; each may use those before it, never those after it. A large one is split by what
 * it does ({@code event.edit}), and its parts stand in that line too:
 *
 * <pre>
 * start time text database ical web paper mail · organisation · project · event · registration · attendance · certificate · calendar · export · report · workspace · demo
 * toolkits                                       who?           paid by   what?   who comes?     who came?                  reading only ──────────────────────────▶
 * </pre>
 */
@NullMarked
package lv.kopa;

import org.jspecify.annotations.NullMarked;
