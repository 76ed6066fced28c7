package dev.npanel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

class SettingsTest {
    @TempDir
    private Path home;

    private final Properties commandLine = new Properties();

    @BeforeEach
    void file() {
        commandLine.setProperty(Settings.FILE, home.resolve("agent.conf").toString());
    }

    @Test
    void areAsBuiltInWithoutAFile() throws IOException {
        assertThat(settings())
                .containsEntry(Settings.PLUGINS, home.resolve("plugins").toString())
                .containsEntry(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT)
                .hasEntrySatisfying(
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        packages -> assertThat(packages).contains("org.slf4j;version=\"2."));
    }

    @Test
    void areThoseOfTheFileThenOfTheCommandLine() throws IOException {
        Files.writeString(
                home.resolve("agent.conf"), "npanel.one = file\nnpanel.two = file  \nnpanel.plugins = /elsewhere\n");
        commandLine.setProperty("npanel.one", "line");

        assertThat(settings())
                .containsEntry("npanel.one", "line")
                .containsEntry("npanel.two", "file")
                .containsEntry(Settings.PLUGINS, "/elsewhere");
    }

    @Test
    void takeNothingElseFromTheCommandLine() throws IOException {
        commandLine.setProperty("felix.log.level", "4");
        commandLine.setProperty("user.home", "/somewhere");
        commandLine.setProperty(Constants.FRAMEWORK_STORAGE, "/cache");

        assertThat(settings())
                .containsEntry("felix.log.level", "2")
                .containsEntry(Constants.FRAMEWORK_STORAGE, "/cache")
                .doesNotContainKey("user.home");
    }

    private Map<String, String> settings() throws IOException {
        return Settings.of(home, commandLine);
    }
}
