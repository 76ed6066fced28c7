package dev.npanel.launcher.log;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sets logging up for a process whose output the journal takes: {@code -Djava.util.logging.config.class=} with this class's name.
 * {@code -Dnpanel.log.level=FINE} shows more of our own packages.
 */
public final class JournalLogging {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("dev.npanel");
    /** Warn of every resource that it is no provider, and of optional classes that are not there. */
    private static final List<Logger> CHATTY = List.of(
            Logger.getLogger("org.glassfish.jersey.internal.inject"),
            Logger.getLogger("org.glassfish.jersey.message.internal"));

    /** Called by the JDK's log manager. */
    public JournalLogging() {
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new JournalFormatter());
        handler.setLevel(Level.ALL);
        ROOT.setLevel(Level.WARNING);
        ROOT.addHandler(handler);
        CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
        OURS.setLevel(Level.parse(System.getProperty("npanel.log.level", "INFO")));
    }
}
