package dev.plimsoll.rules.openapi.operations;

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
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A path is compared without what follows it in the URL: no request ever matches this one. */
@RuleInfo(
    id = "openapi/path-query-string",
    title = "Path contains a query string or fragment",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:path-not-include-query",
      "redocly:path-not-include-query",
      "vacuum:path-not-include-query"
    })
public final class PathQueryString extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!Paths.isPath(object)) {
      return;
    }
    String path = object.name();
    int end = end(path);
    if (end == path.length()) {
      return;
    }
    boolean isQuery = path.charAt(end) == '?';
    Finding finding =
        Finding.at(
            object.anchor(),
            object.part(end, path.length()),
            isQuery
                ? "the path has the query %s: make its parts parameters"
                : "the path has the fragment %s, which no client sends",
            path.substring(end));
    Optional<Map<String, String>> query =
        isQuery ? pairs(path.substring(end + 1)) : Optional.of(Map.of());
    context.report(
        query.isEmpty() || object.parent().orElseThrow().find(path.substring(0, end)).isPresent()
            ? finding
            : finding.withFix(fix(path.substring(0, end), query.get(), object, api)));
  }

  /** Where a query or fragment begins: not within braces, where they are operators. */
  private static int end(String path) {
    boolean isInside = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      isInside = c == '{' || (isInside && c != '}');
      if (!isInside && (c == '?' || c == '#')) {
        return i;
      }
    }
    return path.length();
  }

  /** The names of a query and their values; nothing where it has more than plain words. */
  private static Optional<Map<String, String>> pairs(String query) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int from = 0;
    while (from <= query.length()) {
      int and = query.indexOf('&', from);
      int end = and < 0 ? query.length() : and;
      int equals = query.indexOf('=', from);
      if (equals < 0 || equals > end) {
        return Optional.empty();
      }
      String name = query.substring(from, equals);
      String value = query.substring(equals + 1, end);
      if (!Pointer.isPlain(name) || !Pointer.isPlain(value) || pairs.put(name, value) != null) {
        return Optional.empty();
      }
      from = end + 1;
    }
    return Optional.of(pairs);
  }

  private static Fix fix(
      String path, Map<String, String> query, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    OpenApiObject paths = object.parent().orElseThrow();
    Fix fix =
        query.isEmpty()
            ? Fix.unsafe("Call it " + path, Edit.replaceWord(object.key(), path))
            : Fix.unsafe(
                "Make its query parameters",
                Edit.replaceWord(object.key(), path),
                adding(query, object, api));
    return fix.declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), object.anchor()))
        .declaring(
            ModelChange.of(
                ModelChange.Kind.ADD, file.name(), paths.anchor().child(path.replace('/', '|'))));
  }

  /** Parameters that each take just the value that the path has for them. */
  private static Edit adding(
      Map<String, String> query, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    if (object.find("parameters").isPresent() || object.find("$ref").isPresent()) {
      return new Edit.Impossible("it has parameters of its own");
    }
    List<NewYaml> parameters = new ArrayList<>();
    for (Map.Entry<String, String> pair : query.entrySet()) {
      parameters.add(parameter(pair.getKey(), pair.getValue(), api));
    }
    return edits.addKey(
        object.node(), "parameters", NewYaml.list(parameters.toArray(new NewYaml[0])));
  }

  private static NewYaml parameter(String name, String value, OpenApiDescription api) {
    NewYaml.Pair type = NewYaml.pair("type", NewYaml.text("string"));
    NewYaml.Pair words = NewYaml.pair("enum", NewYaml.list(NewYaml.text(value)));
    NewYaml.Pair head = NewYaml.pair("name", NewYaml.text(name));
    NewYaml.Pair in = NewYaml.pair("in", NewYaml.text("query"));
    NewYaml.Pair required = NewYaml.pair("required", NewYaml.plain("true"));
    return api.version().orElseThrow() == OpenApiVersion.V2_0
        ? NewYaml.mapping(head, in, required, type, words)
        : NewYaml.mapping(head, in, required, NewYaml.pair("schema", NewYaml.mapping(type, words)));
  }
}
