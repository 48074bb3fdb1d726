package dev.plimsoll.rule;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.StructureFault;
import java.util.EnumSet;
import java.util.Set;

/** A rule over OpenAPI documents. */
public abstract class OpenApiRule extends Rule {

  /** Once a file, whatever its version. */
  public void file(OpenApiFile file, RuleContext context) {}

  /** Once a description. */
  public void description(OpenApiDescription api, RuleContext context) {}

  /** Each place where a document is not made as its version says. */
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {}

  /** Each reference, where it stands. */
  public void reference(Reference reference, OpenApiDescription api, RuleContext context) {}

  /** Each operation, those of webhooks and callbacks among them. */
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {}

  /** Each schema, where it is defined. */
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {}

  /** The kinds of objects that {@link #object} is called for; all of them, unless overridden. */
  public Set<ObjectKind> kinds() {
    return EnumSet.allOf(ObjectKind.class);
  }

  /** Each object of the {@link #kinds()}, kind by kind, where it is defined. */
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {}
}
