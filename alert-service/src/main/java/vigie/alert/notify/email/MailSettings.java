package vigie.alert.notify.email;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server of the house. The operator names it, so it may be in a private network.
 *
 * @param host absent = there is none, and the channel cannot be used
 * @param tls {@code starttls} (required, not only tried), {@code tls} (from the first byte) or {@code none}
 * @param user absent = the server asks for none
 * @param from sender of all messages
 * @param trust host whose certificate is taken unseen, for a server with one of its own making; empty = none
 * @param timeout for each step of the conversation
 */
@ConfigurationProperties("vigie.notify.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Tls tls,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("vigie@localhost") String from,
        @DefaultValue("") String trust,
        @DefaultValue("10s") Duration timeout) {

    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    boolean present() {
        return host != null && !host.isBlank();
    }

    boolean withUser() {
        return user != null && !user.isBlank();
    }

    /** What Jakarta Mail calls it. */
    Properties properties() {
        var p = new Properties();
        p.put("mail.smtp.host", host == null ? "" : host);
        p.put("mail.smtp.port", Integer.toString(port));
        p.put("mail.smtp.auth", Boolean.toString(withUser()));
        p.put("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        // a server that offers none would otherwise get password and message in the clear
        p.put("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        p.put("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.TLS));
        p.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(trust.isBlank()));
        if (!trust.isBlank()) {
            p.put("mail.smtp.ssl.trust", trust);
        }
        for (var step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            p.put("mail.smtp." + step, Long.toString(timeout.toMillis()));
        }
        return p;
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + "]";
    }
}
