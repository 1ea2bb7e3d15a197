package lv.kopa.registration.change;

/** It is time for the people of an event to hear of what changed; announced inside a transaction that tells them. */
public record ChangesDue(long event) {}
