package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A list beside a merge key drops the anchor's items, where many expect it to add to them. */
@RuleInfo(
    id = "compose/merge-key-replaces-list",
    title = "List under a merge key is replaced, not extended",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class MergeKeyReplacesList extends ComposeRule {

  /** Lists that are one thing, not many, and are replaced on purpose. */
  private static final Set<String> WHOLE = Set.of("command", "entrypoint", "profiles", "test");

  /** Lists of names and values, of which the later one of a name counts. */
  private static final Set<String> NAMED =
      Set.of("environment", "labels", "annotations", "args", "sysctls");

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!file.source().content().contains("<<")) {
      return;
    }
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()) {
        check(document.root().get(), new HashMap<>(), file, context);
      }
    }
  }

  private static void check(
      YamlNode node, Map<String, YamlNode> anchors, ComposeFile file, RuleContext context) {
    if (node instanceof YamlNode.Mapping mapping) {
      List<YamlNode.Alias> merged = new ArrayList<>();
      for (YamlNode.Entry entry : mapping.entries()) {
        if (isMergeKey(entry.key())) {
          aliases(entry.value(), merged);
        }
        check(entry.value(), anchors, file, context);
      }
      for (YamlNode.Entry entry : mapping.entries()) {
        entry(entry, merged, anchors, file, context);
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        check(item, anchors, file, context);
      }
    }
    if (node.properties().anchor().isPresent()) {
      anchors.put(node.properties().anchor().get(), node);
    }
  }

  private static boolean isMergeKey(YamlNode key) {
    return key instanceof YamlNode.Scalar scalar
        && scalar.text().equals("<<")
        && scalar.style() == YamlNode.Style.PLAIN;
  }

  private static void aliases(YamlNode value, List<YamlNode.Alias> found) {
    if (value instanceof YamlNode.Alias alias) {
      found.add(alias);
    } else if (value instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        aliases(item, found);
      }
    }
  }

  private static void entry(
      YamlNode.Entry entry,
      List<YamlNode.Alias> merged,
      Map<String, YamlNode> anchors,
      ComposeFile file,
      RuleContext context) {
    if (!(entry.key() instanceof YamlNode.Scalar key)
        || !(entry.value() instanceof YamlNode.Sequence own)
        || own.properties().tag().isPresent()
        || own.items().isEmpty()
        || WHOLE.contains(key.text())) {
      return;
    }
    for (YamlNode.Alias alias : merged) {
      Optional<YamlNode.Sequence> base =
          list(anchors.getOrDefault(alias.name(), alias), key.text(), anchors);
      if (base.isPresent()) {
        List<YamlNode.Scalar> lost = lost(base.get(), own, NAMED.contains(key.text()));
        if (!lost.isEmpty()) {
          report(key, own, alias, lost, file, context);
        }
        return;
      }
    }
  }

  /** The list that a mapping brings under a key, itself or by what it merges. */
  private static Optional<YamlNode.Sequence> list(
      YamlNode node, String key, Map<String, YamlNode> anchors) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<YamlNode> value = mapping.find(key);
    YamlNode found = value.orElse(mapping);
    if (found instanceof YamlNode.Alias alias) {
      found = anchors.getOrDefault(alias.name(), mapping);
    }
    return found instanceof YamlNode.Sequence sequence ? Optional.of(sequence) : Optional.empty();
  }

  /** The texts of one list that another does not have; none where an item is no text. */
  private static List<YamlNode.Scalar> lost(
      YamlNode.Sequence base, YamlNode.Sequence own, boolean named) {
    Set<String> kept = new HashSet<>();
    for (YamlNode item : own.items()) {
      if (item instanceof YamlNode.Scalar scalar) {
        kept.add(name(scalar, named));
      }
    }
    List<YamlNode.Scalar> lost = new ArrayList<>();
    for (YamlNode item : base.items()) {
      if (!(item instanceof YamlNode.Scalar scalar)) {
        return List.of();
      }
      if (!kept.contains(name(scalar, named))) {
        lost.add(scalar);
      }
    }
    return lost;
  }

  private static String name(YamlNode.Scalar item, boolean named) {
    int equals = named ? item.text().indexOf('=') : -1;
    return equals < 0 ? item.text() : item.text().substring(0, equals);
  }

  private static void report(
      YamlNode.Scalar key,
      YamlNode.Sequence own,
      YamlNode.Alias alias,
      List<YamlNode.Scalar> lost,
      ComposeFile file,
      RuleContext context) {
    String more = lost.size() == 1 ? "" : " and " + (lost.size() - 1) + " more";
    Finding finding =
        Finding.at(
                file.anchor(key.slice()),
                key.slice(),
                "%s replaces the list that *%s brings: %s%s is not in it",
                key.slice(),
                alias.name(),
                lost.get(0).slice(),
                more)
            .related(lost.get(0).slice(), "what is lost");
    context.report(finding.withFix(fix(key, own, lost, file)));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Fix fix(
      YamlNode.Scalar key, YamlNode.Sequence own, List<YamlNode.Scalar> lost, ComposeFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    StringBuilder text = new StringBuilder();
    Edit last = new Edit.Impossible("nothing is to be added");
    for (YamlNode.Scalar item : lost) {
      NewYaml value =
          item.style() == YamlNode.Style.PLAIN && isNumber(item.text())
              ? NewYaml.plain(item.slice().text())
              : NewYaml.text(item.text());
      last = edits.addItem(own, value);
      if (!(last instanceof Edit.Replace added)) {
        return Fix.unsafe("Add the items of the anchor", last);
      }
      text.append(added.text());
    }
    Edit.Replace place = (Edit.Replace) last;
    return Fix.unsafe(
            "Add the items of the anchor",
            new Edit.Replace(place.file(), place.span(), text.toString()))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), file.anchor(key.slice())));
  }
}
