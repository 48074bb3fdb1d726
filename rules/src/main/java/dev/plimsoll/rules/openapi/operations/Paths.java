package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Anchor;

/** What rules about the keys of {@code paths} share. */
public final class Paths {

  private Paths() {}

  /** Whether it is the path item of a path: not one of a webhook or callback. */
  public static boolean isPath(OpenApiObject object) {
    return object.kind() == ObjectKind.PATH_ITEM
        && object.parent().isPresent()
        && object.parent().get().kind() == ObjectKind.PATHS;
  }

  /** A finding with the fix to call a path otherwise, unless another one is called so. */
  public static Finding renaming(
      Finding finding, OpenApiObject object, String name, OpenApiDescription api) {
    OpenApiObject paths = object.parent().orElseThrow();
    if (paths.find(name).isPresent()) {
      return finding;
    }
    String file = api.file(object).name();
    Anchor renamed = paths.anchor().child(name.replace('/', '|'));
    return finding.withFix(
        Fix.unsafe("Call it " + name, Edit.replaceWord(object.key(), name))
            .declaring(ModelChange.move(file, object.anchor(), file, renamed)));
  }
}
