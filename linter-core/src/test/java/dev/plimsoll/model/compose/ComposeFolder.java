package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of Compose files in memory, for tests of how they are loaded. */
final class ComposeFolder implements ComposeFiles {

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** One with a file, {@code a.yaml}. */
  static ComposeFolder of(String text) {
    return new ComposeFolder().with("a.yaml", text);
  }

  ComposeFolder with(String name, String text) {
    texts.put(name, text);
    return this;
  }

  @Override
  public Optional<List<YamlDocument>> documents(String name) {
    return text(name).map(text -> YamlReader.read(text).tree());
  }

  @Override
  public Optional<SourceText> text(String name) {
    return Optional.ofNullable(texts.get(name)).map(text -> SourceText.of(name, text));
  }

  @Override
  public boolean isFolder(String name) {
    return texts.keySet().stream().anyMatch(file -> file.startsWith(name + "/"));
  }

  /** What becomes of the files in their order. */
  Loaded load(String... names) {
    ComposeLoader loader = new ComposeLoader(this, Environment.EMPTY, "");
    Optional<Table> model = loader.project(List.of(names));
    return new Loaded(model, loader.refusals());
  }

  /** A model, and what is refused. */
  record Loaded(Optional<Table> model, List<Refusal> refusals) {

    /** What stands at a path of keys and numbers; "-" where nothing does. */
    String at(String path) {
      return find(path).map(ComposeFolder::flow).orElse("-");
    }

    /** The characters that the node at a path points at. */
    String slice(String path) {
      return find(path).orElseThrow().slice().text();
    }

    Optional<ComposeNode> find(String path) {
      Optional<ComposeNode> node = model.map(table -> table);
      for (String key : path.split("/", -1)) {
        node =
            node.flatMap(
                each ->
                    each instanceof Items items
                        ? Optional.of(items.items().get(Integer.parseInt(key)))
                        : ((Table) each).find(key));
      }
      return node;
    }

    /** Each refusal as its place and message. */
    List<String> refused() {
      return refusals.stream().map(each -> each.slice().text() + ": " + each.message()).toList();
    }
  }

  /** A node in flow style; texts that look like something else in quotes. */
  static String flow(ComposeNode node) {
    if (node instanceof Items items) {
      return items.items().stream().map(ComposeFolder::flow).toList().toString();
    }
    if (node instanceof Scalar scalar) {
      boolean looksElse = scalar.text().matches("[-+]?[0-9]*\\.?[0-9]+|true|false|null|~");
      return scalar.type() == ComposeNode.Type.NULL
          ? "~"
          : scalar.type() == ComposeNode.Type.STRING && looksElse
              ? '"' + scalar.text() + '"'
              : scalar.text();
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, Member> entry : ((Table) node).members().entrySet()) {
      members.add(entry.getKey() + ": " + flow(entry.getValue().value()));
    }
    return "{" + String.join(", ", members) + "}";
  }
}
