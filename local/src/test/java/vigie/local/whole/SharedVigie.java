package vigie.local.whole;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One running product for all tests of the page: starting it takes longer than most of them. It is stopped after the last. */
final class SharedVigie implements BeforeAllCallback {

    private static RunningVigie vigie;

    static RunningVigie vigie() {
        return vigie;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        vigie = context.getRoot()
                .getStore(Namespace.create(SharedVigie.class))
                .computeIfAbsent(RunningVigie.class, type -> started(), RunningVigie.class);
    }

    private static RunningVigie started() {
        try {
            return new RunningVigie();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
