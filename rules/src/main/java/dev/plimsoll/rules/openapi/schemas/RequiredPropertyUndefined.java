package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every request must carry what no schema describes, or the name is written wrong. */
@RuleInfo(
    id = "openapi/required-property-undefined",
    title = "Required property is not defined",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"redocly:no-required-schema-properties-undefined", "vacuum:required-fields-defined"},
    options = RequiredPropertyUndefined.Options.class)
public final class RequiredPropertyUndefined extends OpenApiRule {

  private static final int MOST_SCHEMAS = 256;

  /** What the rule can be told. */
  public record Options(
      @Option(help = "names that a schema may require without defining them")
          List<String> exceptions) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<CompositionUsers> users = Optional.empty();
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      List<Scalar> missing = missing(object, api);
      if (!missing.isEmpty()) {
        CompositionUsers known = users.isPresent() ? users.get() : CompositionUsers.of(api);
        users = Optional.of(known);
        judge(object, missing, known, api, context);
      }
    }
  }

  /** The names that it requires and nothing in it defines. */
  private static List<Scalar> missing(OpenApiObject object, OpenApiDescription api) {
    Optional<YamlNode> required = object.find("required");
    if (required.isEmpty()
        || !(required.get() instanceof Sequence list)
        || list.items().isEmpty()) {
      return List.of();
    }
    Set<String> properties = properties(object);
    List<Scalar> missing = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar name
          && CoreSchema.type(name) == CoreSchema.Type.TEXT
          && !properties.contains(name.text())) {
        missing.add(name);
      }
    }
    if (missing.isEmpty() || Keywords.isOpen(object, api) || isOfNoObject(object)) {
      return List.of();
    }
    DefinedNames own = DefinedNames.of(object.node(), api);
    return own.isOpen() ? List.of() : without(missing, own.names());
  }

  /** Then the whole keyword is out of place. */
  private static boolean isOfNoObject(OpenApiObject object) {
    List<String> types = Keywords.types(object.node());
    return !types.isEmpty() && !types.contains("object");
  }

  private static Set<String> properties(OpenApiObject object) {
    Optional<YamlNode> properties = object.find("properties");
    if (properties.isEmpty() || !(properties.get() instanceof Mapping mapping)) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar name) {
        names.add(name.text());
      }
    }
    return names;
  }

  private static List<Scalar> without(List<Scalar> names, Set<String> defined) {
    List<Scalar> left = new ArrayList<>();
    for (Scalar name : names) {
      if (!defined.contains(name.text())) {
        left.add(name);
      }
    }
    return left;
  }

  /** Looks for the names in what the schema is a part of, too. */
  private static void judge(
      OpenApiObject object,
      List<Scalar> missing,
      CompositionUsers users,
      OpenApiDescription api,
      RuleContext context) {
    Set<OpenApiObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<OpenApiObject> left = new ArrayDeque<>();
    left.add(object);
    List<Scalar> undefined = missing;
    while (!left.isEmpty() && !undefined.isEmpty()) {
      OpenApiObject part = left.removeFirst();
      if (seen.size() > MOST_SCHEMAS || isCondition(part)) {
        return; // it says what must not be, or when; or too much to follow
      }
      if (!seen.add(part)) {
        continue;
      }
      if (isPart(part)) {
        left.add(part.parent().orElseThrow());
      }
      left.addAll(users.of(part.node()));
      DefinedNames names = DefinedNames.of(part.node(), api);
      if (names.isOpen()) {
        return;
      }
      undefined = without(undefined, names.names());
    }
    List<String> exceptions = context.options(Options.class).exceptions();
    for (Scalar name : undefined) {
      if (!exceptions.contains(name.text())) {
        report(name, object, api, context);
      }
    }
  }

  private static boolean isPart(OpenApiObject object) {
    return Keywords.isMember(object)
        || (object.parent().isPresent()
            && object.parent().get().kind() == ObjectKind.SCHEMA
            && object.anchor().isWithin(object.parent().get().anchor().child("dependentSchemas")));
  }

  private static boolean isCondition(OpenApiObject object) {
    return Keywords.isMember(object) && (object.name().equals("not") || object.name().equals("if"));
  }

  private static void report(
      Scalar name, OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Set<String> defined = DefinedNames.of(object.node(), api).names();
    List<String> left = new ArrayList<>(defined);
    Sequence list = (Sequence) object.find("required").orElseThrow();
    for (YamlNode item : list.items()) {
      left.remove(item instanceof Scalar other ? other.text() : "");
    }
    Optional<String> meant = NearestName.of(name.text(), left);
    Finding finding =
        Finding.at(
            object.anchor().child("required"),
            name.slice(),
            "%s is required, but no property has this name%s",
            name.text(),
            meant.isPresent() ? " (did you mean " + meant.get() + "?)" : "");
    if (meant.isPresent()) {
      Edit edit = Edit.replaceWord(name.slice(), meant.get());
      finding =
          finding.withFix(
              Fix.unsafe("Require " + meant.get(), edit)
                  .changing(object.anchor().child("required")));
    } else if (isClosed(object)) {
      finding = finding.withFix(removal(name, list, object, api));
    }
    context.report(finding);
  }

  private static boolean isClosed(OpenApiObject object) {
    return object.text("additionalProperties").equals("false");
  }

  private static Fix removal(
      Scalar name, Sequence list, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    Anchor anchor = object.anchor().child("required");
    return Fix.unsafe(
            "Do not require " + name.text(),
            YamlEdits.of(file.yaml(), file.source()).removeItem(list, name))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor));
  }
}
