package dev.npanel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void theCoveragePageIsUpToDate() throws IOException {
        Path page = Tree.ROOT.resolve("docs/coverage.md");
        String generated = new Coverage().markdown();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(page, generated);
        }
        assertThat(Tree.read(page))
                .as("write it with: mvn -pl itests/architecture test -Dcoverage.write=true")
                .isEqualTo(generated);
    }
}
