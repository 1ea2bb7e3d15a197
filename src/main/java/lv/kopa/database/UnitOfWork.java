package lv.kopa.database;

import io.micronaut.aop.Around;
import io.micronaut.transaction.annotation.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All or nothing: a transaction that is tried again, whole, when the database broke it off in favour of another one. A
 * unit of work called within another is part of that one. What it does besides the database may happen more than once.
 */
@Documented
@Around
@Transactional
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UnitOfWork {}
