package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.BakeFile;
import dev.plimsoll.parse.small.tree.BakeFile.Target;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the targets in a Bake file that is written in JSON, which every YAML reader reads. */
public final class BakeJsonReader {

  private BakeJsonReader() {}

  /** The targets of a file; none where it is no mapping. */
  public static BakeFile read(SourceText source) {
    List<Target> targets = new ArrayList<>();
    for (YamlDocument document : YamlReader.read(source).tree()) {
      Optional<YamlNode> section =
          document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root
              ? root.find("target")
              : Optional.empty();
      if (section.isPresent() && section.get() instanceof YamlNode.Mapping all) {
        for (YamlNode.Entry entry : all.entries()) {
          if (entry.key() instanceof YamlNode.Scalar name
              && entry.value() instanceof YamlNode.Mapping body) {
            targets.add(target(name, body));
          }
        }
      }
    }
    return new BakeFile(targets);
  }

  private static Target target(YamlNode.Scalar name, YamlNode.Mapping body) {
    Map<BakeFile.Key, Optional<Slice>> texts = new EnumMap<>(BakeFile.Key.class);
    put(texts, BakeFile.Key.CONTEXT, body.find("context"));
    put(texts, BakeFile.Key.DOCKERFILE, body.find("dockerfile"));
    put(texts, BakeFile.Key.TARGET, body.find("target"));
    if (body.find("dockerfile-inline").isPresent()) {
      texts.put(BakeFile.Key.DOCKERFILE, Optional.empty());
    }
    List<String> inherits = new ArrayList<>();
    Optional<YamlNode> list = body.find("inherits");
    if (list.isPresent() && list.get() instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        inherits.add(item instanceof YamlNode.Scalar scalar ? scalar.text() : "");
      }
    }
    return new Target(inner(name), texts, inherits);
  }

  private static void put(
      Map<BakeFile.Key, Optional<Slice>> texts, BakeFile.Key key, Optional<YamlNode> value) {
    if (value.isPresent()) {
      boolean open =
          !(value.get() instanceof YamlNode.Scalar scalar)
              || scalar.text().contains("${")
              || scalar.text().contains("%{")
              || !inner(scalar).text().equals(scalar.text());
      texts.put(key, open ? Optional.empty() : Optional.of(inner((YamlNode.Scalar) value.get())));
    }
  }

  /** What stands between the quotes. */
  private static Slice inner(YamlNode.Scalar scalar) {
    Slice slice = scalar.slice();
    int length = slice.text().length();
    return scalar.style() == YamlNode.Style.DOUBLE_QUOTED ? slice.part(1, length - 1) : slice;
  }
}
