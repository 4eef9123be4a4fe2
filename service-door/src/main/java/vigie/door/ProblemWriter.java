package vigie.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vigie.json.Json;

/** Writes a problem where no controller is involved: the security rules and filters. */
public final class ProblemWriter {

    private ProblemWriter() {}

    public static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        var body = Map.of("status", status.value(), "title", status.getReasonPhrase(), "detail", detail);
        response.getOutputStream().write(Json.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
