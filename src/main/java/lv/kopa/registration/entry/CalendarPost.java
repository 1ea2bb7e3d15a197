package lv.kopa.registration.entry;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.registration.entry.SentEntries.Settlement;
import lv.kopa.registration.facts.CalendarFiles;
import org.jspecify.annotations.Nullable;

/** What goes into people's calendars with the mails about their registrations, in the way they want it. */
@Singleton
public class CalendarPost {
    private final SentEntries entries;
    private final CalendarFiles files;

    CalendarPost(SentEntries entries, CalendarFiles files) {
        this.entries = entries;
        this.files = files;
    }

    /**
     * What goes with the mails of one occasion.
     *
     * @param files to open by hand
     * @param dispatches what programs act upon, one for each mail
     */
    public record Bundle(List<Attachment> files, List<Dispatch> dispatches) {
        /** Nothing at all. */
        public static final Bundle NOTHING = new Bundle(List.of(), List.of());

        /** The one that goes along with the mail which tells of the occasion. */
        public @Nullable CalendarMessage along() {
            return files.isEmpty() && !dispatches.isEmpty() ? dispatches.get(0).message() : null;
        }

        /** Those that need a mail of their own: all but the first, or all where the first mail brings files. */
        public List<Dispatch> alone() {
            return files.isEmpty() && !dispatches.isEmpty() ? dispatches.subList(1, dispatches.size()) : dispatches;
        }
    }

    /** For somebody who has just got a place and was never sent anything. */
    public Bundle first(EventDetails event, Holder holder) {
        List<Dispatch> dispatches = entries.first(event, holder);
        return dispatches.isEmpty()
                ? new Bundle(files.confirmed(event, holder.chosen(), holder.reader()), List.of())
                : new Bundle(List.of(), dispatches);
    }

    /** Notes that people are sent something first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Collection<Dispatch> dispatches) {
        entries.keep(dispatches);
    }

    /** Unwrites all of a registration that came too early. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(String registration) {
        entries.takeBack(registration);
    }

    /** Counts all of a registration as gone, and tells nobody: it was sent to an address that is not its person's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(String registration) {
        entries.letGo(registration);
    }

    /** Whatever a calendar lacks, or has too much of, noted as sent. The caller has locked the event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Bundle settle(EventDetails event, Holder holder, boolean hasPlace) {
        Settlement settlement = entries.settle(event, holder, hasPlace);
        List<Attachment> file =
                settlement.byFile() ? files.confirmed(event, holder.chosen(), holder.reader()) : List.of();
        return new Bundle(file, settlement.dispatches());
    }
}
