package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.consent.Consents;
import vigie.alert.consent.Wording;
import vigie.alert.link.Claim;
import vigie.alert.link.SignedLinks;
import vigie.model.Consent;

/** Where a person agrees to be told, and where it leaves again; a mail program may leave for it with one POST (RFC 8058). */
@Hidden
@RestController
class ConsentPageController {

    private static final String BY_LINK = "link in the message, then the button of its page";

    private final SignedLinks links;
    private final Consents consents;

    ConsentPageController(SignedLinks links, Consents consents) {
        this.links = links;
        this.consents = consents;
    }

    @GetMapping("/consent/{token}")
    ResponseEntity<String> question(@PathVariable String token) {
        var consent = found(Claim.CONSENT, token);
        if (consent.isEmpty()) {
            return gone();
        }
        var words = Wording.in(consent.get().language());
        return consent.get().given()
                ? page(consent.get(), words.agreed(), null)
                // what was asked then, not what is asked today: it is what the person agrees to
                : page(consent.get(), consent.get().text(), words.agree());
    }

    @PostMapping("/consent/{token}")
    ResponseEntity<String> agree(@PathVariable String token) {
        var consent = found(Claim.CONSENT, token);
        // an old link must not undo that the person left since
        if (consent.isEmpty() || consent.get().state().equals(Consent.WITHDRAWN)) {
            return gone();
        }
        var given =
                consent.get().given() ? consent : consents.give(consent.get().id(), BY_LINK);
        return given.map(c -> page(c, Wording.in(c.language()).agreed(), null)).orElseGet(ConsentPageController::gone);
    }

    @GetMapping("/unsubscribe/{token}")
    ResponseEntity<String> leaving(@PathVariable String token) {
        return found(Claim.UNSUBSCRIBE, token)
                .map(c -> c.state().equals(Consent.WITHDRAWN)
                        ? page(c, Wording.in(c.language()).left(), null)
                        : page(
                                c,
                                Wording.in(c.language()).leaveQuestion(),
                                Wording.in(c.language()).leave()))
                .orElseGet(ConsentPageController::gone);
    }

    @PostMapping("/unsubscribe/{token}")
    ResponseEntity<String> leave(@PathVariable String token) {
        return found(Claim.UNSUBSCRIBE, token)
                .flatMap(c -> c.state().equals(Consent.WITHDRAWN)
                        ? Optional.of(c)
                        : consents.withdraw(c.id(), "unsubscribe link of a message"))
                .map(c -> page(c, Wording.in(c.language()).left(), null))
                .orElseGet(ConsentPageController::gone);
    }

    private Optional<Consent> found(String kind, String token) {
        return links.read(kind, token).flatMap(claim -> consents.find(claim.subject()));
    }

    private static ResponseEntity<String> page(Consent consent, String sentence, @Nullable String button) {
        return new LinkPage(consent.language(), "Vigie", sentence, button).answer(200);
    }

    private static ResponseEntity<String> gone() {
        return new LinkPage("en", "Vigie", Wording.in("en").voidLink(), null).answer(410);
    }
}
