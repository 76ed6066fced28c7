package dev.npanel.itests.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class that drives the host {@code ci}, which its constructor takes as a {@link Ci}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("host")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(CiExtension.class)
public @interface OnHost {}
