package dev.npanel.itests.karaf;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

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
    public void everyBundleRuns() {
        List<String> idle = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("npanel."))
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toList());
        assertEquals(List.of(), idle);
    }
}
