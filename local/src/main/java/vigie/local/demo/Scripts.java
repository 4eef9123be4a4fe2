package vigie.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vigie.json.Json;

/** Reads the written part of the scenario. */
final class Scripts {

    private Scripts() {}

    static List<DemoBrand> brands() {
        return List.of("ponant-rail", "banque-aubray", "maison-solvie", "telmara").stream()
                .map(id -> read(id, DemoBrand.class))
                .toList();
    }

    static CrisisScript crisis() {
        return read("crisis", CrisisScript.class);
    }

    private static <T> T read(String name, Class<T> type) {
        try (var in = Scripts.class.getResourceAsStream("/vigie/demo/" + name + ".json")) {
            if (in == null) {
                throw new AssertionError("the demo's script " + name + " is missing from the build");
            }
            return Json.mapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
