package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.RawReader.Raw;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads a file set as compose-go 2.16 does (package loader): each document of each file is read,
 * its variables are replaced, what it includes and extends is brought in, and it is laid over what
 * came before. Where Compose would stop, this goes on with the rest.
 */
final class ComposeLoader {

  /** Files within files, by include or extends; Compose has no limit but its patience. */
  static final int MAX_FILES = 200;

  private final ComposeFiles files;
  private final Variables variables;
  private final List<Refusal> refusals;
  private final List<Violation> violations;
  private final ComposeSchema schema;
  private final Set<String> read;
  private final String folder;

  /**
   * For one project.
   *
   * @param folder the project's, in the workspace
   */
  ComposeLoader(ComposeFiles files, Variables variables, String folder) {
    this.files = files;
    this.variables = variables;
    this.folder = folder;
    this.refusals = new ArrayList<>();
    this.violations = new ArrayList<>();
    this.schema = new ComposeSchema();
    this.read = new HashSet<>();
  }

  private ComposeLoader(ComposeLoader other, String folder) {
    this.files = other.files;
    this.variables = other.variables;
    this.folder = folder;
    this.refusals = other.refusals;
    this.violations = other.violations;
    this.schema = other.schema;
    this.read = other.read;
  }

  /** The same for a project in another folder, whose troubles are this one's. */
  ComposeLoader in(String other) {
    return new ComposeLoader(this, other);
  }

  String folder() {
    return folder;
  }

  ComposeFiles files() {
    return files;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** Where a model that files made together is not what the schema allows; each place once. */
  List<Violation> violations() {
    return violations;
  }

  /** The names of all files that were asked for. */
  Set<String> read() {
    return read;
  }

  void refuse(Refusal.Kind kind, Slice slice, String message) {
    refusals.add(new Refusal(kind, slice, message));
  }

  /** The merged model of some files, the first of which are the bottom; nothing where none is. */
  Optional<Table> load(List<String> names, List<String> including) {
    Optional<Table> model = Optional.empty();
    for (String name : names) {
      List<String> inside = new ArrayList<>(including);
      inside.add(name);
      for (YamlDocument document : documents(name)) {
        model = overlaid(model, document, inside);
      }
    }
    return model.isEmpty()
        ? model
        : Optional.of((Table) new Defaults().in(model.get(), ComposePath.ROOT));
  }

  /** The documents of a file; none where it is not there, which whoever names it reports. */
  List<YamlDocument> documents(String name) {
    read.add(name);
    if (read.size() > MAX_FILES) {
      return List.of();
    }
    return files.documents(name).orElse(List.of());
  }

  private Optional<Table> overlaid(
      Optional<Table> below, YamlDocument document, List<String> inside) {
    if (document.root().isEmpty()) {
      return below;
    }
    Raw raw = raw(document);
    if (raw.root().isEmpty() || !(raw.root().get() instanceof Table table)) {
      refuse(
          Refusal.Kind.SHAPE,
          document.root().get().slice(),
          "a Compose file is a mapping with the key services, not " + document.root().get().kind());
      return below;
    }
    Table own = (Table) new PromotedExtensions().in(table, ComposePath.ROOT);
    own = new Includes(this, inside).resolved(own, raw.resets());
    Optional<Table> kept =
        below.isEmpty() ? below : Optional.of((Table) Reset.apply(raw.resets(), below.get()));
    own = new Extensions(this, inside.get(inside.size() - 1)).resolved(own, raw.resets());
    Table merged =
        kept.isEmpty() ? own : new ComposeMerge(refusals).tables(kept.get(), own, ComposePath.ROOT);
    Table unique = (Table) new UniqueItems().in(merged, ComposePath.ROOT);
    for (Violation violation : schema.check(unique)) {
      if (!isKnown(violation)) {
        violations.add(violation);
      }
    }
    return Optional.of(canonical(unique));
  }

  private boolean isKnown(Violation violation) {
    for (Violation known : violations) {
      if (known.kind() == violation.kind() && known.place().equals(violation.place())) {
        return true;
      }
    }
    return false;
  }

  /** A document with its aliases and variables replaced. */
  Raw raw(YamlDocument document) {
    Raw raw = RawReader.read(document.root().orElseThrow());
    for (Problem problem : raw.problems()) {
      refuse(Refusal.Kind.YAML, problem.slice(), problem.message());
    }
    return raw.root().isEmpty()
        ? raw
        : new Raw(
            Optional.of(variables.in(raw.root().get(), ComposePath.ROOT)),
            raw.resets(),
            raw.problems());
  }

  /** The model in long forms, each key of a list once. */
  Table canonical(Table model) {
    ComposeNode unique = new UniqueItems().in(model, ComposePath.ROOT);
    ComposeNode longer = new LongForms(refusals).in(unique, ComposePath.ROOT);
    Map<String, ComposeNode.Member> members =
        new LinkedHashMap<>(((Table) new UniqueItems().in(longer, ComposePath.ROOT)).members());
    members.remove("version");
    return new Table(model.slice(), members);
  }
}
