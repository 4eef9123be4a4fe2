package vigie.ingest.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vigie.ingest.KafkaWriter.Taken;

/** What the sender is told: how many Kafka holds and, item by item, why the others were left out. */
final class Answer {

    private static final String SECONDS = "2";

    private Answer() {}

    static ResponseEntity<Object> of(Taken taken, List<Rejected> rejected) {
        if (!taken.all()) {
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Kafka confirmed " + taken.taken() + " of " + taken.asked()
                            + " in time; send all of them again later, what was taken is not counted twice",
                    taken,
                    rejected);
        }
        if (taken.asked() == 0 && !rejected.isEmpty()) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "no item is acceptable", taken, rejected);
        }
        return ResponseEntity.accepted().body(body(taken, rejected));
    }

    private static Map<String, Object> body(Taken taken, List<Rejected> rejected) {
        var body = new LinkedHashMap<String, Object>();
        body.put("accepted", taken.taken());
        body.put("rejected", rejected);
        return body;
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String detail, Taken taken, List<Rejected> rejected) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        if (!rejected.isEmpty() && !rejected.get(0).field().isEmpty()) {
            body.put("field", rejected.get(0).field());
        }
        body.putAll(body(taken, rejected));
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, SECONDS);
        }
        return answer.body((Object) body);
    }
}
