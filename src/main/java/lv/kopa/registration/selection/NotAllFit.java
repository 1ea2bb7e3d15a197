package lv.kopa.registration.selection;

import java.util.List;

/** There are places for some only of those who were to be approved. The transaction must be undone. */
final class NotAllFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> seated;

    NotAllFit(List<String> seated) {
        super("unseated", null, false, false);
        this.seated = seated;
    }

    /** The names of those for whom there is a place. */
    List<String> seated() {
        return seated;
    }
}
