package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** What no version explains is not judged, or judged by another. */
@RuleInfo(
    id = "openapi/version-unsupported",
    title = "OpenAPI version is missing or not supported",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "spectral:unrecognized-format")
public final class VersionUnsupported extends OpenApiRule {

  @Override
  public void file(OpenApiFile file, RuleContext context) {
    Optional<Scalar> version = file.versionNode();
    Optional<Mapping> root = file.root();
    if (root.isPresent()
        && root.get().find("openapi").isPresent()
        && root.get().find("swagger").isPresent()) {
      context.report(
          Finding.at(
              Anchor.FILE.child("swagger"),
              root.get().find("swagger").orElseThrow().slice(),
              "openapi and swagger both name a version: it is read as %s",
              file.version().isPresent() ? file.version().get().id() : "neither"));
    }
    if (version.isPresent() && OpenApiVersion.of(version.get().text()).isEmpty()) {
      context.report(
          Finding.at(
              file.anchor(version.get().slice()),
              version.get().slice(),
              "OpenAPI %s is not known: %s",
              version.get().slice(),
              file.version().isPresent()
                  ? "the document is read as " + file.version().get().id()
                  : "2.0, 3.0, 3.1 and 3.2 are"));
    }
  }
}
