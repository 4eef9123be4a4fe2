package vigie.alert.notify;

import java.util.Map;
import org.springframework.stereotype.Component;
import vigie.alert.outbound.Answer;
import vigie.alert.outbound.GuardedHttp;

/** What an HTTP answer means for a notification; the same for every channel that posts. */
@Component
public final class Posting {

    private final GuardedHttp http;

    public Posting(GuardedHttp http) {
        this.http = http;
    }

    /** Posts JSON once. */
    public Delivery post(String url, Map<String, String> headers, byte[] body) {
        var answer = http.post(url, headers, body);
        if (answer instanceof Answer.Status status) {
            return delivery(status);
        } else if (answer instanceof Answer.Refused refused) {
            return new Delivery.Rejected(refused.reason());
        } else if (answer instanceof Answer.Silence silence) {
            var trouble = silence.late() ? Delivery.Trouble.HANGING : Delivery.Trouble.AWAY;
            return new Delivery.Retry(trouble, silence.reason(), null);
        }
        throw new AssertionError(answer);
    }

    private static Delivery delivery(Answer.Status answer) {
        int status = answer.code();
        var said = "answered " + status;
        if (status >= 200 && status < 300) {
            return new Delivery.Sent(Integer.toString(status));
        }
        if (status == 429 || status == 503 || status == 425) {
            return new Delivery.Retry(Delivery.Trouble.BUSY, said, answer.retryAfter());
        }
        if (status >= 500 || status == 408) {
            return new Delivery.Retry(Delivery.Trouble.BROKEN, said, answer.retryAfter());
        }
        return new Delivery.Rejected(status >= 300 && status < 400 ? said + ": redirects are not followed" : said);
    }
}
