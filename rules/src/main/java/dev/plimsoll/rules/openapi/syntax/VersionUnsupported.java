package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.OpenApiDescription;
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
import dev.plimsoll.text.Slice;
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
      Slice place = version.get().slice();
      context.report(
          version.get().text().isEmpty()
              ? Finding.at(file.anchor(place), place, "no version stands here, such as 3.1.0")
              : Finding.at(
                  file.anchor(place),
                  place,
                  "OpenAPI %s is not known: %s",
                  place,
                  file.version().isPresent()
                      ? "the document is read as " + file.version().get().id()
                      : "2.0, 3.0, 3.1 and 3.2 are"));
    }
  }

  /** A file that the configuration calls a document may lack the key. */
  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<Mapping> root = api.entry().root();
    if (root.isPresent()
        && root.get().find("openapi").isEmpty()
        && root.get().find("swagger").isEmpty()
        && root.get().find("info").isPresent()
        && root.get().find("paths").isPresent()) {
      context.report(
          Finding.at(
              Anchor.FILE,
              root.get().entries().get(0).key().slice(),
              "no key openapi or swagger names a version, such as 3.1.0"));
    }
  }
}
