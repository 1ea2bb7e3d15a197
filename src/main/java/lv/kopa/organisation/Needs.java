package lv.kopa.organisation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which role a request needs, where that is another one than by the rule of {@link Demand}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    Role value();

    Of of() default Of.EVENT;

    /** In what somebody has to have the role; whoever has it in the organisation has it in each of its events. */
    enum Of {
        /** In the organisation, even where an address names an event. */
        ORGANISATION,
        /** In the event that the address names; where it names none, in the organisation. */
        EVENT,
        /** In any event at all: everybody is shown their own alone. */
        ANY_EVENT
    }
}
