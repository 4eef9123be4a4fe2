package vigie.local.receive;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a letter and checks what a mail program needs of it. */
final class LetterReader {

    private LetterReader() {}

    static Printed read(MimeMessage letter, String to) throws MessagingException, IOException {
        var parts = new ArrayList<Part>();
        collect(letter, parts);
        var lines = new ArrayList<String>();
        lines.add("Subject: " + letter.getSubject());
        for (var part : parts) {
            if (part.isMimeType("text/plain")) {
                ((String) part.getContent())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(lines::add);
            }
        }
        var findings = new ArrayList<Printed.Finding>();
        findings.add(
                new Printed.Finding(has(parts, "text/plain") && has(parts, "text/html"), "in plain text and in HTML"));
        findings.add(new Printed.Finding(
                letter.getMessageID() != null && letter.getHeader("References") != null, "belongs to a thread"));
        var leave = first(letter, "List-Unsubscribe");
        if (leave != null) {
            var oneClick = "List-Unsubscribe=One-Click".equals(first(letter, "List-Unsubscribe-Post"));
            findings.add(new Printed.Finding(oneClick, "can be left with one click (RFC 8058)"));
        }
        return new Printed("letter to " + to, lines, findings);
    }

    /** The part that a mail program shows; null where there is none. */
    static @Nullable String html(MimeMessage letter) throws MessagingException, IOException {
        var parts = new ArrayList<Part>();
        collect(letter, parts);
        for (var part : parts) {
            if (part.isMimeType("text/html")) {
                return (String) part.getContent();
            }
        }
        return null;
    }

    private static boolean has(List<Part> parts, String type) throws MessagingException {
        for (var part : parts) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String first(MimeMessage letter, String header) throws MessagingException {
        var values = letter.getHeader(header);
        return values == null ? null : values[0];
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                collect(several.getBodyPart(i), parts);
            }
        } else {
            parts.add(part);
        }
    }
}
