package dev.npanel.web.nginx.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What nginx's master writes from a moment on. Used by one thread. */
final class ErrorLog {
    private static final int MOST = 64 << 10;
    /** {@code 2026/11/27 01:02:03 [emerg] 12#12: unknown directive "x" in /etc/nginx/npanel/sites/example.com.conf:7} */
    private static final Pattern REFUSAL = Pattern.compile("(?m)^\\S+ \\S+ \\[emerg] \\d+#\\d+: (.*)$");

    private final Path file;
    private final long start;

    private ErrorLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    static ErrorLog from(Path file) {
        return new ErrorLog(file, file.toFile().length());
    }

    /** Why nginx has not taken what it has read, once it has said so. */
    Optional<String> refusal() throws IOException {
        long length = file.toFile().length();
        if (length <= start) {
            return Optional.empty();
        }
        ByteBuffer text = ByteBuffer.allocate((int) Math.min(MOST, length - start));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(text, start);
        }
        Matcher refusal = REFUSAL.matcher(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
        return refusal.find() ? Optional.of(refusal.group(1)) : Optional.empty();
    }
}
