package lv.kopa.registration.participant;

import lv.kopa.event.notice.EventView;
import lv.kopa.text.Sentence;
import lv.kopa.web.Shell;

/**
 * Why one cannot register, and what one can do instead.
 *
 * @param sent whether somebody has filled the form in and sent it meanwhile
 */
public record ClosedPage(Shell shell, EventView view, Sentence why, boolean sent) {}
