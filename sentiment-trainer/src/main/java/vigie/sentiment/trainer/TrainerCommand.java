package vigie.sentiment.trainer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.SentimentModels;
import vigie.analysis.sentiment.Weights;

/** The trainer from a shell, without the rest of the product. */
final class TrainerCommand {
    private static final long SEED = 1;

    private TrainerCommand() {}

    private static final String USAGE = """
            usage: <name> <folds 1..5> <weights file to write> <folder> [<language>=<file> ...] [--and-val] [--test=<name>]
              learns from <folder>/<language>/train.tsv and the further files; with --and-val also from val.tsv;
              with --test=val prints the scores on <folder>/<language>/val.tsv
            """;

    public static void main(String[] args) throws IOException {
        if (args.length < 4) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Path folder = Path.of(args[3]);
        List<Example> central = new ArrayList<>(Examples.folder(folder, "train"));
        List<Example> more = new ArrayList<>();
        String test = "";
        for (String arg : List.of(args).subList(4, args.length)) {
            if (arg.equals("--and-val")) {
                central.addAll(Examples.folder(folder, "val"));
            } else if (arg.startsWith("--test=")) {
                test = arg.substring("--test=".length());
            } else {
                int equals = arg.indexOf('=');
                more.addAll(Examples.file(Path.of(arg.substring(equals + 1)), arg.substring(0, equals), arg));
            }
        }
        Weights weights =
                new Trainer(SEED, Integer.parseInt(args[1]), System.out::println).train(args[0], central, more);
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            weights.write(out);
        }
        System.out.println(Files.size(Path.of(args[2])) + " bytes written to " + args[2]);
        if (!test.isEmpty()) {
            try (var in = Files.newInputStream(Path.of(args[2]))) {
                score(SentimentModels.read(in), Examples.folder(folder, test));
            }
        }
    }

    private static void score(SentimentModel model, List<Example> examples) {
        Map<String, List<Example>> byLanguage = new TreeMap<>();
        for (Example example : examples) {
            byLanguage
                    .computeIfAbsent(example.language(), l -> new ArrayList<>())
                    .add(example);
        }
        double sum = 0;
        var line = new StringBuilder("macro-F1:");
        for (var entry : byLanguage.entrySet()) {
            double f1 = 100 * Evaluation.of(model, entry.getValue()).macroF1();
            sum += f1;
            line.append(String.format(Locale.ROOT, " %s %.1f", entry.getKey(), f1));
        }
        System.out.printf(Locale.ROOT, "%s, mean %.2f%n", line, sum / byLanguage.size());
        System.out.print(Evaluation.of(model, examples).describe());
    }
}
