package vigie.local.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import vigie.json.Json;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void soundQueriesPassWithTheirCost() throws Exception {
        assertThat(check(file("q.txt", "# our name\n\nacme NOT bank\n#acme OR @acme\n")))
                .isZero();
        assertThat(out.toString())
                .contains("q.txt:3:1: 3: cost low")
                .contains("q.txt:4:1: 4: cost low")
                .contains("2 queries, 0 errors, 0 warnings");
    }

    @Test
    void anErrorNamesItsPlaceAndAMendAndFailsTheCheck() throws Exception {
        assertThat(check(file("q.txt", "acme\nacme lanng:fr\n"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("q.txt:2:6: error: There is no field lanng")
                .contains("    acme lanng:fr\n         ^^^^^\n    suggestion: lang\n")
                .contains("2 queries, 1 errors, 0 warnings");
    }

    @Test
    void messagesComeInFrenchWhenAsked() throws Exception {
        assertThat(check("--lang", "fr", file("q.txt", "acme lanng:fr\n"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("q.txt:1:6: erreur : Le champ lanng n'existe pas")
                .contains("proposition : lang");
    }

    @Test
    void aWarningFailsOnlyAStrictCheck() throws Exception {
        var orange = file("q.txt", "orange\n");
        assertThat(check(orange)).isZero();
        assertThat(out.toString()).contains("q.txt:1:1: warning: ").contains("suggestion: {Orange}");
        assertThat(check("--strict", orange)).isEqualTo(1);
    }

    @Test
    void aCommentMayGoOverSeveralLines() throws Exception {
        assertThat(check(file("q.txt", "<<< why\nso >>>\nacme <<< and\nits >>> bank(\n")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("q.txt:4:").contains("1 queries");
    }

    @Test
    void brandsInJsonAreReadAsTheApiTakesThem() throws Exception {
        assertThat(check("--format", "json", file("b.json", """
                        [{"id": "acme", "name": "Acme", "queries": [
                          {"id": "a", "name": "A", "query": "\\"acme bank\\" OR lanng:fr"},
                          {"id": "b", "query": "d\\u00e9\\u00e7u AND orange"}],
                          "hashtags": ["acme"]}]
                        """))).isEqualTo(1);
        var report = json();
        assertThat(report.get("valid").asBoolean()).isFalse();
        var first = report.get("queries").get(0);
        assertThat(first.get("brand").asString()).isEqualTo("acme");
        assertThat(first.get("id").asString()).isEqualTo("a");
        var error = first.get("errors").get(0);
        assertThat(error.get("position").asInt()).isEqualTo(15);
        assertThat(error.get("line").asInt()).isEqualTo(2);
        assertThat(error.get("column").asInt()).isEqualTo(55);
        assertThat(error.get("suggestion").asString()).isEqualTo("lang");
        assertThat(report.get("queries").get(1).get("normalized").asString()).isEqualTo("déçu AND orange");
    }

    @Test
    void aMistakeInYamlIsFoundInItsOwnLineWhateverTheQuotes() throws Exception {
        check("--format", "json", file("b.yaml", """
                brands:
                  - name: Acme 😀
                    queries:
                      - id: plain
                        query: acme OR lanng:fr
                      - id: quoted
                        query: '"it''s acme" lanng:fr'
                      - id: double
                        query: "\\"acme\\" \\U0001F600 lanng:fr"
                      - id: block
                        query: |
                          acme AND
                            lanng:fr
                      - id: folded
                        query: >-
                          acme AND
                          lanng:fr
                """));
        var queries = json().get("queries");
        assertThat(queries.size()).isEqualTo(5);
        assertThat(queries.values().stream()
                        .map(q -> q.get("errors").get(0))
                        .map(e -> e.get("line").asInt() + ":" + e.get("column").asInt()))
                .containsExactly("5:24", "7:30", "9:37", "13:13", "17:11");
        assertThat(queries.get(0).get("brand").asString()).isEqualTo("Acme 😀");
    }

    @Test
    void whatIsWrongAroundTheQueriesIsToldWithItsPlace() throws Exception {
        assertThat(check(file("b.yaml", """
                        - id: acme
                          color: red
                          queries:
                            - id: a
                              query: #acme
                            - id: a
                              query: acme
                            - query: acme
                        """))).isEqualTo(1);
        assertThat(out.toString())
                .contains("b.yaml:2:3: warning: The key color")
                .contains("b.yaml:4:7: error: A query is missing here")
                .contains("b.yaml:6:7: error: The id a is there twice")
                .contains("b.yaml:8:7: error: A query of a brand needs an id");
        assertThat(check(file("broken.json", "[{\"queries\": [\"a\"")))
                .as("an unfinished file")
                .isEqualTo(1);
        assertThat(out.toString()).contains("broken.json:1:").contains("This is not JSON");
        assertThat(check(file("quoted.yaml", "- \"acme bank\" OR b\n"))).isEqualTo(1);
        assertThat(out.toString()).contains("quoted.yaml:1:").contains("This is not YAML");
        assertThat(check(file("empty.txt", "# nothing\n"))).isEqualTo(1);
        assertThat(out.toString()).contains("empty.txt:1:1: error: There is no query in this file.");
    }

    @Test
    void textsShowWhichQueryMatchesWhere() throws Exception {
        var texts = file("t.ndjson", """
                Acme is late
                {"text": "Nothing", "title": "ACME bank", "lang": "fr"}
                {not json, but acme
                """);
        assertThat(check("--texts", texts, file("q.txt", "acme\nacme lang:fr\nlate OR nothing\n")))
                .isZero();
        assertThat(out.toString())
                .contains("q.txt:1:1: 1: cost low, matches 3 of 3 texts")
                .contains("t.ndjson:1: acme [text 0-4: Acme]")
                .contains("t.ndjson:2: acme [title 0-4: ACME], lang:fr")
                .contains("3: cost low, matches 2 of 3 texts");
        out.getBuffer().setLength(0);
        check("--texts", texts, "--format", "json", "--show", "1", file("q.txt", "acme\n"));
        var query = json().get("queries").get(0);
        assertThat(query.get("matches").asInt()).isEqualTo(3);
        assertThat(query.get("samples").size()).isEqualTo(1);
        assertThat(query.at("/samples/0/matched/0/end").asInt()).isEqualTo(4);
    }

    @Test
    void aFileThatCannotBeReadIsNoWrongQuery() throws Exception {
        assertThat(check(folder.resolve("missing.txt").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("missing.txt: no such file");
        var bytes = folder.resolve("latin.txt");
        Files.write(bytes, new byte[] {'a', (byte) 0xE9, '\n'});
        assertThat(check(bytes.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("not UTF-8");
    }

    private JsonNode json() {
        return Json.mapper().readTree(out.toString());
    }

    private int check(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var english = Arrays.asList(arguments).contains("--lang") ? all : with(all, "--lang", "en");
        return new CommandLine(new QueriesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(english);
    }

    private static String[] with(String[] arguments, String... more) {
        var all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private String file(String name, String content) throws Exception {
        var file = folder.resolve(name);
        Files.writeString(file, content);
        return file.toString();
    }
}
