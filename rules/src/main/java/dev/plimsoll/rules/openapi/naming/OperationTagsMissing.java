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
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.rules.openapi.operations.Operations;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Documentation and generators group operations by their tags; the rest goes to a heap. */
@RuleInfo(
    id = "openapi/operation-tags-missing",
    title = "Operation has no tag",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-tags",
      "vacuum:operation-tags",
      "redocly:operation-tag-defined",
      "zally:M011"
    })
public final class OperationTagsMissing extends OpenApiRule {

  private static final Pattern PREFIX = Pattern.compile("api|rest|v?[0-9.]+");

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<Map<String, String>> tags = Optional.empty();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (isServed(object)) {
        Optional<YamlNode> list = object.find("tags");
        boolean isEmpty =
            list.isPresent() && list.get() instanceof Sequence items && items.items().isEmpty();
        if (list.isEmpty() ? !Entries.isOpen(object, api) : isEmpty) {
          Map<String, String> known = tags.isPresent() ? tags.get() : tags(api);
          tags = Optional.of(known);
          report(object, list, known, api, context);
        }
      }
    }
  }

  private static boolean isServed(OpenApiObject operation) {
    return operation.parent().isPresent() && OperationIds.isPath(operation.parent().get());
  }

  /** The tag of each first segment that has one; nothing, and an empty one, where they differ. */
  private static Map<String, String> tags(OpenApiDescription api) {
    Map<String, String> tags = new HashMap<>();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (isServed(object)
          && object.find("tags").isPresent()
          && object.find("tags").get() instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          String tag = item instanceof Scalar text ? text.text() : "";
          String known = tags.putIfAbsent(segment(object), tag);
          if (known != null && !known.equals(tag)) {
            tags.put(segment(object), "");
          }
        }
      }
    }
    return tags;
  }

  /** The first segment of its path that names something. */
  private static String segment(OpenApiObject operation) {
    for (String segment : operation.parent().orElseThrow().name().split("/", -1)) {
      if (!segment.isEmpty() && !PREFIX.matcher(segment).matches()) {
        return segment.indexOf('{') < 0 ? segment : "";
      }
    }
    return "";
  }

  private static void report(
      OpenApiObject operation,
      Optional<YamlNode> empty,
      Map<String, String> tags,
      OpenApiDescription api,
      RuleContext context) {
    Finding finding =
        Finding.at(
            operation.anchor(),
            empty.isPresent() ? operation.keyOf("tags").orElse(operation.key()) : operation.key(),
            "%s has no tag",
            Operations.label(operation));
    String tag = tag(segment(operation), tags, api);
    context.report(tag.isEmpty() ? finding : finding.withFix(fix(operation, empty, tag, api)));
  }

  /** The tag that others of the segment have, or else the declared one of its name, or that. */
  private static String tag(String segment, Map<String, String> tags, OpenApiDescription api) {
    if (segment.isEmpty() || tags.containsKey(segment)) {
      return tags.getOrDefault(segment, "");
    }
    Optional<YamlNode> declared = api.objects().get(0).find("tags");
    if (declared.isEmpty()) {
      return segment;
    }
    for (OpenApiObject object : api.objects(ObjectKind.TAG)) {
      if (object.text("name").equalsIgnoreCase(segment)) {
        return object.text("name");
      }
    }
    return "";
  }

  private static Fix fix(
      OpenApiObject operation, Optional<YamlNode> empty, String tag, OpenApiDescription api) {
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml text = NewYaml.text(tag);
    Edit edit =
        empty.isPresent() && empty.get() instanceof Sequence list
            ? edits.addItem(list, text)
            : edits.addFirstKey(operation.node(), "tags", NewYaml.list(text));
    return Fix.unsafe("Tag it as " + tag, edit)
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), operation.anchor().child("tags")));
  }
}
