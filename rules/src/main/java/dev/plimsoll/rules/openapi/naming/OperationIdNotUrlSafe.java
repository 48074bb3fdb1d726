package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documentation links to operations by their ids, and generators make names of them. */
@RuleInfo(
    id = "openapi/operation-id-not-url-safe",
    title = "operationId has characters unsafe in URLs",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-operationId-valid-in-url",
      "vacuum:operation-operationId-valid-in-url",
      "redocly:operation-operationId-url-safe"
    })
public final class OperationIdNotUrlSafe extends OpenApiRule {

  /** What may stand in a URI beside letters and digits (RFC 3986, section 2). */
  private static final String SAFE = "-._~:/?#[]@!$&'()*+,;=";

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<OperationIds> ids = Optional.empty();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      Optional<Scalar> id = object.scalar("operationId");
      if (id.isPresent() && !id.get().text().isBlank() && firstUnsafe(id.get().text()) >= 0) {
        OperationIds known = ids.orElseGet(() -> new OperationIds(api));
        ids = Optional.of(known);
        report(object, id.get(), known, api, context);
      }
    }
  }

  private static int firstUnsafe(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (!isSafe(id.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSafe(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
  }

  private static void report(
      OpenApiObject operation,
      Scalar id,
      OperationIds ids,
      OpenApiDescription api,
      RuleContext context) {
    int first = id.text().codePointAt(firstUnsafe(id.text()));
    Anchor anchor = operation.anchor().child("operationId");
    Finding finding =
        Finding.at(
            anchor,
            id.slice(),
            "the operationId %s has a %s in it, which each URL must escape",
            id.text(),
            first == ' ' ? "blank" : Character.toString(first));
    Optional<String> safe = safe(id.text());
    context.report(
        safe.isEmpty()
            ? finding
            : finding.withFix(fix(operation, id, ids.unique(safe.get()), api)));
  }

  /** The id in one word; nothing where it has letters of another alphabet. */
  private static Optional<String> safe(String id) {
    StringBuilder safe = new StringBuilder();
    boolean isStart = false;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (isSafe(c)) {
        safe.append(isStart && !safe.isEmpty() ? Character.toUpperCase(c) : c);
      } else if (Character.isLetterOrDigit(c)) {
        return Optional.empty();
      }
      isStart = !isSafe(c);
    }
    return safe.isEmpty() ? Optional.empty() : Optional.of(safe.toString());
  }

  /** Links follow; another operation of the same id has a fault of its own. */
  private static Fix fix(OpenApiObject operation, Scalar id, String safe, OpenApiDescription api) {
    List<Scalar> places = new ArrayList<>(List.of(id));
    List<Anchor> anchors = new ArrayList<>(List.of(operation.anchor().child("operationId")));
    for (OpenApiObject object : api.objects(ObjectKind.LINK)) {
      Optional<Scalar> named = object.scalar("operationId");
      if (named.isPresent() && named.get().text().equals(id.text())) {
        places.add(named.get());
        anchors.add(object.anchor().child("operationId"));
      }
    }
    Edit[] edits = new Edit[places.size()];
    for (int i = 0; i < edits.length; i++) {
      OpenApiFile file = api.file(places.get(i).slice());
      edits[i] =
          YamlEdits.of(file.yaml(), file.source()).replace(places.get(i), NewYaml.text(safe));
    }
    Fix fix = Fix.unsafe("Call it " + safe, edits);
    for (int i = 0; i < edits.length; i++) {
      String file = api.file(places.get(i).slice()).name();
      fix = fix.declaring(ModelChange.of(ModelChange.Kind.CHANGE, file, anchors.get(i)));
    }
    return fix;
  }
}
