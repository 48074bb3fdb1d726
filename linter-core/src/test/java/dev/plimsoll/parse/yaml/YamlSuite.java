package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares our trees with those of the public YAML test suite.
 *
 * <p>{@code main} takes a checkout of the suite's branch {@code data} and our table of deviations,
 * {@code testdata/conformance/yaml-suite.tsv}; it prints each case in which we differ otherwise
 * than the table says, and ends with status 1 if there is one.
 */
final class YamlSuite {

  private YamlSuite() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> known = known(Path.of(arguments[1]));
    int cases = 0;
    int equal = 0;
    boolean surprise = false;
    for (Path folder : folders(Path.of(arguments[0]))) {
      String id = Path.of(arguments[0]).relativize(folder).toString();
      String verdict = verdict(folder);
      cases++;
      equal += verdict.equals("same") ? 1 : 0;
      if (!verdict.equals(known.getOrDefault(id, "same"))) {
        System.out.println(
            id + "\t" + verdict + "\t" + Files.readString(folder.resolve("===")).strip());
        surprise = true;
      }
    }
    System.out.println(cases + " cases, " + equal + " the same, " + (cases - equal) + " deviate");
    System.exit(surprise ? 1 : 0);
  }

  private static Map<String, String> known(Path table) throws IOException {
    Map<String, String> known = new TreeMap<>();
    for (String line : Files.readAllLines(table)) {
      if (!line.startsWith("#") && line.contains("\t")) {
        String[] cells = line.split("\t", -1);
        known.put(cells[0], cells[1]);
      }
    }
    return known;
  }

  private static List<Path> folders(Path suite) throws IOException {
    try (Stream<Path> paths = Files.walk(suite)) {
      return paths
          .filter(path -> path.getFileName().toString().equals("in.yaml"))
          .filter(
              path -> !path.toString().contains("/tags/") && !path.toString().contains("/name/"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static String verdict(Path folder) throws IOException {
    SourceText text = SourceText.decode("in.yaml", Files.readAllBytes(folder.resolve("in.yaml")));
    Parsed<YamlFile> file = YamlReader.readFile(text);
    boolean refused =
        file.problems().stream()
            .anyMatch(problem -> !problem.message().contains("already in line"));
    if (Files.exists(folder.resolve("error"))) {
      return refused ? "same" : "accepted";
    }
    if (refused) {
      return "refused";
    }
    List<String> events = new ArrayList<>();
    for (YamlDocument document : file.tree().documents()) {
      events.add("+DOC");
      document.root().ifPresentOrElse(root -> events(root, events), () -> events.add("=VAL :"));
      events.add("-DOC");
    }
    List<String> expected = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("test.event"))) {
      if (!line.endsWith("STR")) {
        expected.add(line.replaceAll("^(.DOC) .*|^(.MAP) \\{\\}|^(.SEQ) \\[\\]", "$1$2$3"));
      }
    }
    return expected.equals(events) ? "same" : "differs";
  }

  private static void events(YamlNode node, List<String> events) {
    String properties =
        node.properties().anchor().map(anchor -> " &" + anchor).orElse("")
            + node.properties().tag().map(tag -> " <" + tag + ">").orElse("");
    if (node instanceof Alias alias) {
      events.add("=ALI *" + alias.name());
    } else if (node instanceof Scalar scalar) {
      String style =
          switch (scalar.style()) {
            case PLAIN -> ":";
            case SINGLE_QUOTED -> "'";
            case DOUBLE_QUOTED -> "\"";
            case LITERAL -> "|";
            case FOLDED -> ">";
          };
      String text =
          scalar
              .text()
              .replace("\\", "\\\\")
              .replace("\n", "\\n")
              .replace("\t", "\\t")
              .replace("\r", "\\r")
              .replace("\b", "\\b");
      events.add("=VAL" + properties + " " + style + text);
    } else if (node instanceof Mapping mapping) {
      events.add("+MAP" + properties);
      for (Entry entry : mapping.entries()) {
        events(entry.key(), events);
        events(entry.value(), events);
      }
      events.add("-MAP");
    } else {
      events.add("+SEQ" + properties);
      ((Sequence) node).items().forEach(item -> events(item, events));
      events.add("-SEQ");
    }
  }
}
