package dev.npanel.itests.karaf;

import static org.junit.Assert.assertEquals;

import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** The agent's features resolve and start in a stock Karaf, too: nothing of theirs leans on our launcher. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class AgentFeaturesIT {
    @Inject
    public BundleContext context;

    @Configuration
    public Option[] configuration() {
        return StockKaraf.with("npanel-agent", "npanel-dns-powerdns");
    }

    @Test
    public void everyBundleRuns() throws InterruptedException {
        assertEquals(List.of(), OurBundles.idle(context));
    }
}
