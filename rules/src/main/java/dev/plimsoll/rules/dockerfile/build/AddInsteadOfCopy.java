package dev.plimsoll.rules.dockerfile.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.BuildState;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Locale;
import java.util.Set;

/** ADD unpacks archives and downloads: where neither is meant, COPY cannot do it by surprise. */
@RuleInfo(
    id = "dockerfile/add-instead-of-copy",
    title = "ADD copies plain local files",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3020", "trivy:DS-0005", "checkov:CKV_DOCKER_4", "sonar:S7029"})
public final class AddInsteadOfCopy extends DockerfileRule {

  /** Endings of what the builder may unpack, moby's archive package; and of what looks like it. */
  private static final Set<String> ARCHIVES =
      Set.of(
          "tar", "gz", "bz2", "xz", "zst", "lz", "lzma", "z", "tgz", "tbz", "tbz2", "tb2", "txz",
          "tlz", "tpz", "tz", "tzst");

  private static final Set<String> OWN_FLAGS = Set.of("checksum", "keep-git-dir", "unpack");

  @Override
  public void copy(Copy copy, RuleContext context) {
    if (copy.tree().name().equals("ADD")) {
      check(copy.anchor(), copy.tree(), copy.before(), context);
    }
  }

  @Override
  public void instruction(Plain instruction, RuleContext context) {
    if (instruction.tree() instanceof Instruction.Onbuild onbuild
        && onbuild.trigger() instanceof Instruction.Copy copy
        && copy.name().equals("ADD")) {
      check(instruction.anchor(), copy, instruction.before(), context);
    }
  }

  private static void check(
      Anchor anchor, Instruction.Copy add, BuildState state, RuleContext context) {
    for (String flag : OWN_FLAGS) {
      if (add.flag(flag).isPresent()) {
        return;
      }
    }
    for (Word source : add.sources()) {
      if (!isPlainFile(source, state)) {
        return;
      }
    }
    if (!add.sources().isEmpty()) {
      report(anchor, add, context);
    }
  }

  private static void report(Anchor anchor, Instruction.Copy add, RuleContext context) {
    Slice keyword = add.keyword().slice();
    String file = keyword.place().file();
    Fix fix =
        Fix.unsafe(
            "Write COPY", Edit.replace(keyword, keyword.text().equals("add") ? "copy" : "COPY"));
    String address = anchor.address();
    if (address.endsWith("ADD")) {
      String after = address.substring(0, address.length() - "ADD".length()) + "COPY";
      fix =
          fix.declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, anchor))
              .declaring(ModelChange.of(ModelChange.Kind.ADD, file, new Anchor(after)));
    } else {
      fix = fix.changing(anchor);
    }
    context.report(
        Finding.at(
                anchor,
                keyword,
                "%s does no more than COPY with %s, which is no archive and no URL: write COPY",
                keyword,
                add.sources().get(0).slice())
            .withFix(fix));
  }

  /** Whether it is surely a local path, and by its name no archive. */
  private static boolean isPlainFile(Word source, BuildState state) {
    Value value = state.valueOf(source);
    String path = value instanceof Value.Known known ? known.text() : source.text();
    boolean unknown = !(value instanceof Value.Known);
    if (path.isEmpty() || isRemote(path) || (unknown && path.charAt(0) == '$')) {
      return false;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    int ending = name.lastIndexOf('.');
    boolean open = unknown || hasPattern(name);
    if (ending < 0 || hasPattern(name.substring(ending)) || name.indexOf('}', ending) >= 0) {
      return !open; // a variable or a pattern may stand for the name of an archive
    }
    return !ARCHIVES.contains(name.substring(ending + 1).toLowerCase(Locale.ROOT))
        && !(unknown && name.indexOf('$', ending) >= 0);
  }

  private static boolean isRemote(String path) {
    return path.contains("://")
        || path.startsWith("git@")
        || path.startsWith("github.com/")
        || path.endsWith(".git")
        || path.contains(".git#");
  }

  private static boolean hasPattern(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("*?[".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
