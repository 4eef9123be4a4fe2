package vigie.local.receive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Something that arrived, as it is printed: what it is, what it says, and what was found when it was checked. */
record Printed(String what, List<String> lines, List<Finding> findings) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int LONGEST = 300;

    /** @param good whether it is as it should be */
    record Finding(boolean good, String sentence) {}

    /** Something that is not what arrives from Vigie. */
    static Printed bad(String what, String sentence) {
        return new Printed(what, List.of(), List.of(new Finding(false, sentence)));
    }

    void to(Consumer<String> out, Instant now) {
        var block = new StringBuilder();
        block.append(TIME.format(now.atZone(ZoneId.systemDefault())))
                .append(' ')
                .append(harmless(what));
        lines.forEach(
                line -> block.append(System.lineSeparator()).append("    ").append(harmless(line)));
        findings.forEach(finding -> block.append(System.lineSeparator())
                .append(finding.good() ? "    ok   " : "    BAD  ")
                .append(harmless(finding.sentence())));
        out.accept(block.toString());
    }

    /** Strangers' words could steer the terminal. */
    private static String harmless(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST || plain.contains("://") ? plain : plain.substring(0, LONGEST) + "…";
    }
}
