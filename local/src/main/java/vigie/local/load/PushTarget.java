package vigie.local.load;

import java.net.URI;

/** Where the ingest service listens and the key that opens it. */
public record PushTarget(URI ingest, String apiKey) {

    URI path(String path) {
        return ingest.resolve(path);
    }

    @Override
    public String toString() {
        return ingest.toString();
    }
}
