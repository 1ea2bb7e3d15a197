package lv.kopa;

import java.util.List;
import lv.kopa.report.archive.ArchiveCheck;
import lv.kopa.start.Start;

/** Starts Kopa. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Start.run(Application.class, List.of(new ArchiveCheck()), args);
    }
}
