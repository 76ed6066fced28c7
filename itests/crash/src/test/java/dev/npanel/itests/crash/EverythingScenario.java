package dev.npanel.itests.crash;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.unit.Systemctl;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.itests.crash.Shelf.Book;
import dev.npanel.itests.crash.Shelf.Place;
import dev.npanel.testkit.crash.CrashScenario;
import dev.npanel.testkit.engine.EngineHarness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two changes, the first of which has every kind of step there is. */
public final class EverythingScenario implements CrashScenario {
    private static final AbsolutePath APP = new AbsolutePath("/etc/app");

    @Override
    public void prepare(Path host) throws IOException {
        for (String directory : List.of("etc/app/keys", "etc/app/old/deep", "srv/gone/deep", "shelf", "units")) {
            Files.createDirectories(host.resolve(directory));
        }
        Files.writeString(host.resolve("etc/app/app.conf"), "valid one\n");
        Files.writeString(host.resolve("etc/app/old/deep/file"), "moved\n");
        Files.writeString(host.resolve("etc/app/stale.conf"), "deleted\n");
        Files.writeString(host.resolve("srv/gone/deep/file"), "deleted too\n");
        Files.setPosixFilePermissions(host.resolve("etc/app/keys"), PosixFilePermissions.fromString("rwx------"));
        for (String book : List.of("changed", "removed")) {
            Files.writeString(host.resolve("shelf/" + book + ".title"), book);
            Files.writeString(host.resolve("shelf/" + book + ".pages"), "1\n2");
        }
        Files.writeString(host.resolve("units/app.service.loaded"), "valid one\n");
        Files.createFile(host.resolve("units/b.service.active"));
        Files.createFile(host.resolve("units/d.timer.enabled"));
        Path systemctl = host.resolve("units/systemctl");
        try (InputStream script = EverythingScenario.class.getResourceAsStream("/systemctl")) {
            Files.copy(Objects.requireNonNull(script), systemctl);
        }
        Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public EngineHarness open(Path host, Checkpoints checkpoints) throws IOException {
        AbsolutePath systemctl =
                new AbsolutePath(host.resolve("units/systemctl").toString());
        EngineHarness engine = new EngineHarness(host, new Systemctl(new Programs(), systemctl), checkpoints);
        engine.add(new Shelf(host.resolve("shelf"), checkpoints));
        return engine;
    }

    @Override
    public void run(EngineHarness engine, Runnable answered) throws IOException {
        engine.apply(Set.of("app"), first(engine).toArray(Step[]::new));
        answered.run();
        engine.apply(Set.of("app"), second(engine).toArray(Step[]::new));
        answered.run();
    }

    private static List<Step> first(EngineHarness engine) throws IOException {
        AbsolutePath sites = APP.child("sites");
        AbsolutePath config = APP.child("app.conf");
        return List.of(
                new UnitChange("b.service", Verb.STOP),
                new PutFile(APP.child("new.conf"), Content.of("new\n"), engine.mine(0644)),
                new PutFile(config, Content.of("valid two\n"), engine.mine(0640)),
                new PutDirectory(sites, engine.mine(0755)),
                new PutFile(sites.child("a.conf"), Content.of("a\n"), engine.mine(0644)),
                new PutDirectory(APP.child("keys"), engine.mine(0750)),
                new Move(APP.child("old"), APP.child("older")),
                new Delete(APP.child("stale.conf")),
                new Delete(new AbsolutePath("/srv/gone")),
                Shelf.BOOK.put(new Place("made"), new Book("made", List.of("x", "y"))),
                Shelf.BOOK.put(new Place("changed"), new Book("changed again", List.of("3"))),
                Shelf.BOOK.remove(new Place("removed")),
                new Check(
                        "app configuration",
                        new AbsolutePath("/usr/bin/grep"),
                        List.of("-q", "^valid", engine.real(config).toString())),
                new UnitChange("c.service", Verb.START),
                new UnitChange("c.service", Verb.ENABLE),
                new UnitChange("d.timer", Verb.DISABLE),
                new UnitChange("app.service", Verb.RELOAD));
    }

    private static List<Step> second(EngineHarness engine) throws IOException {
        return List.of(
                new PutFile(APP.child("new.conf"), Content.of("newer\n"), engine.mine(0600)),
                new Delete(APP.child("sites")),
                Shelf.BOOK.put(new Place("removed"), new Book("back", List.of("again"))),
                new UnitChange("app.service", Verb.RESTART));
    }

    @Override
    public String state(Path host) throws IOException {
        try (Stream<Path> files = Files.walk(host)) {
            return files.filter(file -> !file.startsWith(host.resolve("var")))
                    .sorted()
                    .map(file -> host.relativize(file) + " " + describe(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String describe(Path file) {
        try {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            return mode
                    + (Files.isDirectory(file)
                            ? ""
                            : " " + Files.readString(file).replace("\n", "|"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
