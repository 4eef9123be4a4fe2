package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.consent.Wording;
import vigie.alert.link.Claim;
import vigie.alert.link.SignedLinks;
import vigie.alert.live.AlertItem;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Brand;
import vigie.model.Receiver;

/** Acknowledges from the message itself: the link opens a page, its button acknowledges, once. */
@Hidden
@RestController
@RequestMapping("/acknowledge")
class AcknowledgeController {

    private final SignedLinks links;
    private final Alerts alerts;
    private final AlertActions actions;
    private final Setup setup;

    AcknowledgeController(SignedLinks links, Alerts alerts, AlertActions actions, Setup setup) {
        this.links = links;
        this.alerts = alerts;
        this.actions = actions;
        this.setup = setup;
    }

    private record Words(String button, String by, String over, String done, String pending) {
        private static final Words ENGLISH = new Words(
                "Acknowledge: I take care of it",
                "%s takes care of it.",
                "It is over.",
                "Acknowledged. The others are not told again.",
                "It is written down and will hold in a moment.");
        private static final Words FRENCH = new Words(
                "Prendre en charge : je m’en occupe",
                "%s s’en occupe.",
                "C’est terminé.",
                "Pris en charge. Les autres ne seront pas relancés.",
                "C’est noté et vaudra dans un instant.");

        static Words in(String language) {
            return language.equals("fr") ? FRENCH : ENGLISH;
        }
    }

    @GetMapping("/{token}")
    ResponseEntity<String> page(@PathVariable String token) {
        var claim = links.read(Claim.ACKNOWLEDGE, token);
        var alert = claim.flatMap(c -> alerts.find(c.subject()));
        return alert.isPresent() ? open(alert.get(), claim.get()).answer(200) : gone(claim);
    }

    @PostMapping("/{token}")
    ResponseEntity<String> acknowledge(@PathVariable String token) throws InterruptedException {
        var claim = links.read(Claim.ACKNOWLEDGE, token);
        var alert = claim.flatMap(c -> alerts.find(c.subject()));
        if (alert.isEmpty()) {
            return gone(claim);
        }
        var language = language(claim.get().who());
        var ack = AlertActions.checked("ack", null);
        var key = "link " + claim.get().nonce();
        if (settled(alert.get())
                || actions.taken(alert.get(), ack, key, claim.get().who())) {
            // used before, by whoever holds it, or no longer of use
            return open(alert.get(), claim.get()).answer(200);
        }
        var updated = actions.take(alert.get(), ack, key, claim.get().who());
        var words = Words.in(language);
        return new LinkPage(language, title(alert.get()), updated.isPresent() ? words.done() : words.pending(), null)
                .answer(updated.isPresent() ? 200 : 202);
    }

    private LinkPage open(Alert alert, Claim claim) {
        var language = language(claim.who());
        var words = Words.in(language);
        var used = actions.taken(alert, AlertActions.checked("ack", null), "link " + claim.nonce(), claim.who());
        var summary = AlertItem.of(alert, language).summary();
        var carer = alert.people().acknowledgedBy();
        var more = alert.state().equals("resolved")
                ? " " + words.over()
                : carer == null ? "" : " " + words.by().formatted(carer);
        if (used && more.isEmpty()) {
            // somebody opened it again since; a used link is used
            return new LinkPage(language, title(alert), Wording.in(language).voidLink(), null);
        }
        return new LinkPage(language, title(alert), summary + more, settled(alert) ? null : words.button());
    }

    private static boolean settled(Alert alert) {
        return !alert.state().equals("open");
    }

    private String title(Alert alert) {
        return setup.brand(alert.brand()).map(Brand::name).orElse(alert.brand());
    }

    private String language(String receiver) {
        return setup.receiver(receiver).map(Receiver::language).orElse("en");
    }

    private ResponseEntity<String> gone(Optional<Claim> claim) {
        var language = claim.map(c -> language(c.who())).orElse("en");
        return new LinkPage(language, "Vigie", Wording.in(language).voidLink(), null).answer(410);
    }
}
