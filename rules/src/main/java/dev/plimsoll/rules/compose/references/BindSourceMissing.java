package dev.plimsoll.rules.compose.references;

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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a file to mount is not there, Docker makes a folder of its name, and mounts that. */
@RuleInfo(
    id = "compose/bind-source-missing",
    title = "Bind mount source does not exist",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class BindSourceMissing extends ComposeRule {

  /**
   * What is written by hand and shipped with the project. Not among them: keys and certificates,
   * which whoever starts it brings, and databases and logs, which it makes itself.
   */
  private static final Set<String> SHIPPED =
      Set.of(
          "bash",
          "cfg",
          "cnf",
          "conf",
          "config",
          "hcl",
          "htm",
          "html",
          "ini",
          "js",
          "json",
          "lua",
          "md",
          "mjs",
          "php",
          "pl",
          "properties",
          "py",
          "rb",
          "sh",
          "sql",
          "tmpl",
          "toml",
          "ts",
          "txt",
          "vcl",
          "xml",
          "yaml",
          "yml");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode item : service.items("volumes")) {
      if (item instanceof Table mount
          && isText(mount.find("type"), "bind")
          && mount.find("source").isPresent()
          && mount.find("source").get() instanceof Scalar source
          && source.fixed().isPresent()) {
        check(mount, source, service, set, context);
      }
    }
  }

  private static void check(
      Table mount, Scalar source, ComposeService service, ComposeSet set, RuleContext context) {
    boolean refused =
        mount.find("bind").isPresent()
            && mount.find("bind").get() instanceof Table bind
            && isText(bind.find("create_host_path"), "false");
    if ((refused || isShipped(source.text()))
        && context.compose().isMissing(set, source.fixed().orElse(""))) {
      context.report(
          Finding.at(
              service.anchor("volumes"),
              source.slice(),
              refused
                  ? "the bind source %s does not exist, and create_host_path is false"
                  : "the bind source %s does not exist: Docker makes a folder of this name",
              source.slice()));
    }
  }

  private static boolean isText(Optional<ComposeNode> node, String text) {
    return node.isPresent() && node.get() instanceof Scalar scalar && scalar.text().equals(text);
  }

  private static boolean isShipped(String path) {
    int dot = path.lastIndexOf('.');
    boolean hasEnding = dot > path.lastIndexOf('/') + 1;
    return hasEnding && SHIPPED.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
