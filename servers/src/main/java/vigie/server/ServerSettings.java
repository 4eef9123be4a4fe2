package vigie.server;

import java.nio.file.Path;

/**
 * Where a server keeps its things and how large it may be.
 *
 * @param data its data folder, created when absent
 * @param logs where its log file goes
 * @param run where its pid file goes
 * @param port to listen on, on the loopback address; 0 takes a free one
 * @param heapMegabytes of its JVM; the process needs about 150 MB more (Kafka) or 350 MB more (Elasticsearch)
 * @param life how long it is to run
 */
public record ServerSettings(Path data, Path logs, Path run, int port, int heapMegabytes, Life life) {

    /** Everything below one folder. */
    public static ServerSettings in(Path folder, String name, int port, int heapMegabytes, Life life) {
        return new ServerSettings(
                folder.resolve(name), folder.resolve("logs"), folder.resolve("run"), port, heapMegabytes, life);
    }

    int portFor(String name) {
        if (port == 0) {
            return Ports.free();
        }
        if (!Ports.isFree(port)) {
            throw new StartFailed("Port " + port + ", which " + name
                    + " needs, is in use by another program: stop that program or choose another port.");
        }
        return port;
    }
}
