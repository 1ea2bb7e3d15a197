package lv.kopa.registration.circular;

import lv.kopa.organisation.Organisation;
import lv.kopa.web.Shell;

/**
 * Where somebody says that they want no news of an organisation.
 *
 * @param done whether they have just said so
 */
public record NewsPage(Shell shell, Organisation organisation, String path, boolean done) {}
