package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.EffectiveSecurity;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.HashSet;
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

  private final OpenApiDescription api;
  // A client certificate is refused before there is a request that could be answered.
  private final Set<String> handshakes = new HashSet<>();

  SecurityNeeds(OpenApiDescription api) {
    this.api = api;
    for (OpenApiObject object : api.objects(ObjectKind.SECURITY_SCHEME)) {
      if (object.text("type").equals("mutualTLS")) {
        handshakes.add(object.name());
      }
    }
  }

  /** That of an operation; none where an alternative asks for nothing, or it cannot be seen. */
  Need of(OpenApiObject operation) {
    EffectiveSecurity security = EffectiveSecurity.of(operation, api);
    String scheme = "";
    String scope = "";
    for (EffectiveSecurity.Alternative alternative : security.alternatives()) {
      Need one = need(alternative);
      if (one.isNone()) {
        return one;
      }
      scheme = scheme.isEmpty() ? one.scheme() : scheme;
      scope = scope.isEmpty() ? one.scope() : scope;
    }
    return security.isKnown() ? new Need(scheme, scope) : Need.NONE;
  }

  private Need need(EffectiveSecurity.Alternative alternative) {
    String scheme = "";
    String scope = "";
    for (EffectiveSecurity.Use use : alternative.uses()) {
      if (scheme.isEmpty() && !handshakes.contains(use.scheme().text())) {
        scheme = use.scheme().text();
      }
      if (scope.isEmpty() && !use.scopes().isEmpty()) {
        scope = use.scopes().get(0).text();
      }
    }
    return new Need(scheme, scope);
  }
}
