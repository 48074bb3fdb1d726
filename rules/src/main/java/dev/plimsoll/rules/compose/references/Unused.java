package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file declares under a root key and no service uses, in none of the sets of the file. */
final class Unused {

  private final ComposeFile file;
  private final String section;
  private final Set<String> declared = new HashSet<>();
  private final Map<String, Slice> unused = new LinkedHashMap<>();

  private Unused(ComposeFile file, String section) {
    this.file = file;
    this.section = section;
  }

  /**
   * Reports them.
   *
   * @param kind how a message calls one
   */
  static void check(ComposeFile file, String section, String kind, RuleContext context) {
    if (!declares(file, section) || !file.problems().isEmpty()) {
      return;
    }
    List<ComposeSet> sets = context.compose().composeSets(file);
    Unused found = new Unused(file, section);
    NamesInUse used = new NamesInUse(section);
    for (ComposeSet set : sets) {
      if (!set.isWhole() || set.services().isEmpty()) {
        return;
      }
      found.addDeclared(set);
      used.add(set);
    }
    if (used.isKnown() && found.remain(used) && found.remainOver(used, context)) {
      for (Map.Entry<String, Slice> entry : found.unused.entrySet()) {
        found.report(entry.getKey(), entry.getValue(), kind, context);
      }
    }
  }

  private static boolean declares(ComposeFile file, String section) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find(section).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void addDeclared(ComposeSet set) {
    for (Map.Entry<String, Member> entry : set.section(section).entrySet()) {
      String name = entry.getKey();
      declared.add(name);
      Slice key = entry.getValue().key();
      if (key.place().file().equals(file.name())) {
        unused.put(name, key);
      } else if (!unused.containsKey(name)) {
        Optional<Slice> written = written(name);
        if (written.isPresent()) {
          unused.put(name, written.get());
        }
      }
    }
  }

  /** Where the file declares what another one of the set declares again. */
  private Optional<Slice> written(String name) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find(section).orElse(root) instanceof YamlNode.Mapping declared) {
        for (YamlNode.Entry entry : declared.entries()) {
          if (entry.key() instanceof YamlNode.Scalar key && key.text().equals(name)) {
            return Optional.of(key.slice());
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean remain(NamesInUse used) {
    for (String name : used.names()) {
      if (unused.remove(name) == null && !declared.contains(name)) {
        unused.remove(NearestName.of(name, unused.keySet()).orElse(name)); // it is misspelt there
      }
    }
    return !unused.isEmpty();
  }

  /** Whether some are left that no file uses either which may be laid over this one by hand. */
  private boolean remainOver(NamesInUse used, RuleContext context) {
    if (!(context.compose().composeSetsOver(file) instanceof Answer.Known<List<ComposeSet>> over)) {
      return false;
    }
    for (ComposeSet set : over.value()) {
      used.add(set);
    }
    return used.isKnown() && remain(used);
  }

  private void report(String name, Slice key, String kind, RuleContext context) {
    Anchor anchor = Anchor.FILE.child(section).child(name.replace('/', '|'));
    Finding finding =
        Finding.at(anchor, key, "no service uses " + kind + " %s", new Value.Known(name, key));
    Optional<ComposeFile.Spot> spot = file.spot(key);
    context.report(spot.isPresent() ? finding.withFix(fix(spot.get(), kind, name)) : finding);
  }

  /** Removes one, or the whole section where no other is used. */
  private Fix fix(ComposeFile.Spot spot, String kind, String name) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<ComposeFile.Spot> around = around(spot.mapping());
    Edit edit;
    String title;
    Anchor removed = Anchor.FILE.child(section);
    if (isWhole(spot.mapping()) && around.isPresent()) {
      edit = edits.removeEntry(around.get().mapping(), around.get().entry());
      title = "Remove " + section;
    } else {
      edit = edits.removeEntry(spot.mapping(), spot.entry());
      title = "Remove " + kind + " " + name;
      removed = removed.child(name.replace('/', '|'));
    }
    return Fix.unsafe(title, edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), removed));
  }

  private boolean isWhole(YamlNode.Mapping declared) {
    for (YamlNode.Entry entry : declared.entries()) {
      if (!(entry.key() instanceof YamlNode.Scalar key) || !unused.containsKey(key.text())) {
        return false;
      }
    }
    return true;
  }

  /** The root's entry whose value is the section. */
  private Optional<ComposeFile.Spot> around(YamlNode.Mapping declared) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        for (YamlNode.Entry entry : root.entries()) {
          if (entry.value().equals(declared)) {
            return Optional.of(new ComposeFile.Spot(root, entry));
          }
        }
      }
    }
    return Optional.empty();
  }
}
