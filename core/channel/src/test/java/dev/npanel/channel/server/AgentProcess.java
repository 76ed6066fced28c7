package dev.npanel.channel.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server in a process of its own, to be killed. */
public final class AgentProcess implements AutoCloseable {
    private final Process process;

    private AgentProcess(Process process) {
        this.process = process;
    }

    /** Serves until its standard input ends: the process does not outlive the test. */
    public static void main(String[] arguments) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CallHandler handler = (call, peer, replies) -> {
            if (call.action().equals("test.hang")) {
                try {
                    never.await();
                } catch (InterruptedException hurry) {
                    throw new IllegalStateException(hurry);
                }
            }
            AgentStub.echo(call, peer, replies);
        };
        try (AgentStub agent = new AgentStub(Path.of(arguments[0]), handler)) {
            System.out.println("listening on " + agent.socket);
            while (System.in.read() >= 0) {
                // until the test is over
            }
        }
    }

    static AgentProcess start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AgentProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith("listening")) {
            throw new IOException("the agent says " + line);
        }
        return new AgentProcess(process);
    }

    static Path socket(Path directory) {
        return directory.resolve("run/agent.sock");
    }

    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean hasLeftItsSocket(Path directory) {
        return Files.exists(socket(directory));
    }

    @Override
    public void close() {
        kill();
    }
}
