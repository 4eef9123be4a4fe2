package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.InvalidField;
import vigie.door.NotThere;
import vigie.model.SavedView;
import vigie.topic.Topics;

/** Lists of mentions that people come back to: everybody's own, and those shared with all. */
@RestController
@RequestMapping("/api/views")
class ViewController {

    private static final int MOST = 2_000;
    private static final int NAME = 80;
    private static final int QUERY = 6_000;
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e]{0," + QUERY + "}");
    private static final Duration OWN = Duration.ofSeconds(5);

    private final Setup setup;
    private final TopicWriter writer;
    private final Clock clock;

    ViewController(Setup setup, TopicWriter writer, Clock clock) {
        this.setup = setup;
        this.writer = writer;
        this.clock = clock;
    }

    record Form(
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean shared) {}

    @Operation(description = """
            The caller's own saved views and those that are shared, by name: `{"items": [{"id": "4f1d", "name": "Not handled yet", \
            "query": "brand=acme&handled=false", "owner": "admin", "shared": true, "at": "2026-03-02T08:00:00Z"}]}`""")
    @GetMapping
    Items<SavedView> views(Principal caller) {
        return new Items<>(setup.views().stream()
                .filter(view -> view.shared() || view.owner().equals(caller.getName()))
                .toList());
    }

    @Operation(description = """
            Saves a view: `{"name": "Not handled yet", "query": "brand=acme&handled=false", "shared": true}`; `query` is what the page's \
            address says after the question mark. Only its owner or an administrator may change it; to others, one that is not shared \
            does not exist.""")
    @PutMapping("/{id}")
    ResponseEntity<SavedView> save(@PathVariable String id, @RequestBody Form form, Authentication caller)
            throws InterruptedException {
        var old = setup.view(Fields.id("id", id));
        old.ifPresent(view -> mine(view, caller));
        if (old.isEmpty() && setup.views().size() >= MOST) {
            throw new InvalidField("id", "there are " + MOST + " views already; delete one first");
        }
        var view = new SavedView(
                id,
                Fields.text("name", form.name(), NAME),
                Fields.matching(
                        "query", form.query(), ADDRESS, "must be the part of an address after its question mark"),
                old.map(SavedView::owner).orElse(caller.getName()),
                Boolean.TRUE.equals(form.shared()),
                clock.instant());
        setup.awaitOwn(writer.write(Topics.SAVED_VIEWS, id, view, caller.getName()), OWN);
        return ResponseEntity.status(old.isEmpty() ? 201 : 200).body(view);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id, Authentication caller) throws InterruptedException {
        var old = setup.view(Fields.id("id", id)).orElseThrow(() -> new NotThere("no such view"));
        mine(old, caller);
        setup.awaitOwn(writer.write(Topics.SAVED_VIEWS, id, null, caller.getName()), OWN);
        return ResponseEntity.noContent().build();
    }

    private static void mine(SavedView view, Authentication caller) {
        var admin = caller.getAuthorities().stream().anyMatch(a -> "ROLE_ADMIN".equals(a.getAuthority()));
        if (!admin && !view.owner().equals(caller.getName())) {
            throw new NotThere("no such view");
        }
    }
}
