package dev.npanel.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationTest {
    @Test
    void growsItsPathFromTheInside() {
        assertThat(new Violation("", "rule")
                        .within("content")
                        .within("[3]")
                        .within("records")
                        .field())
                .isEqualTo("records[3].content");
    }
}
