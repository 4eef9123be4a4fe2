package vigie.alert.notify.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.consent.Wording;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Delivery.Trouble;
import vigie.alert.notify.Invitation;
import vigie.alert.notify.Message;
import vigie.alert.notify.PersonalNotifier;
import vigie.door.InvalidField;

/** Writes to one person. What the mail server says in the 5xx range is final, what it says in the 4xx range is not. */
@Component
class EmailNotifier implements PersonalNotifier {

    private static final String ADDRESS = "address";
    private static final int LONGEST = 254;
    private static final int SERIOUS = 3;
    private static final int LONGEST_RECEIPT = 200;

    private final MailSettings settings;
    private final Session session;
    private final Letter letter;

    EmailNotifier(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
        this.letter = new Letter(session, settings.from());
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public Set<String> secrets() {
        return Set.of();
    }

    @Override
    public void check(Map<String, String> given) {
        var address = given.get(ADDRESS);
        if (address == null || address.length() > LONGEST || !isOneAddress(address)) {
            throw new InvalidField("settings." + ADDRESS, "must be one e-mail address such as anna@example.org");
        }
        if (!settings.present()) {
            throw new InvalidField("channel", "cannot be used: no mail server is set (VIGIE_NOTIFY_MAIL_HOST)");
        }
    }

    private static boolean isOneAddress(String address) {
        try {
            new InternetAddress(address, true).validate();
            return address.matches("[^\\s\\p{Cntrl}<>,;\"()]+@[^\\s\\p{Cntrl}<>,;\"()]+");
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public Optional<String> person(Map<String, String> given) {
        return Optional.ofNullable(given.get(ADDRESS));
    }

    @Override
    public Delivery send(Message message, Map<String, String> given) {
        return deliver(new Letter.Content(
                message.id(),
                message.alert().id() + given.get(ADDRESS),
                given.getOrDefault(ADDRESS, ""),
                message.subject(),
                LetterText.plain(message),
                LetterText.html(message),
                message.alert().severity() >= SERIOUS,
                message.unsubscribe()));
    }

    @Override
    public Delivery invite(Invitation invitation, Map<String, String> given) {
        return deliver(new Letter.Content(
                invitation.id(),
                invitation.id(),
                given.getOrDefault(ADDRESS, ""),
                "Vigie: " + Wording.in(invitation.language()).agree() + "?",
                LetterText.plain(invitation),
                LetterText.html(invitation),
                false,
                null));
    }

    private Delivery deliver(Letter.Content content) {
        if (!settings.present()) {
            return new Delivery.Rejected("no mail server is set");
        }
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            var ready = letter.of(content);
            if (settings.withUser()) {
                transport.connect(settings.user(), settings.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(ready, ready.getAllRecipients());
            return new Delivery.Sent(receipt(transport.getLastServerResponse()));
        } catch (AuthenticationFailedException e) {
            return new Delivery.Retry(Trouble.BUSY, "the mail server refuses our user and password", null);
        } catch (AddressException e) {
            return new Delivery.Rejected("the address cannot be used");
        } catch (MessagingException e) {
            return delivery(e);
        }
    }

    private static Delivery delivery(MessagingException problem) {
        for (Exception e = problem; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException refused) {
                return delivery(refused.getReturnCode());
            }
            if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                return delivery(refused.getReturnCode());
            }
            if (e instanceof SocketTimeoutException) {
                return new Delivery.Retry(Trouble.HANGING, "the mail server does not answer in time", null);
            }
        }
        return new Delivery.Retry(Trouble.AWAY, "the mail server cannot be reached or refuses to encrypt", null);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging
                ? messaging.getNextException()
                : e.getCause() instanceof Exception cause ? cause : null;
    }

    private static Delivery delivery(int code) {
        return code >= 500
                ? new Delivery.Rejected("the mail server answered " + code)
                : new Delivery.Retry(Trouble.BUSY, "the mail server answered " + code, null);
    }

    private static String receipt(String answer) {
        var line = answer.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_RECEIPT ? line : line.substring(0, LONGEST_RECEIPT);
    }
}
