package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A name that a service uses and no file of its set declares. */
final class Undeclared {

  private final Anchor anchor;
  private final Slice place;
  private final String name;
  private final Collection<String> known;

  /**
   * For one use of a name.
   *
   * @param place where the name stands, quotes included if it has some
   * @param known what it could have been
   */
  Undeclared(Anchor anchor, Slice place, String name, Collection<String> known) {
    this.anchor = anchor;
    this.place = place;
    this.name = name;
    this.known = known;
  }

  /**
   * Whether what is not in a set is nowhere: all of its files are known and could be read. A file
   * of another name than the default ones may be started with any other.
   */
  static boolean isSettled(ComposeSet set, ComposeFile file) {
    if (!set.isWhole() || !file.problems().isEmpty() || !isDefault(set)) {
      return false;
    }
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.INCLUDE || refusal.kind() == Refusal.Kind.YAML) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reports the sources in a list of a service that a section of the set does not declare.
   *
   * @param kind how a message calls one
   */
  static void check(
      List<ComposeNode> uses,
      Anchor anchor,
      String kind,
      String section,
      ComposeSet set,
      RuleContext context) {
    Set<String> known = set.section(section).keySet();
    for (ComposeNode use : uses) {
      Optional<Scalar> source = name(use, "source");
      if (source.isPresent() && !known.contains(source.get().known().orElseThrow())) {
        Scalar name = source.get();
        context.report(
            new Undeclared(anchor, name.slice(), name.known().orElseThrow(), known)
                .finding(kind + " %s is not declared under " + section + "%s"));
      }
    }
  }

  /** Whether its first file has the default name, and no more than the override lies over it. */
  private static boolean isDefault(ComposeSet set) {
    String first = stem(set.files().get(0));
    if (!first.equals("compose") && !first.equals("docker-compose")) {
      return false;
    }
    for (String file : set.files().subList(1, set.files().size())) {
      if (!stem(file).equals("compose.override") && !stem(file).equals("docker-compose.override")) {
        return false;
      }
    }
    return true;
  }

  private static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The name that a text of a mapping holds; nothing where variables decide it. */
  static Optional<Scalar> name(ComposeNode node, String key) {
    Optional<ComposeNode> value = node instanceof Table table ? table.find(key) : Optional.empty();
    return value.isPresent()
            && value.get() instanceof Scalar scalar
            && scalar.known().isPresent()
            && !scalar.known().get().isEmpty()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Whether variables decide a name that stands in a list. */
  static boolean isVariable(Slice name) {
    return name.text().indexOf('$') >= 0;
  }

  /**
   * What is reported.
   *
   * @param template for the name, and the one that was probably meant
   */
  Finding finding(String template) {
    return Finding.at(
        anchor, place, template, new Value.Known(name, place), NearestName.hint(name, known));
  }

  /** Writes the name that was probably meant in its place; nothing where no name is like it. */
  Optional<Fix> renaming(ComposeFile file) {
    Optional<String> meant = NearestName.of(name, known);
    String written = place.text();
    int at = written.indexOf(name);
    boolean bare = at >= 0 && written.length() - name.length() == 2 * at && at <= 1;
    if (meant.isEmpty()
        || !bare
        || !isHere(file)
        || !isPlain(meant.get())
        || !isSlip(name, meant.get())) {
      return Optional.empty();
    }
    Edit edit = Edit.replace(place.part(at, at + name.length()), meant.get());
    Anchor owner = file.owner(place);
    return Optional.of(
        Fix.unsafe("Rename it to " + meant.get(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), owner))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), owner)));
  }

  /** Whether two letters at most differ, side by side, and no digit: db1 and db2 are no slip. */
  private static boolean isSlip(String name, String meant) {
    int shorter = Math.min(name.length(), meant.length());
    int start = 0;
    while (start < shorter && name.charAt(start) == meant.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && name.charAt(name.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
      end++;
    }
    String differing =
        name.substring(start, name.length() - end) + meant.substring(start, meant.length() - end);
    for (int i = 0; i < differing.length(); i++) {
      if (Character.isDigit(differing.charAt(i))) {
        return false;
      }
    }
    return Math.max(name.length(), meant.length()) - start - end <= 2;
  }

  private boolean isHere(ComposeFile file) {
    return place.place().file().equals(file.name());
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(Character.isLetterOrDigit(c) && c < 128) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return Character.isLetter(name.charAt(0));
  }

  /** Declares the name under a root key of the file, with nothing said about it. */
  Optional<Fix> declaring(ComposeFile file, String section) {
    if (!isHere(file) || !isPlain(name) || file.documents().size() != 1) {
      return Optional.empty();
    }
    if (!(file.documents().get(0).root().orElseThrow() instanceof YamlNode.Mapping root)) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml empty = NewYaml.mapping();
    Optional<YamlNode> there = root.find(section);
    Edit edit = new Edit.Impossible("the section is no mapping");
    if (there.isEmpty()) {
      edit = edits.addKey(root, section, NewYaml.mapping(NewYaml.pair(name, empty)));
    } else if (there.get() instanceof YamlNode.Mapping mapping) {
      edit = edits.addKey(mapping, name, empty);
    }
    return Optional.of(
        Fix.unsafe("Declare " + name + " under " + section, edit)
            .declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), Anchor.FILE.child(section))));
  }
}
