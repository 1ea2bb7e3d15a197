package lv.kopa.start;

/**
 * What the program does with a file of somebody's who may have no database and no settings at all:
 * `java -jar kopa.jar name FILE`.
 */
public interface Errand {
    String name();

    /** How it is asked for, in a line. */
    String usage();

    Result run(String argument);

    /**
     * What came of it.
     *
     * @param good whether all was well, which scripts read from the exit status
     * @param words for whoever gave it
     */
    record Result(boolean good, String words) {}
}
