package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.model.openapi.schema.SchemaEvaluator;
import dev.plimsoll.model.openapi.schema.SchemaViolation;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules about values and their schemas share: how they judge and report. */
final class Judge {

  private static final int MOST_FINDINGS = 8;

  private final OpenApiDescription api;
  private final RuleContext context;
  private final SchemaEvaluator evaluator;
  private final Set<YamlNode> accused = Collections.newSetFromMap(new IdentityHashMap<>());

  Judge(OpenApiDescription api, RuleContext context) {
    this.api = api;
    this.context = context;
    this.evaluator = new SchemaEvaluator(api);
  }

  /**
   * A value to be judged.
   *
   * @param key what calls it by its name
   * @param label how messages call it: "the example"
   */
  record Case(YamlNode value, Slice key, YamlNode schema, Direction direction, String label) {}

  /** What stands for the name of an item of a list. */
  static Slice keyOf(YamlNode item) {
    return item instanceof Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().get(0).key().slice()
        : item.slice();
  }

  /** What is wrong with a value. */
  List<SchemaViolation> violations(Case one) {
    return evaluator.violations(one.value(), one.key(), one.schema(), one.direction());
  }

  /** Reports what is wrong with a value, each kind of fault once. */
  void judge(Case one) {
    report(one, violations(one));
  }

  /** Reports faults of a value, each kind once, and those of one value for one schema alone. */
  void report(Case one, List<SchemaViolation> violations) {
    if (violations.isEmpty() || !accused.add(one.value())) {
      return;
    }
    Map<String, List<SchemaViolation>> alike = new LinkedHashMap<>();
    for (SchemaViolation violation : violations) {
      String kind = violation.keyword() + ' ' + violation.pathOfEach();
      List<SchemaViolation> others = alike.getOrDefault(kind, List.of());
      boolean isOfOneItem = !others.isEmpty() && others.get(0).path().equals(violation.path());
      kind += isOfOneItem ? violation.template() + violation.arguments() : "";
      alike.computeIfAbsent(kind, any -> new ArrayList<>()).add(violation);
    }
    int reported = 0;
    for (List<SchemaViolation> kind : alike.values()) {
      reported++;
      if (reported <= MOST_FINDINGS) {
        int others = reported == MOST_FINDINGS ? alike.size() - reported : 0;
        context.report(finding(one, kind, others));
      }
    }
  }

  private Finding finding(Case one, List<SchemaViolation> alike, int others) {
    SchemaViolation first = alike.get(0);
    List<Object> arguments = new ArrayList<>();
    String subject = first.path().isEmpty() ? "%s " : "%s in %s ";
    if (!first.path().isEmpty()) {
      arguments.add(first.path());
    }
    arguments.add(one.label());
    arguments.addAll(first.arguments());
    String template = subject + first.template();
    if (first.isJsonText()) {
      template = "%s is JSON in a text: write it as %s";
      arguments.clear();
      arguments.add(one.label());
      arguments.add(first.types().contains("array") ? "a list" : "a mapping");
    }
    if (alike.size() > 1) {
      template += " (and %s more like it)";
      arguments.add(alike.size() - 1);
    }
    template += hint(first);
    if (others > 0) {
      template +=
          others == 1 ? "; %s more thing in it does not fit" : "; %s more things in it do not fit";
      arguments.add(others);
    }
    Finding finding =
        Finding.at(file(first).anchor(first.place()), first.place(), template, arguments.toArray());
    Optional<Fix> fix = fix(alike);
    return fix.isEmpty() ? finding : finding.withFix(fix.get());
  }

  /** Why a value is of another type than its author sees in it: {@code 0108} is no text in YAML. */
  private String hint(SchemaViolation violation) {
    if (!violation.keyword().equals("type")
        || !violation.types().contains("string")
        || !(violation.value() instanceof Scalar scalar)
        || file(violation).isJson()) {
      return "";
    }
    return switch (CoreSchema.type(scalar)) {
      case INTEGER, FLOAT -> ": YAML reads it as a number, so quote it";
      case BOOLEAN -> ": YAML reads it as a truth value, so quote it";
      case TEXT, NULL -> "";
    };
  }

  private OpenApiFile file(SchemaViolation violation) {
    return api.file(violation.place());
  }

  /** Whether the value as a URL or a header has it may stand there for a list or a mapping. */
  static boolean isSerialised(SchemaViolation violation) {
    return violation.path().isEmpty()
        && violation.value() instanceof Scalar scalar
        && CoreSchema.type(scalar) != CoreSchema.Type.NULL
        && (violation.types().contains("array") || violation.types().contains("object"));
  }

  /** The fix to write a text of one line as the JSON that it is. */
  private Optional<Fix> unpack(SchemaViolation violation) {
    Slice slice = violation.value().slice();
    if (!(violation.value() instanceof Scalar scalar)
        || slice.text().indexOf('\n') >= 0
        || scalar.text().indexOf('\n') >= 0) {
      return Optional.empty();
    }
    OpenApiFile file = file(violation);
    Anchor anchor = file.anchor(slice);
    return Optional.of(
        Fix.unsafe("Write it as JSON", Edit.replace(slice, scalar.text().strip()))
            .changing(anchor)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor)));
  }

  private Optional<Fix> fix(List<SchemaViolation> alike) {
    if (alike.get(0).isJsonText()) {
      return alike.size() == 1 ? unpack(alike.get(0)) : Optional.empty();
    }
    Optional<Fix> fix = Optional.empty();
    for (SchemaViolation violation : alike) {
      Optional<NewYaml> meant =
          violation.value() instanceof Scalar scalar
              ? Coercion.of(scalar, violation.types())
              : Optional.empty();
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      OpenApiFile file = file(violation);
      var edit = YamlEdits.of(file.yaml(), file.source()).replace(violation.value(), meant.get());
      Fix next =
          Fix.unsafe(Coercion.title(meant.get(), alike.size() > 1), edit)
              .changing(file.anchor(violation.place()));
      fix = Optional.of(fix.isEmpty() ? next : Coercion.both(fix.get(), next));
    }
    return fix;
  }
}
