package dev.npanel.testkit.plan;

import dev.npanel.host.action.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A plan as it should be, kept as a text file beside the test: request in, plan out, reviewed as text. */
public final class GoldenPlan {
    private final Class<?> test;
    private final String resource;

    /** @param resource a text file in the package of the test */
    public GoldenPlan(Class<?> test, String resource) {
        this.test = test;
        this.resource = resource;
    }

    /** Fails with both texts unless the plan is exactly what the file says. */
    public void mustBe(Plan<?> plan) {
        String expected = expected();
        String actual = PlanText.of(plan);
        if (!actual.equals(expected)) {
            throw new AssertionError(resource + " says\n" + expected + "\nbut the plan is\n" + actual);
        }
    }

    private String expected() {
        try (InputStream text = test.getResourceAsStream(resource)) {
            if (text == null) {
                throw new AssertionError("there is no " + resource + " beside " + test.getName());
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
