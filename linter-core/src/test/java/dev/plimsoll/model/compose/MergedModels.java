package dev.plimsoll.model.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what we make of sets of files, as JSON, for {@code testdata/conformance/compose.py}. A
 * line of standard input is a set: its files in merge order, with commas between them.
 */
final class MergedModels {

  private MergedModels() {}

  /** Files of the machine, read once. */
  private static final class Disk implements ComposeFiles {
    private final Map<String, Optional<List<YamlDocument>>> known = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();

    @Override
    public Optional<List<YamlDocument>> documents(String name) {
      Optional<List<YamlDocument>> documents = known.get(name);
      if (documents == null) {
        documents = Files.isRegularFile(Path.of(name)) ? Optional.of(read(name)) : Optional.empty();
        known.put(name, documents);
      }
      return documents;
    }

    private List<YamlDocument> read(String name) {
      Parsed<List<YamlDocument>> parsed = YamlReader.read(text(name).orElseThrow());
      for (Problem problem : parsed.problems()) {
        troubles.add("YAML: " + problem.slice().text() + ": " + problem.message());
      }
      return parsed.tree();
    }

    @Override
    public Optional<SourceText> text(String name) {
      try {
        return Files.isRegularFile(Path.of(name))
            ? Optional.of(SourceText.decode(name, Files.readAllBytes(Path.of(name))))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What the {@code .env} beside a file sets. */
    Environment environment(String file) {
      Optional<SourceText> text = text(Paths.join(Paths.parent(file), ".env"));
      if (text.isEmpty()) {
        return Environment.EMPTY;
      }
      Parsed<DotEnvFile> parsed =
          DotEnvReader.read(text.get(), DotEnvFile.Format.COMPOSE, Map.of(), Map.of());
      for (Problem problem : parsed.problems()) {
        troubles.add(".env: " + problem.message());
      }
      return Environment.EMPTY.with(parsed.tree());
    }

    @Override
    public boolean isFolder(String name) {
      return Files.isDirectory(Path.of(name));
    }
  }

  /** Reads the sets and prints an object a line. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(object(line));
    }
    out.flush();
  }

  private static String object(String line) {
    StringBuilder json = new StringBuilder("{\"files\":");
    string(json, line);
    try {
      List<String> files = List.of(line.split(",", -1));
      Disk disk = new Disk();
      ComposeLoader loader =
          new ComposeLoader(disk, disk.environment(files.get(0)), Paths.parent(files.get(0)));
      Optional<Table> model = loader.project(files);
      List<String> troubles = new ArrayList<>(disk.troubles);
      List<Refusal> refusals = new ArrayList<>(loader.refusals());
      refusals.addAll(loader.loading().openRefusals()); // nothing but the files sets variables here
      for (Refusal refusal : refusals) {
        String where = refusal.slice().text().lines().findFirst().orElse("");
        troubles.add(refusal.kind() + ": " + where + ": " + refusal.message());
      }
      for (Interpolation text : loader.loading().interpolations()) {
        if (text.lacksRequired()) {
          troubles.add("VARIABLE: " + text.variables().get(0).name().text());
        }
      }
      for (Violation violation : loader.violations()) {
        troubles.add("SCHEMA: " + violation.path() + ": " + violation.template());
      }
      json.append(",\"refusals\":[");
      for (int i = 0; i < troubles.size(); i++) {
        string(json.append(i > 0 ? "," : ""), troubles.get(i));
      }
      json.append(']');
      if (model.isPresent()) {
        node(json.append(",\"model\":"), model.get());
      }
    } catch (RuntimeException | StackOverflowError e) {
      string(json.append(",\"crash\":"), e + " " + List.of(e.getStackTrace()).get(0));
    }
    return json.append('}').toString();
  }

  private static void node(StringBuilder json, ComposeNode node) {
    String separator = "";
    if (node instanceof Scalar scalar) {
      switch (scalar.type()) {
        case NULL -> json.append("null");
        case BOOLEAN, INTEGER, FLOAT ->
            json.append(PlainScalars.isBeyondJson(scalar) ? "null" : scalar.text());
        case STRING -> string(json, scalar.text());
      }
    } else if (node instanceof Items items) {
      json.append('[');
      for (ComposeNode item : items.items()) {
        node(json.append(separator), item);
        separator = ",";
      }
      json.append(']');
    } else if (node instanceof Table table) {
      json.append('{');
      for (Map.Entry<String, Member> entry : table.members().entrySet()) {
        string(json.append(separator), entry.getKey());
        node(json.append(':'), entry.getValue().value());
        separator = ",";
      }
      json.append('}');
    }
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
