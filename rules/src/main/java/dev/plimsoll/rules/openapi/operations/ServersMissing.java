package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A client then calls the host from which it got the document, which is seldom that of the API. */
@RuleInfo(
    id = "openapi/servers-missing",
    title = "Servers are missing",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    aliases = {"spectral:oas3-api-servers", "vacuum:oas3-api-servers", "redocly:no-empty-servers"})
public final class ServersMissing extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    if (api.version().isEmpty()
        || api.version().get() == OpenApiVersion.V2_0
        || api.objects().isEmpty()) {
      return;
    }
    OpenApiObject root = api.objects().get(0);
    Optional<YamlNode> servers = root.find("servers");
    boolean isEmpty =
        servers.isEmpty()
            || (servers.get() instanceof Sequence list
                && list.items().isEmpty()
                && !api.file(root).yaml().isCut(list));
    if (isEmpty && !Entries.isOpen(root, api) && isAnyWithout(api)) {
      Slice place = root.keyOf("servers").orElse(root.key());
      context.report(
          Finding.at(
              servers.isEmpty() ? root.anchor() : root.anchor().child("servers"),
              place,
              servers.isEmpty()
                  ? "the document names no server: nobody knows where the API is"
                  : "servers lists none: nobody knows where the API is"));
    }
  }

  /** Whether there is an operation of a path that no server is named for. */
  private static boolean isAnyWithout(OpenApiDescription api) {
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (object.find("servers").isEmpty()
          && object.parent().isPresent()
          && Paths.isPath(object.parent().get())
          && object.parent().get().find("servers").isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
