package lv.kopa.web.problem;

import java.util.List;
import java.util.Optional;

/**
 * What people are told when a request failed.
 *
 * @param missing whether nothing is at this address, so that a search may help
 * @param lost whether it may have been the reader's own page, whose link can be sent again
 * @param again whether the same address may work a little later
 * @param incident the number under which a fault of ours can be found again
 */
public record ProblemPage(
        int status,
        String title,
        String detail,
        List<String> errors,
        boolean missing,
        boolean lost,
        boolean again,
        Optional<String> incident) {}
