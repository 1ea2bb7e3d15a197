package lv.kopa.workspace.deeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.audit.Change;

/**
 * A deed in the words of its reader.
 *
 * @param about what it was done to
 * @param address where that is found; empty where there is no page of it
 * @param changes with the names of fields, and what they were and are, in words
 */
public record Told(
        Instant at,
        String who,
        String what,
        String about,
        Optional<String> address,
        String detail,
        List<Change> changes) {}
