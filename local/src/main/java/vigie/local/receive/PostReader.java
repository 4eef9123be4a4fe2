package vigie.local.receive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vigie.json.Json;

/** Reads what was posted, whichever channel it was meant for, and checks what its receiver would check. */
final class PostReader {

    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final long OLDEST_SECONDS = 300;

    private final @Nullable String secret;
    private final Clock clock;
    private final Set<String> deliveries = new HashSet<>();

    /** @param secret of the webhook; null = signatures are not checked */
    PostReader(@Nullable String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    synchronized Printed read(String path, @Nullable String signature, byte[] bytes) {
        JsonNode body;
        try {
            body = Json.mapper().readTree(bytes);
        } catch (JacksonException e) {
            return Printed.bad("post to " + path, "the body is no JSON");
        }
        if (body.isArray()) {
            return alerts(path, body);
        }
        if (body.has("blocks")) {
            return new Printed("Slack message to " + path, texts(body), List.of(fits(body, 50, "blocks")));
        }
        if (body.has("attachments")) {
            return new Printed("Teams card to " + path, texts(body), List.of(card(body)));
        }
        return webhook(path, signature, bytes, body);
    }

    private Printed webhook(String path, @Nullable String signature, byte[] bytes, JsonNode body) {
        var lines = new ArrayList<String>();
        for (var field : List.of("headline", "summary", "since", "figures")) {
            add(lines, body.path(field).asString(""));
        }
        for (var exemplar : body.path("exemplars")) {
            lines.add("> " + exemplar.path("text").asString(""));
        }
        for (var field : List.of("link", "acknowledge")) {
            var link = body.path(field).asString("");
            if (!link.isEmpty()) {
                lines.add(field + ": " + link);
            }
        }
        var findings = new ArrayList<Printed.Finding>();
        findings.add(signed(signature, bytes));
        var delivery = body.path("delivery").asString("");
        if (delivery.isEmpty()) {
            findings.add(new Printed.Finding(false, "it has no delivery id"));
            return new Printed("post to " + path, lines, findings);
        }
        findings.add(
                deliveries.add(delivery)
                        ? new Printed.Finding(true, "delivery " + delivery)
                        : new Printed.Finding(true, "delivery " + delivery + ", which came before: a repetition"));
        var test = body.path("test").asBoolean(false) ? "test of a webhook at " : "webhook at ";
        return new Printed(test + path, lines, findings);
    }

    private Printed.Finding signed(@Nullable String signature, byte[] body) {
        if (signature == null) {
            return new Printed.Finding(false, "there is no signature");
        }
        var parts = SIGNATURE.matcher(signature);
        if (!parts.matches()) {
            return new Printed.Finding(false, "the signature is malformed");
        }
        if (secret == null) {
            return new Printed.Finding(true, "signed; give --secret to have it checked");
        }
        var seconds = Long.parseLong(parts.group(1));
        var age = clock.instant().getEpochSecond() - seconds;
        var right = hmac(secret, parts.group(1), body);
        if (!MessageDigest.isEqual(right, HexFormat.of().parseHex(parts.group(2)))) {
            return new Printed.Finding(false, "the signature is wrong: another secret, or the body was changed");
        }
        return Math.abs(age) > OLDEST_SECONDS
                ? new Printed.Finding(false, "the signature is right but " + age + " s old")
                : new Printed.Finding(true, "the signature is right, and " + age + " s old");
    }

    private static byte[] hmac(String secret, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private static Printed alerts(String path, JsonNode body) {
        var lines = new ArrayList<String>();
        boolean labelled = true;
        for (var alert : body) {
            labelled &= alert.path("labels").path("alertname").isString();
            lines.add(alert.path("labels").toString());
            add(lines, alert.path("annotations").path("summary").asString(""));
            lines.add(alert.path("startsAt").asString("") + " to "
                    + alert.path("endsAt").asString(""));
        }
        var finding = new Printed.Finding(labelled, labelled ? "every alert has a name" : "an alert has no name");
        return new Printed("Alertmanager alerts to " + path, lines, List.of(finding));
    }

    private static Printed.Finding fits(JsonNode body, int most, String field) {
        var count = body.path(field).size();
        return new Printed.Finding(
                count > 0 && count <= most && body.path("text").isString(),
                count + " " + field + ", and a text for the lock screen");
    }

    private static Printed.Finding card(JsonNode body) {
        var type = body.at("/attachments/0/content/type").asString("");
        return new Printed.Finding(
                type.equals("AdaptiveCard"), type.isEmpty() ? "there is no card" : "it is an " + type);
    }

    /** Every text in it, in its order. */
    private static List<String> texts(JsonNode body) {
        var found = new ArrayList<String>();
        collect(body, found);
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        for (var entry : node.properties()) {
            if (entry.getKey().equals("text") && entry.getValue().isString()) {
                entry.getValue().asString().lines().forEach(found::add);
            } else if (entry.getKey().equals("title") && entry.getValue().isString()) {
                found.add("[" + entry.getValue().asString() + "]");
            } else if (entry.getKey().equals("url")) {
                found.add(entry.getValue().asString());
            } else {
                collect(entry.getValue(), found);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, found));
        }
    }

    private static void add(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
