package lv.kopa.start;

/** What the program does instead of serving people, when its name is the only argument: `java -jar kopa.jar name`. */
public interface Command {
    String name();

    /** @return what was done, in a sentence for whoever gave it */
    String run();
}
