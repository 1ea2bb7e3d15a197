package lv.kopa.web;

import io.micronaut.context.annotation.AliasFor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller that answers programs in JSON, on the threads that may wait for the database. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Api {
    /** The address all of its addresses begin with, `/api/v1/…`. */
    @AliasFor(annotation = Controller.class, member = "value")
    String value();
}
