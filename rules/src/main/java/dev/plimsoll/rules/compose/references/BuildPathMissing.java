package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.BuildPaths;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Map;
import java.util.Optional;

/** An image cannot be built from a folder or a Dockerfile that is not there. */
@RuleInfo(
    id = "compose/build-path-missing",
    title = "Build context or Dockerfile does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class BuildPathMissing extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> given = service.scalar("build", "context");
    if (given.isPresent() && isMissing(given.get(), set, context)) {
      report(given.get(), service, context);
    } else if (given.isPresent()) {
      dockerfile(service, set, given.get(), context);
    }
    Optional<ComposeNode> more = service.find("build", "additional_contexts");
    if (more.isPresent() && more.get() instanceof Table table) {
      additional(table, service, set, context);
    }
  }

  private static void dockerfile(
      ComposeService service, ComposeSet set, Scalar folder, RuleContext context) {
    Optional<String> path = BuildPaths.dockerfile(service);
    if (path.isEmpty() || !context.compose().isMissing(set, path.get())) {
      return;
    }
    Optional<Scalar> given = service.scalar("build", "dockerfile");
    if (given.isPresent()) {
      context.report(
          Finding.at(
              service.anchor("build"),
              given.get().slice(),
              "the Dockerfile %s does not exist in the build context",
              given.get().slice()));
    } else if (context.compose().isMissing(set, BuildPaths.lowerCase(path.get()))) {
      context.report(
          Finding.at(
              service.anchor("build"),
              folder.slice(),
              "no Dockerfile is in the build context %s",
              folder.slice()));
    }
  }

  private static void additional(
      Table contexts, ComposeService service, ComposeSet set, RuleContext context) {
    for (Map.Entry<String, ComposeNode.Member> entry : contexts.members().entrySet()) {
      if (entry.getValue().value() instanceof Scalar path && isMissing(path, set, context)) {
        report(path, service, context);
      }
    }
  }

  private static boolean isMissing(Scalar folder, ComposeSet set, RuleContext context) {
    Optional<String> path = BuildPaths.local(folder);
    return path.isPresent() && context.compose().isMissing(set, path.get());
  }

  private static void report(Scalar folder, ComposeService service, RuleContext context) {
    context.report(
        Finding.at(
            service.anchor("build"),
            folder.slice(),
            "the build context %s does not exist",
            folder.slice()));
  }
}
