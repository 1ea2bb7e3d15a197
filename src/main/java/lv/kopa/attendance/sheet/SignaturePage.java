package lv.kopa.attendance.sheet;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/** Who signed a sheet, to be ticked, and where that differs from check-in. */
public record SignaturePage(EventView view, SheetPage sheets, Scan scan, List<Signature> people) {
    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return sheets.path();
    }

    public String path() {
        return sheets.signatures(scan);
    }

    /** The scan itself. */
    public String file() {
        return sheets.path(scan);
    }

    public String title() {
        return sheets.name(scan);
    }

    public boolean isCompared() {
        return sheets.isCompared(scan);
    }

    public List<Signature> differences() {
        return people.stream().filter(Signature::differs).toList();
    }

    /** Where somebody is marked, or that is taken back; of a whole day, at its first part. */
    public String door(Signature one) {
        Optional<Long> session = Occasion.of(view.details(), scan.sheet()).sessions().stream()
                .map(part -> part.id())
                .findFirst();
        return sheets.back() + "/check-in?q=" + one.person().reference()
                + session.map(id -> "&session=" + id).orElse("");
    }
}
