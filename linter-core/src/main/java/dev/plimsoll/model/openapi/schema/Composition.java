package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keywords that put schemas together. */
final class Composition {

  private static final Set<String> TELLING = Set.of("type", "enum", "const");

  private final Instance value;
  private final Mapping schema;
  private final Evaluation evaluation;

  Composition(Instance value, Mapping schema, Evaluation evaluation) {
    this.value = value;
    this.schema = schema;
    this.evaluation = evaluation;
  }

  Outcome check(String keyword, YamlNode operand) {
    return switch (keyword) {
      case "not" -> not(operand);
      case "if" -> condition(operand);
      case "allOf" -> operand instanceof Sequence list ? all(list) : Outcome.UNKNOWN;
      default -> operand instanceof Sequence list ? any(keyword, list) : Outcome.UNKNOWN;
    };
  }

  private Outcome all(Sequence schemas) {
    Outcome outcome = Outcome.VALID;
    for (YamlNode each : schemas.items()) {
      outcome = outcome.and(evaluation.check(value, each));
    }
    return outcome;
  }

  private Outcome not(YamlNode operand) {
    Outcome outcome = evaluation.branch(value, operand).outcome();
    if (outcome == Outcome.UNKNOWN) {
      return outcome;
    }
    return outcome == Outcome.INVALID
        ? Outcome.VALID
        : evaluation.report(SchemaViolation.of("not", value, "is what its schema excludes by not"));
  }

  private Outcome condition(YamlNode operand) {
    if (!evaluation.source().hasJsonSchema()) {
      return Outcome.UNKNOWN;
    }
    Outcome outcome = evaluation.branch(value, operand).outcome();
    if (outcome == Outcome.UNKNOWN) {
      return outcome;
    }
    Optional<YamlNode> next = schema.find(outcome == Outcome.VALID ? "then" : "else");
    return next.isEmpty() ? Outcome.VALID : evaluation.check(value, next.get());
  }

  private Outcome any(String keyword, Sequence schemas) {
    Optional<YamlNode> discriminator = schema.find("discriminator");
    if (discriminator.isPresent() && value.node() instanceof Mapping object) {
      Optional<YamlNode> chosen = chosen(discriminator.get(), object, schemas);
      return chosen.isEmpty() ? Outcome.UNKNOWN : evaluation.check(value, chosen.get());
    }
    List<Evaluation.Branch> branches = new ArrayList<>();
    Outcome best = Outcome.INVALID;
    int valid = 0;
    for (YamlNode each : schemas.items()) {
      Evaluation.Branch branch = evaluation.branch(value, each);
      branches.add(branch);
      best = branch.outcome().compareTo(best) < 0 ? branch.outcome() : best;
      valid += branch.outcome() == Outcome.VALID ? 1 : 0;
    }
    if (best == Outcome.INVALID && !branches.isEmpty()) {
      return none(keyword, branches);
    }
    // that several fit is a fault of the schema
    return keyword.equals("oneOf") && valid > 1 ? Outcome.UNKNOWN : best;
  }

  private static Optional<YamlNode> chosen(
      YamlNode discriminator, Mapping object, Sequence schemas) {
    Optional<YamlNode> property =
        discriminator instanceof Mapping mapping ? mapping.find("propertyName") : Optional.empty();
    Optional<YamlNode> named =
        property.isPresent() && property.get() instanceof Scalar name
            ? object.find(name.text())
            : Optional.empty();
    if (named.isEmpty() || !(named.get() instanceof Scalar kind)) {
      return Optional.empty();
    }
    Optional<YamlNode> mappings = ((Mapping) discriminator).find("mapping");
    Optional<YamlNode> mapped =
        mappings.isPresent() && mappings.get() instanceof Mapping mapping
            ? mapping.find(kind.text())
            : Optional.empty();
    String wanted =
        mapped.isPresent() && mapped.get() instanceof Scalar to ? to.text() : kind.text();
    for (YamlNode each : schemas.items()) {
      Optional<Scalar> reference = Reference.target(each);
      String text = reference.isPresent() ? reference.get().text() : "";
      if (reference.isPresent() && (text.equals(wanted) || text.endsWith('/' + wanted))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Outcome none(String keyword, List<Evaluation.Branch> branches) {
    List<String> types = types(branches);
    if (!types.isEmpty()) {
      return evaluation.report(
          SchemaViolation.of(
                  "type", value, "is %s and must be %s", value.node(), Types.label(types))
              .expecting(types));
    }
    List<Evaluation.Branch> near = new ArrayList<>();
    for (Evaluation.Branch branch : branches) {
      if (!isFar(branch, false)) {
        near.add(branch);
      }
    }
    if (near.size() > 1) {
      near.removeIf(branch -> isFar(branch, true));
    }
    if (near.size() == 1) {
      for (SchemaViolation violation : near.get(0).violations()) {
        evaluation.report(violation);
      }
      return Outcome.INVALID;
    }
    return evaluation.report(
        SchemaViolation.at(
            keyword, value, value.key(), "fits none of the %s of %s", names(branches), keyword));
  }

  /** The types that it should have where nothing but its type is wrong. */
  private List<String> types(List<Evaluation.Branch> branches) {
    Set<String> types = new LinkedHashSet<>();
    for (Evaluation.Branch branch : branches) {
      for (SchemaViolation violation : branch.violations()) {
        if (!violation.keyword().equals("type") || !isWhole(violation)) {
          return List.of();
        }
        types.addAll(violation.types());
      }
    }
    return List.copyOf(types);
  }

  /** Whether it is plainly not meant: its type is another, or what tells the kinds apart. */
  private boolean isFar(Evaluation.Branch branch, boolean isNearer) {
    for (SchemaViolation violation : branch.violations()) {
      boolean isOwn = isWhole(violation);
      boolean isProperty =
          isNearer
              && violation.path().lastIndexOf('.') <= value.path().length()
              && !violation.keyword().equals("type");
      if (TELLING.contains(violation.keyword()) && (isOwn || isProperty)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(SchemaViolation violation) {
    return violation.path().equals(value.path());
  }

  private static String names(List<Evaluation.Branch> branches) {
    List<String> names = new ArrayList<>();
    for (Evaluation.Branch branch : branches) {
      Optional<Scalar> reference = Reference.target(branch.schema());
      if (reference.isPresent()) {
        String text = reference.get().text();
        names.add(text.substring(text.lastIndexOf('/') + 1));
      }
    }
    String count = branches.size() + " schemas";
    return names.size() == branches.size() && names.size() <= 5
        ? count + " (" + String.join(", ", names) + ")"
        : count;
  }
}
