package lv.kopa.registration.change;

/** It is time for the people of an event to hear of what changed. */
public record ChangesDue(long event) {}
