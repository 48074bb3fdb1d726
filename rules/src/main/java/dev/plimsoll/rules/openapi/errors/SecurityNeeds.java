package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.EffectiveSecurity;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a request must carry so that an operation lets it in. */
final class SecurityNeeds {

  private static final int MOST_NAMED = 3;

  /**
   * What one operation asks for.
   *
   * @param schemes that a request carries, as messages call them: {@code key or login and token};
   *     empty where it may be called without any
   * @param scope that is asked for, or role; empty where none is
   * @param asker the scheme that asks for the scope
   */
  record Need(String schemes, String scope, String asker) {
    static final Need NONE = new Need("", "", "");

    boolean isNone() {
      return schemes.isEmpty();
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
    Set<String> schemes = new LinkedHashSet<>();
    Need scoped = Need.NONE;
    for (EffectiveSecurity.Alternative alternative : security.alternatives()) {
      Need one = need(alternative);
      if (one.isNone()) {
        return one;
      }
      schemes.add(one.schemes());
      scoped = scoped.scope().isEmpty() ? one : scoped;
    }
    return security.isKnown()
        ? new Need(oneOf(List.copyOf(schemes)), scoped.scope(), scoped.asker())
        : Need.NONE;
  }

  private Need need(EffectiveSecurity.Alternative alternative) {
    List<String> schemes = new ArrayList<>();
    String scope = "";
    String asker = "";
    for (EffectiveSecurity.Use use : alternative.uses()) {
      if (!handshakes.contains(use.scheme().text())) {
        schemes.add(use.scheme().text());
      }
      if (scope.isEmpty() && !use.scopes().isEmpty()) {
        scope = use.scopes().get(0).text();
        asker = use.scheme().text();
      }
    }
    return new Need(String.join(" and ", schemes), scope, asker);
  }

  private static String oneOf(List<String> schemes) {
    int last = schemes.size() - 1;
    if (last > MOST_NAMED - 1) {
      int others = schemes.size() - (MOST_NAMED - 1);
      return String.join(", ", schemes.subList(0, MOST_NAMED - 1)) + " or " + others + " others";
    }
    return last < 1
        ? String.join("", schemes)
        : String.join(", ", schemes.subList(0, last)) + " or " + schemes.get(last);
  }
}
