package dev.npanel.panel.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method answers when all goes well, if its return type is a {@code Response} and so does not say it. Read for
 * the description of the API only.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    /** The body's type; {@code Void} when there is none. */
    Class<?> value();

    /** The status. */
    int status() default 200;
}
