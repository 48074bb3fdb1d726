package dev.plimsoll.model.compose;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.YamlOutline;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Compose file as it is written; what it means depends on the files it is started with. */
public final class ComposeFile implements SourceModel {

  private final SourceText source;
  private final YamlFile yaml;
  private final List<Problem> problems;
  private final YamlOutline outline;
  private final Map<Place, Spot> spots = new HashMap<>();
  private final Map<Place, ItemSpot> items = new HashMap<>();
  private final List<YamlNode.Scalar> scalars = new ArrayList<>();

  /** An entry and the mapping that it stands in. */
  public record Spot(YamlNode.Mapping mapping, YamlNode.Entry entry) {}

  private ComposeFile(SourceText source, Parsed<YamlFile> parsed) {
    this.source = source;
    this.yaml = parsed.tree();
    this.problems = parsed.problems();
    this.outline = new YamlOutline(yaml);
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()) {
        addSpots(document.root().get());
      }
    }
  }

  public static ComposeFile of(SourceText source) {
    return new ComposeFile(source, YamlReader.readFile(source));
  }

  private void addSpots(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        spots.putIfAbsent(entry.key().slice().place(), new Spot(mapping, entry));
        addSpots(entry.value());
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        items.put(item.slice().place(), new ItemSpot(sequence, item));
        addSpots(item);
      }
    } else if (node instanceof YamlNode.Scalar scalar) {
      scalars.add(scalar);
    }
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** Its documents, which Compose lays over each other. */
  public List<YamlDocument> documents() {
    return yaml.documents();
  }

  /** Its YAML, with what could not be read of it. */
  public YamlFile yaml() {
    return yaml;
  }

  /**
   * The entry whose key stands there, for edits.
   *
   * @param key of a {@link ComposeNode.Member} of this file, which may be of another reading of it
   * @return nothing where it is a part of a short form, or stands in another file
   */
  public Optional<Spot> spot(Slice key) {
    return Optional.ofNullable(spots.get(key.place()));
  }

  /** The keys of services as they stand in this file, in the order of the text. */
  public List<Spot> services() {
    return ServiceEntries.of(documents());
  }

  /** The key of a service as it stands in this file; nothing where this says nothing of it. */
  public Optional<Spot> service(String name) {
    return ServiceEntries.find(documents(), name);
  }

  /** The key {@code services}, for what all of them lack. */
  public Optional<Slice> servicesKey() {
    return ServiceEntries.key(documents());
  }

  /** A list and one of its items. */
  public record ItemSpot(YamlNode.Sequence list, YamlNode item) {}

  /** The item of a list that stands at a place, for edits; nothing where none of this file does. */
  public Optional<ItemSpot> item(Slice place) {
    return Optional.ofNullable(items.get(place.place()));
  }

  /** The scalar that a place stands in, for edits; nothing where that is none of this file. */
  public Optional<YamlNode.Scalar> scalar(Slice place) {
    for (YamlNode.Scalar scalar : scalars) {
      if (scalar.slice().place().file().equals(place.place().file())
          && scalar.slice().place().span().contains(place.place().span())) {
        return Optional.of(scalar);
      }
    }
    return Optional.empty();
  }

  /** The address of the mapping, list or key in which something stands: what an edit changes. */
  public Anchor owner(Slice place) {
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()
          && document.root().get().slice().span().contains(place.place().span())) {
        return owner(document.root().get(), Anchor.FILE, place.place().span());
      }
    }
    return Anchor.FILE;
  }

  private static Anchor owner(YamlNode node, Anchor anchor, Span place) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.value().slice().span().contains(place)) {
          return owner(entry.value(), anchor.child(YamlOutline.segment(entry.key())), place);
        }
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item.slice().span().contains(place)) {
          return owner(item, anchor, place);
        }
      }
    }
    return anchor;
  }

  /** The address of the innermost key or item that a place stands in. */
  public Anchor anchor(Slice place) {
    return outline.anchor(place);
  }

  /** Whether it looks like a Compose file: it may be another tool's under such a name. */
  public boolean isCompose() {
    boolean mapping = true;
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        if (RootKeys.areForeign(root)) {
          return false;
        }
        if (RootKeys.hasSection(root)) {
          return true;
        }
      } else if (document.root().isPresent()) {
        mapping = false;
      }
    }
    return saysCompose() && (!mapping || !problems.isEmpty() || isVersionOne() || isEmptyDefault());
  }

  /** Whether Compose takes it by its name and finds nothing in it; others may be placeholders. */
  private boolean isEmptyDefault() {
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()
          && !(document.root().get() instanceof YamlNode.Mapping root
              && root.entries().isEmpty())) {
        return false;
      }
    }
    return switch (name().substring(name().lastIndexOf('/') + 1)) {
      case "compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml" -> true;
      default -> false;
    };
  }

  private boolean saysCompose() {
    String name = name();
    String base = name.substring(name.lastIndexOf('/') + 1);
    return base.startsWith("compose.") || base.startsWith("docker-compose");
  }

  /** Whether its services stand at the root, as in files of version 1. */
  public boolean isVersionOne() {
    boolean found = false;
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        if (!RootKeys.areServices(root)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  @Override
  public Optional<YamlFile> yamlTree() {
    return Optional.of(yaml);
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public Optional<Slice> template() {
    return YamlOutline.template(source, problems);
  }

  @Override
  public List<Facet> facets() {
    return new ComposeFacets().of(yaml);
  }

  /**
   * For each line of a list of names and values the last that gives the same name; nothing where
   * that is the line itself.
   */
  public static List<Optional<YamlNode.Scalar>> replacements(YamlNode.Sequence list) {
    Map<String, YamlNode.Scalar> last = new HashMap<>();
    List<Optional<YamlNode.Scalar>> replacements = new ArrayList<>();
    for (int i = list.items().size() - 1; i >= 0; i--) {
      Optional<String> name = name(list.items().get(i));
      YamlNode.Scalar known = name.isEmpty() ? null : last.get(name.get());
      replacements.add(Optional.ofNullable(known));
      if (known == null && name.isPresent()) {
        last.put(name.get(), (YamlNode.Scalar) list.items().get(i));
      }
    }
    Collections.reverse(replacements);
    return replacements;
  }

  private static Optional<String> name(YamlNode line) {
    if (!(line instanceof YamlNode.Scalar scalar) || scalar.text().isEmpty()) {
      return Optional.empty();
    }
    int end = scalar.text().indexOf('=');
    String name = end < 0 ? scalar.text() : scalar.text().substring(0, end);
    return name.indexOf('$') < 0 ? Optional.of(name) : Optional.empty();
  }

  @Override
  public List<Place> secrets() {
    return ScriptSecrets.in(source, List.of());
  }

  @Override
  public List<Slice> comments() {
    return yaml.comments();
  }

  @Override
  public CommentSite site(Slice comment) {
    return outline.site(comment);
  }

  /** The address of a path in a Compose model. */
  public static Anchor anchor(ComposePath path) {
    Anchor anchor = Anchor.FILE;
    for (String key : path.keys()) {
      if (!key.equals(ComposePath.ITEM)) {
        anchor = anchor.child(key.replace('/', '|'));
      }
    }
    return anchor;
  }
}
