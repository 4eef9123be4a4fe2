package vigie.alert.notify;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vigie.alert.consent.Consents;
import vigie.model.Receiver;

/** Asks persons whether they want to be told; the only thing that is sent to an address without consent. */
@Component
public final class Questions {

    private final Channels channels;
    private final Consents consents;
    private final Ledger ledger;
    private final Clock clock;

    Questions(Channels channels, Consents consents, Ledger ledger, Clock clock) {
        this.channels = channels;
        this.consents = consents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks for every way to a person that was not asked yet.
     *
     * @param again whether to ask those too who were asked before, or have left; an address gets one question a day at most
     * @return how many persons are asked now
     */
    public int ask(Receiver receiver, boolean again, String by) {
        int asked = 0;
        for (int i = 0; i < receiver.ways().size(); i++) {
            var way = receiver.ways().get(i);
            var address = channels.person(way);
            if (address.isEmpty()) {
                continue;
            }
            var known = consents.find(consents.id(way.channel(), address.get()));
            if (known.isPresent() && (!again || known.get().given())) {
                continue;
            }
            var consent = consents.ask(way.channel(), address.get(), receiver.id(), receiver.language(), by);
            var question = Rows.question(consent, receiver, i, clock.instant());
            if (!ledger.knows(question.id())) {
                ledger.write(question);
                asked++;
            }
        }
        return asked;
    }
}
