package vigie.alert.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vigie.door.NotThere;

/** What is listened to. */
@RestController
@RequestMapping("/api/brands")
class BrandController {

    /** How long a caller waits for the matchers before being told that it is still on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Brands brands;

    BrandController(Brands brands) {
        this.brands = brands;
    }

    @GetMapping
    Items<BrandView> all() {
        return new Items<>(brands.all().stream().map(BrandView::of).toList());
    }

    @GetMapping("/{id}")
    BrandView one(@PathVariable String id) {
        return BrandView.of(brands.get(id).orElseThrow(() -> new NotThere("no brand " + Fields.id("id", id))));
    }

    @Operation(description = """
            What the brand's queries let pass beside words: languages, platforms, countries, sites, kinds, ratings, followers. Of `values` \
            any is meant; `without` tells that they are kept out. `{"items": [{"field": "lang", "values": ["en", "fr"], "without": \
            false}]}`""")
    @GetMapping("/{id}/limits")
    Items<QueryLimit> limits(@PathVariable String id) {
        return new Items<>(QueryLimit.of(
                brands.get(id).orElseThrow(() -> new NotThere("no brand " + Fields.id("id", id)))));
    }

    @Operation(description = """
            Creates or replaces a brand. 201 or 200 once every live matcher has applied it: what is pushed afterwards is matched. \
            202 with `"pending": true` when that takes longer than 5 s. A new brand gets the rules `negative-spike` and `volume-spike`.

            `{"name": "Ponant Rail", "language": "fr", "timeZone": "Europe/Paris", "queries": [{"id": "name", "name": "Our name", \
            "query": "\\"ponant rail\\" OR #ponantrail"}], "hashtags": ["ponantrail"], "competitors": ["telmara"]}`""")
    @PutMapping("/{id}")
    ResponseEntity<BrandView> put(@PathVariable String id, @RequestBody BrandForm form, Principal caller)
            throws InterruptedException {
        var change = brands.put(Fields.id("id", id), form, caller.getName());
        if (!brands.awaitMatchers(change, PATIENCE)) {
            return ResponseEntity.accepted().body(BrandView.pending(change.brand()));
        }
        return ResponseEntity.status(change.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(BrandView.of(change.brand()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal caller) throws InterruptedException {
        brands.delete(Fields.id("id", id), caller.getName());
    }
}
