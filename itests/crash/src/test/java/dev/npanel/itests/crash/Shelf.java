package dev.npanel.itests.crash;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A daemon's store that can be cut off in the middle: a book is two files, written one after the other. */
final class Shelf implements EffectHandler<Shelf.Place, Shelf.Book> {
    static final EffectType<Place, Book> BOOK = new EffectType<>("test.shelf.book", Place.class, Book.class);

    private final Path directory;
    private final Checkpoints checkpoints;

    Shelf(Path directory, Checkpoints checkpoints) {
        this.directory = directory;
        this.checkpoints = checkpoints;
    }

    record Place(String name) {}

    record Book(String title, List<String> pages) {}

    @Override
    public EffectType<Place, Book> type() {
        return BOOK;
    }

    @Override
    public Optional<Book> read(Place place) {
        try {
            return Files.exists(title(place)) || Files.exists(pages(place))
                    ? Optional.of(new Book(
                            text(title(place)), List.of(text(pages(place)).split("\n", -1))))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void write(Place place, @Nullable Book book) {
        try {
            checkpoints.reached("before the effect");
            if (book == null) {
                Files.deleteIfExists(title(place));
                checkpoints.reached("within the effect");
                Files.deleteIfExists(pages(place));
            } else {
                Files.writeString(title(place), book.title());
                checkpoints.reached("within the effect");
                Files.writeString(pages(place), String.join("\n", book.pages()));
            }
            checkpoints.reached("after the effect");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public List<String> describe(Place place, Book book) {
        return List.of(book.title() + ": " + book.pages());
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Path title(Place place) {
        return directory.resolve(place.name() + ".title");
    }

    private Path pages(Place place) {
        return directory.resolve(place.name() + ".pages");
    }
}
