package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.Locale;
import java.util.Optional;

/** What rules about operations share. */
public final class Operations {

  private Operations() {}

  /** How messages call one: {@code GET /orders}, or by the file in which it stands. */
  public static String label(OpenApiObject operation) {
    Optional<OpenApiObject> item = operation.parent();
    return item.isEmpty() || item.get().kind() != ObjectKind.PATH_ITEM
        ? operation.name()
        : operation.name().toUpperCase(Locale.ROOT) + " " + item.get().name();
  }

  /** A status by which such an operation succeeds, with no more than the response must have. */
  static NewYaml.Pair success(OpenApiObject operation) {
    boolean isRemoval = operation.name().equals("delete");
    return NewYaml.pair(
        isRemoval ? "204" : "200",
        NewYaml.mapping(
            NewYaml.pair("description", NewYaml.text(isRemoval ? "No Content" : "OK"))));
  }

  /** The fix that takes a parameter out of the list of an operation or path item. */
  static Fix removing(
      String title,
      YamlNode item,
      Sequence parameters,
      OpenApiObject owner,
      OpenApiDescription api) {
    if (parameters.items().size() == 1) {
      return Entries.removing(title, owner.node(), owner.anchor(), "parameters", api);
    }
    OpenApiFile file = api.file(owner);
    return Fix.unsafe(title, YamlEdits.of(file.yaml(), file.source()).removeItem(parameters, item))
        .declaring(
            ModelChange.of(
                ModelChange.Kind.REMOVE, file.name(), owner.anchor().child("parameters")));
  }
}
