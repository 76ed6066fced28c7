package dev.npanel.panel.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerBodyTest {
    private final List<String> written = new ArrayList<>();

    private final Content.Sink client = new Content.Sink() {
        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            written.add((content == null ? 0 : content.remaining()) + (last ? " last" : ""));
            callback.succeeded();
        }
    };

    @Test
    void nothingFollowsWhatCompletesTheLength() throws IOException {
        write(5, 2, 3);

        assertThat(written).containsExactly("2", "3 last");
    }

    @Test
    void withoutALengthTheEndIsSaid() throws IOException {
        write(-1, 2, 3);

        assertThat(written).containsExactly("2", "3", "0 last");
    }

    /** As for HEAD: the length is that of another answer. */
    @Test
    void whatIsShorterThanItsLengthEndsAllTheSame() throws IOException {
        write(5);

        assertThat(written).containsExactly("0 last");
    }

    @Test
    void whatIsTooLongIsNotHidden() throws IOException {
        write(2, 2, 3);

        assertThat(written).startsWith("2 last", "3");
    }

    private void write(long length, int... sizes) throws IOException {
        try (OutputStream out = Content.Sink.asOutputStream(new AnswerBody(client, length))) {
            for (int size : sizes) {
                out.write(new byte[size]);
            }
        }
    }
}
