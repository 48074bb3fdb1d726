package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a request must carry so that an operation lets it in. */
final class SecurityNeeds {

  /**
   * What one operation asks for.
   *
   * @param scheme that a request carries; empty where it may be called without any
   * @param scope that is asked for, or role; empty where none is
   */
  record Need(String scheme, String scope) {
    static final Need NONE = new Need("", "");

    boolean isNone() {
      return scheme.isEmpty();
    }
  }

  private final Need byDefault;
  // A client certificate is refused before there is a request that could be answered.
  private final Set<String> handshakes = new HashSet<>();

  SecurityNeeds(OpenApiDescription api) {
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.SECURITY_SCHEME && object.text("type").equals("mutualTLS")) {
        handshakes.add(object.name());
      }
    }
    Optional<Mapping> root = api.entry().root();
    Optional<YamlNode> list = root.isEmpty() ? Optional.empty() : root.get().find("security");
    this.byDefault = list.isEmpty() ? Need.NONE : need(list.get());
  }

  /** That of an operation, or else of all; none where an alternative asks for nothing. */
  Need of(OpenApiObject operation) {
    Optional<YamlNode> list = operation.find("security");
    return list.isEmpty() ? byDefault : need(list.get());
  }

  private Need need(YamlNode node) {
    String scheme = "";
    String scope = "";
    if (!(node instanceof Sequence alternatives)) {
      return Need.NONE;
    }
    for (YamlNode each : alternatives.items()) {
      Need one = each instanceof Mapping requirement ? alternative(requirement) : Need.NONE;
      if (one.isNone()) {
        return one;
      }
      scheme = scheme.isEmpty() ? one.scheme() : scheme;
      scope = scope.isEmpty() ? one.scope() : scope;
    }
    return new Need(scheme, scope);
  }

  private Need alternative(Mapping requirement) {
    String scheme = "";
    String scope = "";
    for (Entry entry : requirement.entries()) {
      if (!(entry.key() instanceof Scalar name) || name.text().equals("<<")) {
        return Need.NONE;
      }
      if (scheme.isEmpty() && !handshakes.contains(name.text())) {
        scheme = name.text();
      }
      if (scope.isEmpty() && entry.value() instanceof Sequence scopes) {
        scope = first(scopes);
      }
    }
    return new Need(scheme, scope);
  }

  private static String first(Sequence scopes) {
    return !scopes.items().isEmpty() && scopes.items().get(0) instanceof Scalar scope
        ? scope.text()
        : "";
  }
}
