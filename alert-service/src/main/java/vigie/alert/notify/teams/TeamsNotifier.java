package vigie.alert.notify.teams;

import org.springframework.stereotype.Component;
import vigie.alert.notify.Posting;
import vigie.alert.notify.SecretHook;

/** Posts to a Teams Workflows webhook. */
@Component
class TeamsNotifier extends SecretHook {

    TeamsNotifier(Posting posting) {
        super("teams", posting, Card::of);
    }
}
