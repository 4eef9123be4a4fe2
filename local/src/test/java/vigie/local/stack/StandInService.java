package vigie.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Answers like a service that is ready; ends at once when told to fail. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("fail")) {
            System.out.println("Caused by: java.lang.IllegalStateException: the stand-in was told to fail");
            System.exit(3);
        }
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("key " + System.getenv(Credentials.API_KEY));
    }
}
