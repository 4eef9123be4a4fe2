package vigie.alert.notify.slack;

import org.springframework.stereotype.Component;
import vigie.alert.notify.Posting;
import vigie.alert.notify.SecretHook;

/** Posts to a Slack incoming webhook. */
@Component
class SlackNotifier extends SecretHook {

    SlackNotifier(Posting posting) {
        super("slack", posting, Blocks::of);
    }
}
