package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.Policy.Sample;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the samples of a policy: a text, a list of texts, or of texts with a file's name. */
final class SamplesReader {

  private static final List<String> KEYS = List.of("file", "text");

  private final Shapes shapes;
  private final Set<Language> languages;

  SamplesReader(Shapes shapes, Set<Language> languages) {
    this.shapes = shapes;
    this.languages = languages;
  }

  List<Sample> read(List<Entry> entries) {
    List<Sample> samples = new ArrayList<>();
    for (Entry entry : entries) {
      List<YamlNode> items =
          entry.value() instanceof Sequence list ? list.items() : List.of(entry.value());
      for (YamlNode item : items) {
        Optional<Sample> sample = sample(item, entry);
        if (sample.isPresent()) {
          samples.add(sample.get());
        }
      }
    }
    return samples;
  }

  private Optional<Sample> sample(YamlNode node, Entry entry) {
    Optional<Scalar> file = Optional.empty();
    Optional<Scalar> text = Optional.empty();
    if (node instanceof Mapping) {
      for (Entry each : shapes.entries(node, "a sample", KEYS)) {
        Optional<Scalar> read = shapes.text(each.value(), Shapes.quoted(Shapes.key(each)));
        file = Shapes.key(each).equals("file") ? read : file;
        text = Shapes.key(each).equals("text") ? read : text;
      }
      if (text.isEmpty()) {
        shapes.problem(node.slice(), "a sample needs \"text\"");
      }
    } else {
      text = shapes.text(node, "a sample of " + Shapes.quoted(Shapes.key(entry)));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = file.map(Scalar::text);
    Slice origin = node == entry.value() ? entry.key().slice() : node.slice();
    Language language = language(name.orElse(""), text.get().text());
    return Optional.of(new Sample(language, name, text.get().text(), origin));
  }

  /** Of several languages the one that the name or the text shows. */
  private Language language(String file, String text) {
    if (languages.size() == 1) {
      return languages.iterator().next();
    }
    boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".json");
    boolean api = ("\n" + text).contains("\nopenapi:") || ("\n" + text).contains("\nswagger:");
    boolean services = ("\n" + text).contains("\nservices:");
    if (languages.contains(Language.OPENAPI) && (api || (yaml && !services))) {
      return Language.OPENAPI;
    }
    boolean compose = languages.contains(Language.COMPOSE) && (yaml || services);
    return compose || !languages.contains(Language.DOCKERFILE)
        ? Language.COMPOSE
        : Language.DOCKERFILE;
  }
}
