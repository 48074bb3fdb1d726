package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tools put scheme, host and base path together: a host with a scheme in it makes no URL. */
@RuleInfo(
    id = "openapi/swagger-host-malformed",
    title = "Swagger host or basePath is malformed",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas2-schema", "vacuum:oas2-schema", "zally:M008", "zally:101"})
public final class SwaggerHostMalformed extends OpenApiRule {

  private static final String SCHEME_END = "://";

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<Mapping> root = api.entry().root();
    if (root.isEmpty() || !api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      return;
    }
    if (root.get().find("host").orElse(root.get()) instanceof Scalar host
        && !isToBeFilled(host.text())) {
      host(host, root.get(), api, context);
    }
    if (root.get().find("basePath").orElse(root.get()) instanceof Scalar path
        && !path.isNull()
        && !path.text().startsWith("/")
        && !isToBeFilled(path.text())) {
      basePath(path, api, context);
    }
  }

  private static boolean isToBeFilled(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('<') >= 0 || text.indexOf('$') >= 0;
  }

  private static void host(Scalar host, Mapping root, OpenApiDescription api, RuleContext context) {
    String text = host.text();
    Anchor anchor = Anchor.FILE.child("host");
    if (host.isNull() || isHost(text)) {
      return;
    }
    if (text.isEmpty()) {
      context.report(
          Finding.at(anchor, host.slice(), "the host is empty: leave it out")
              .withFix(Entries.removing("Leave it out", root, Anchor.FILE, "host", api)));
      return;
    }
    int scheme = text.indexOf(SCHEME_END);
    int start = scheme < 0 ? 0 : scheme + SCHEME_END.length();
    int slash = text.indexOf('/', start);
    int end = slash < 0 ? text.length() : slash;
    String fault =
        scheme >= 0
            ? "the scheme belongs in schemes"
            : slash >= 0 ? "the path belongs in basePath" : "it must be a name and a port at most";
    Finding finding = Finding.at(anchor, host.slice(), "%s is no host: %s", text, fault);
    String bare = text.substring(start, end);
    if (isHost(bare)) {
      Parts parts = new Parts(scheme < 0 ? "" : text.substring(0, scheme), text.substring(end));
      Optional<Fix> fix = parts.fix(host, bare, root, api.entry());
      finding = fix.isEmpty() ? finding : finding.withFix(fix.get());
    }
    context.report(finding);
  }

  /** A name or an address, with a port perhaps. */
  private static boolean isHost(String text) {
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':', Math.max(bracket, 0));
    String name = colon < 0 ? text : text.substring(0, colon);
    boolean isPort = colon < 0 || Digits.areAll(text.substring(colon + 1));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isFine =
          Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || bracket > 0;
      if (!isFine) {
        return false;
      }
    }
    return isPort && !name.isEmpty();
  }

  /** What stands before and behind a host. */
  private record Parts(String scheme, String path) {

    Optional<Fix> fix(Scalar host, String bare, Mapping root, OpenApiFile file) {
      YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
      List<Edit> all = new ArrayList<>();
      List<ModelChange> changes = new ArrayList<>();
      all.add(edits.replace(host, NewYaml.text(bare)));
      changes.add(change(ModelChange.Kind.CHANGE, "host", file));
      if (!path.isEmpty() && !path.equals("/")) {
        if (root.find("basePath").isPresent()) {
          return Optional.empty();
        }
        all.add(edits.addKey(root, "basePath", NewYaml.text(path)));
        changes.add(change(ModelChange.Kind.ADD, "basePath", file));
      }
      Optional<YamlNode> schemes = root.find("schemes");
      if (schemes.isPresent() && !scheme.isEmpty() && !has(schemes.get())) {
        return Optional.empty();
      }
      if (!scheme.isEmpty() && schemes.isEmpty()) {
        all.add(edits.addKey(root, "schemes", NewYaml.list(NewYaml.text(scheme))));
        changes.add(change(ModelChange.Kind.ADD, "schemes", file));
      }
      Fix fix = Fix.unsafe("Make it " + bare, all.toArray(new Edit[0]));
      for (ModelChange change : changes) {
        fix = fix.declaring(change);
      }
      return Optional.of(fix);
    }

    private boolean has(YamlNode schemes) {
      if (schemes instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (item instanceof Scalar one && one.text().equals(scheme)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static ModelChange change(ModelChange.Kind kind, String field, OpenApiFile file) {
    return ModelChange.of(kind, file.name(), Anchor.FILE.child(field));
  }

  private static void basePath(Scalar path, OpenApiDescription api, RuleContext context) {
    OpenApiFile file = api.entry();
    Anchor anchor = Anchor.FILE.child("basePath");
    boolean isUrl = path.text().contains(SCHEME_END);
    Finding finding =
        isUrl
            ? Finding.at(
                anchor,
                path.slice(),
                "the basePath %s is a URL: only its path belongs here",
                path.text())
            : Finding.at(
                anchor,
                path.slice(),
                "the basePath %s must begin with a slash",
                path.text().isEmpty() ? "\"\"" : path.text());
    Edit edit =
        YamlEdits.of(file.yaml(), file.source()).replace(path, NewYaml.text("/" + path.text()));
    context.report(
        isUrl
            ? finding
            : finding.withFix(Fix.unsafe("Put a slash before it", edit).changing(anchor)));
  }
}
