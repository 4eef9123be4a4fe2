package vigie.alert.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.MimeMessageHelper;
import vigie.model.PostId;

/**
 * A letter to one person, in HTML and in plain text. Its id is made of what it says, so that a repetition is the same letter, and all
 * letters about one incident form one thread.
 */
final class Letter {

    private static final int LONGEST_SUBJECT = 200;

    private final Session session;
    private final String from;

    Letter(Session session, String from) {
        this.session = session;
        this.from = from;
    }

    /**
     * What goes in.
     *
     * @param id of the message; {@code thread} of what it is about
     * @param unsubscribe address where a POST ends it; absent in a question
     */
    record Content(
            String id,
            String thread,
            String to,
            String subject,
            String text,
            String html,
            boolean important,
            @Nullable String unsubscribe) {}

    MimeMessage of(Content content) throws MessagingException {
        var letter = new Numbered(session, address(content.id()));
        // alternative: whoever cannot show the one shows the other
        var helper = new MimeMessageHelper(
                letter, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(from, true));
        helper.setTo(new InternetAddress(content.to(), true));
        helper.setSubject(subject(content.subject()));
        helper.setText(content.text(), content.html());
        var thread = address(content.thread());
        letter.setHeader("In-Reply-To", thread);
        letter.setHeader("References", thread);
        // keeps holiday answers away
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Vigie-Delivery", content.id().replaceAll("[^\\x21-\\x7e]", "_"));
        if (content.important()) {
            letter.setHeader("Importance", "high");
        }
        if (content.unsubscribe() != null) {
            letter.setHeader("List-Unsubscribe", "<" + content.unsubscribe() + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        letter.saveChanges();
        return letter;
    }

    private static String subject(String subject) {
        var oneLine = subject.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return oneLine.length() <= LONGEST_SUBJECT ? oneLine : oneLine.substring(0, LONGEST_SUBJECT);
    }

    private String address(String id) {
        var domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + PostId.hash(id).substring(0, 40) + "@" + domain + ">";
    }

    /** Keeps the id it was given, where the library would make one up. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
