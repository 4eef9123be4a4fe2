package vigie.ingest;

/** Said once, when the broker has every topic: whoever reads or writes them may begin. */
public record TopicsReady() {}
