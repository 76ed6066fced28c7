package dev.npanel.panel.jersey;

import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.rest.CallContext;
import java.util.function.Function;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/** Gives resource methods the caller and the request, both left with the request by the guard. */
final class ContextParameters extends AbstractBinder {
    static final String REQUEST = GuardedRequest.class.getName();
    static final String CALLER = CallContext.class.getName();

    @Override
    protected void configure() {
        bind(new Values()).to(ValueParamProvider.class);
    }

    private static final class Values implements ValueParamProvider {
        @Override
        public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
            Class<?> type = parameter.getRawType();
            return type == CallContext.class || type == GuardedRequest.class
                    ? request -> request.getProperty(type.getName())
                    : null;
        }

        @Override
        public PriorityType getPriority() {
            return Priority.HIGH;
        }
    }
}
