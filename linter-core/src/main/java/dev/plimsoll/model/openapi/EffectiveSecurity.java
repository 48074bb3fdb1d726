package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of who calls an operation: its own {@code security}, or else the document's. One of
 * the alternatives is enough.
 *
 * @param owner the operation or the document whose list decides; nothing where neither has one
 * @param isKnown whether all of it can be seen: not, where an alias, a merge key or an error
 *     decides
 */
public record EffectiveSecurity(
    Optional<OpenApiObject> owner, List<Alternative> alternatives, boolean isKnown) {

  private static final EffectiveSecurity UNKNOWN =
      new EffectiveSecurity(Optional.empty(), List.of(), false);

  private static final EffectiveSecurity NONE =
      new EffectiveSecurity(Optional.empty(), List.of(), true);

  public EffectiveSecurity {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * A security requirement: all of its schemes are asked for.
   *
   * @param uses none where anybody may call
   */
  public record Alternative(Mapping node, List<Use> uses) {
    public Alternative {
      uses = List.copyOf(uses);
    }

    /** Whether it lets anybody call. */
    public boolean isAnonymous() {
      return uses.isEmpty();
    }
  }

  /**
   * A scheme that is asked for.
   *
   * @param scheme its name; from 3.2 on a URI may stand there
   * @param scopes or, from 3.1 on, roles
   */
  public record Use(Scalar scheme, List<Scalar> scopes) {
    public Use {
      scopes = List.copyOf(scopes);
    }
  }

  /** What an operation asks for; that of a webhook or a callback is asked of the API itself. */
  public static EffectiveSecurity of(OpenApiObject operation, OpenApiDescription api) {
    if (operation.find("security").isPresent() || !isWhole(operation, api)) {
      return ownOf(operation, api);
    }
    return ofDocument(api);
  }

  /** What the document asks for where an operation says nothing of its own. */
  public static EffectiveSecurity ofDocument(OpenApiDescription api) {
    return api.objects().isEmpty() ? UNKNOWN : ownOf(api.objects().get(0), api);
  }

  private static boolean isWhole(OpenApiObject owner, OpenApiDescription api) {
    return owner.find("<<").isEmpty() && !api.file(owner).yaml().isCut(owner.node());
  }

  private static EffectiveSecurity ownOf(OpenApiObject owner, OpenApiDescription api) {
    Optional<YamlNode> list = owner.find("security");
    if (list.isEmpty()) {
      return isWhole(owner, api) ? NONE : UNKNOWN;
    }
    if (!(list.get() instanceof Sequence requirements)) {
      return UNKNOWN;
    }
    List<Alternative> alternatives = new ArrayList<>();
    for (YamlNode item : requirements.items()) {
      Optional<Alternative> alternative = alternative(item);
      if (alternative.isEmpty()) {
        return UNKNOWN;
      }
      alternatives.add(alternative.get());
    }
    return new EffectiveSecurity(Optional.of(owner), alternatives, true);
  }

  /** Nothing where it cannot be seen. */
  private static Optional<Alternative> alternative(YamlNode item) {
    if (!(item instanceof Mapping requirement)) {
      return Optional.empty();
    }
    List<Use> uses = new ArrayList<>();
    for (Entry entry : requirement.entries()) {
      if (!(entry.key() instanceof Scalar scheme)
          || scheme.text().equals("<<")
          || scheme.text().equals("$ref")
          || !(entry.value() instanceof Sequence list)) {
        return Optional.empty();
      }
      List<Scalar> scopes = new ArrayList<>();
      for (YamlNode scope : list.items()) {
        if (scope instanceof Scalar scalar) {
          scopes.add(scalar);
        }
      }
      uses.add(new Use(scheme, scopes));
    }
    return Optional.of(new Alternative(requirement, uses));
  }

  /** Whether anybody may call, as far as can be seen. */
  public boolean isOpen() {
    if (!isKnown) {
      return false;
    }
    for (Alternative alternative : alternatives) {
      if (!alternative.isAnonymous()) {
        return false;
      }
    }
    return true;
  }

  /** Whether nobody may call without a credential, as far as can be seen. */
  public boolean isRequired() {
    for (Alternative alternative : alternatives) {
      if (alternative.isAnonymous()) {
        return false;
      }
    }
    return !alternatives.isEmpty();
  }

  /** Whether an alternative asks for scopes or roles, which a caller may lack. */
  public boolean asksForScopes() {
    for (Alternative alternative : alternatives) {
      for (Use use : alternative.uses()) {
        if (!use.scopes().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
