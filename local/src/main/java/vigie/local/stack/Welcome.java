package vigie.local.stack;

/** What is where, printed once everything is ready. */
record Welcome(Stack stack, Home home) {

    String text() {
        var ports = stack.ports();
        var credentials = stack.credentials();
        var password = credentials.generated()
                ? "user admin, password " + credentials.adminPassword() + " (kept in " + home.credentials() + ")"
                : "user admin, password as you set it, or in " + home.credentials();
        return """

                  Vigie is listening.

                  Dashboard      http://localhost:%d/   %s
                  Push posts to  http://localhost:%d/api/posts   header X-Api-Key, key in %s
                  Analyse texts  http://localhost:%d/api/analyze
                  Kafka          %s
                  Elasticsearch  http://127.0.0.1:%d
                  Data and logs  %s

                  From a second terminal: ./vigie status. Ctrl-C stops everything; the data stays.

                """.formatted(
                        ports.alert(),
                        password,
                        ports.ingest(),
                        home.credentials(),
                        ports.analysis(),
                        ports.bootstrapServers(),
                        ports.elasticsearch(),
                        home.folder());
    }
}
