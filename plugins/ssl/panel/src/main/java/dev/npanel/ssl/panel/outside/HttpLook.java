package dev.npanel.ssl.panel.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches a challenge's answer from one address, by name, as an authority does: without following a redirect, a few seconds and a few
 * kilobytes at the most. */
public final class HttpLook {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LARGEST = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})[ \r]");

    private HttpLook() {}

    /** How it ended. */
    public enum End {
        /** The answer is there. */
        FITS,
        /** Something else is. */
        WRONG,
        REDIRECTED,
        /** No connection, or nothing that is HTTP. */
        SILENT
    }

    /** What was seen.
     *
     * @param status of HTTP, or 0 */
    public record Seen(End end, int status) {}

    /** Looks whether the server gives this answer for a token. */
    public static Seen look(InetSocketAddress server, String host, String token, String answer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(server, left(deadline));
            String request = "GET /.well-known/acme-challenge/" + token + " HTTP/1.1\r\nHost: " + host
                    + "\r\nUser-Agent: nPanel\r\nAccept: */*\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return judge(read(socket, answer, deadline), answer);
        } catch (IOException silent) {
            return new Seen(End.SILENT, 0);
        }
    }

    private static Seen judge(String response, String answer) {
        Matcher matcher = STATUS.matcher(response);
        if (!matcher.lookingAt()) {
            return new Seen(End.SILENT, 0);
        }
        int status = Integer.parseInt(matcher.group(1));
        if (status / 100 == 3) {
            return new Seen(End.REDIRECTED, status);
        }
        return new Seen(status == 200 && response.contains(answer) ? End.FITS : End.WRONG, status);
    }

    /** Up to the end, the bound, or what was looked for; a server that dawdles is cut off. */
    private static String read(Socket socket, String answer, long deadline) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1024];
        while (all.size() < LARGEST && !text(all).contains(answer)) {
            socket.setSoTimeout(left(deadline));
            int count = in.read(buffer);
            if (count < 0) {
                break;
            }
            all.write(buffer, 0, count);
        }
        return text(all);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static int left(long deadline) throws IOException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new IOException("too slow");
        }
        return (int) millis;
    }
}
