package lv.kopa.file;

/**
 * Room for the files of one thing, such as the materials of an event.
 *
 * @param name unlike that of any other thing
 * @param most how many bytes they may have together
 */
public record Space(String name, long most) {}
