package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** Compose has read past this key since 1.27, and warns of it at each start. */
@RuleInfo(
    id = "compose/obsolete-version",
    title = "Top-level version key is obsolete",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE,
    aliases = "dclint:no-version-field")
public final class ObsoleteVersion extends ComposeRule {

  /** Keys of deploy that Compose reads past, so that the file is for a swarm, too. */
  private static final List<String> OF_SWARM =
      List.of("placement", "update_config", "rollback_config", "endpoint_mode", "labels");

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping mapping) {
        check(mapping, file, context);
      }
    }
  }

  private static void check(YamlNode.Mapping mapping, ComposeFile file, RuleContext context) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals("version")) {
        Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(mapping, entry);
        String title = "Remove version";
        context.report(
            Finding.at(
                    Anchor.FILE.child("version"),
                    key.slice(),
                    "%s has no effect since Compose 1.27: remove it",
                    key.slice())
                .withFix(isForSwarm(file) ? Fix.unsafe(title, edit) : Fix.safe(title, edit)));
      }
    }
  }

  /** Whether an older {@code docker stack deploy}, which asks for a version, may read the file. */
  private static boolean isForSwarm(ComposeFile file) {
    for (YamlDocument document : file.documents()) {
      Optional<YamlNode> services =
          document.root().isPresent() ? find(document.root().get(), "services") : Optional.empty();
      if (services.isPresent() && services.get() instanceof YamlNode.Mapping mapping) {
        for (YamlNode.Entry service : mapping.entries()) {
          Optional<YamlNode> deploy = find(service.value(), "deploy");
          if (deploy.isPresent() && isForSwarm(deploy.get())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Optional<YamlNode> find(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  private static boolean isForSwarm(YamlNode deploy) {
    for (String key : OF_SWARM) {
      if (find(deploy, key).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
