package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Without the directive the age of each builder decides which syntax it understands. */
@RuleInfo(
    id = "dockerfile/syntax-directive-missing",
    title = "BuildKit feature without a syntax directive",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.ALL,
    fix = Safety.UNSAFE)
public final class SyntaxDirectiveMissing extends DockerfileRule {

  private static final Map<String, List<String>> FLAGS =
      Map.of(
          "RUN", List.of("mount", "network", "security", "device"),
          "COPY", List.of("link", "chmod", "parents", "exclude"),
          "ADD", List.of("link", "chmod", "checksum", "keep-git-dir", "unpack", "exclude"),
          "HEALTHCHECK", List.of("start-interval"));

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Directive directive : file.tree().directives()) {
      if (directive.name().equals("syntax")) {
        return;
      }
    }
    for (Step step : file.steps()) {
      Optional<Slice> feature = feature(step.tree());
      if (feature.isPresent()) {
        report(file, step, feature.get(), context);
        return;
      }
    }
  }

  /** The first word that a builder without BuildKit would not understand. */
  private static Optional<Slice> feature(Instruction tree) {
    if (tree instanceof Instruction.Onbuild onbuild) {
      return feature(onbuild.trigger());
    }
    List<String> names = FLAGS.getOrDefault(tree.name(), List.of());
    for (Flag flag : tree.flags()) {
      if (names.contains(flag.name().text())) {
        return Optional.of(flag.name().slice());
      }
    }
    List<Heredoc> heredocs = List.of();
    if (tree instanceof Instruction.Run run) {
      heredocs = run.heredocs();
    } else if (tree instanceof Instruction.Copy copy) {
      heredocs = copy.heredocs();
    }
    return heredocs.isEmpty() ? Optional.empty() : Optional.of(tree.keyword().slice());
  }

  private static void report(DockerfileModel file, Step step, Slice feature, RuleContext context) {
    Slice keyword = step.tree().keyword().slice();
    boolean heredoc = feature.equals(keyword);
    context.report(
        Finding.at(
                step.anchor(),
                feature,
                heredoc
                    ? "the heredoc of %s depends on the builder's version: name a syntax"
                    : "--%s depends on the builder's version: name a syntax",
                feature)
            .withFix(
                Fix.unsafe(
                    "Add # syntax=docker/dockerfile:1",
                    DockerfileEdits.addDirective(file.tree(), "syntax", "docker/dockerfile:1"))));
  }
}
