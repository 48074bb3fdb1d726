package dev.plimsoll.project;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.project.ContainerVariable.Knower;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the variables of a Compose set that Compose replaces with nothing, and that were meant for
 * a container: its shell knows them, or they are no variables at all.
 */
final class ContainerVariables {

  private final ComposeSet set;
  private final DotEnvFiles dotEnvs;
  private final VariableSources sources;
  private final List<VariableUse> forgotten = new ArrayList<>();
  private final List<ContainerVariable> found = new ArrayList<>();

  ContainerVariables(ComposeSet set, DotEnvFiles dotEnvs, VariableSources sources) {
    this.set = set;
    this.dotEnvs = dotEnvs;
    this.sources = sources;
    for (VariableUse use : set.variables()) {
      if (use.isForgotten()) {
        forgotten.add(use);
      }
    }
  }

  List<ContainerVariable> find(ScriptReader reader) {
    if (forgotten.isEmpty()) {
      return List.of();
    }
    for (VariableUse use : forgotten) {
      hash(use);
    }
    List<ShellText> scripts = new ArrayList<>();
    for (ComposeService service : set.services()) {
      scripts.addAll(ShellText.of(service, reader));
    }
    Set<String> expected = expected(scripts);
    for (ShellText script : scripts) {
      script(script, expected);
    }
    return found;
  }

  /** The names of variables without which something outside of scripts would be wrong, too. */
  private Set<String> expected(List<ShellText> scripts) {
    Set<String> names = new HashSet<>();
    for (VariableUse use : set.variables()) {
      boolean needed = use.operator() == Operator.NONE || use.operator() == Operator.REQUIRED;
      if (needed && !isInOne(use, scripts)) {
        names.add(use.name().text());
      }
    }
    return names;
  }

  private static boolean isInOne(VariableUse use, List<ShellText> scripts) {
    for (ShellText script : scripts) {
      if (script.holds(use)) {
        return true;
      }
    }
    return false;
  }

  private void script(ShellText script, Set<String> expected) {
    Set<String> seen = new HashSet<>();
    for (VariableUse use : forgotten) {
      String name = use.name().text();
      if (script.holds(use) && !seen.contains(name) && !isFound(use)) {
        seen.add(name);
        if (script.sets(name)) {
          add(use, Knower.SCRIPT, Optional.empty());
        } else if (!expected.contains(name)) {
          around(use, script.service());
        }
      }
    }
  }

  private boolean isFound(VariableUse use) {
    for (ContainerVariable each : found) {
      if (each.use().expression().equals(use.expression())) {
        return true;
      }
    }
    return false;
  }

  /** What the service sets for its container. */
  private void around(VariableUse use, ComposeService service) {
    String name = use.name().text();
    ComposeNode.Member member = service.members("environment").get(name);
    if (member != null) {
      if (member.value() instanceof Scalar value
          && value.type() != ComposeNode.Type.NULL
          && !value.known().orElse("").isEmpty()
          && (value.fixed().isPresent() || !sources.shouldSet(set, name))) {
        add(use, Knower.ENVIRONMENT, Optional.of(member.key()));
      }
      return;
    }
    for (ServiceEnvironment.EnvFile file : ServiceEnvironment.files(set, service)) {
      Optional<DotEnvFile> read =
          file.path().fixed().isPresent() ? dotEnvs.read(file.name()) : Optional.empty();
      if (read.isPresent() && read.get().find(name).isPresent()) {
        add(use, Knower.ENV_FILE, Optional.of(file.path().slice()));
        return;
      }
    }
  }

  /** All that have the name in the same text are to be mended together. */
  private void add(VariableUse use, Knower knower, Optional<Slice> where) {
    List<Slice> dollars = new ArrayList<>();
    for (VariableUse other : forgotten) {
      if (other.name().text().equals(use.name().text())
          && other.expression().source().equals(use.expression().source())) {
        dollars.add(other.expression().start());
      }
    }
    found.add(new ContainerVariable(use, knower, where, dollars));
  }

  private void hash(VariableUse use) {
    Text text = use.expression().source();
    Optional<Span> hash = PasswordHashes.around(text.content(), use.expression().span().start());
    if (hash.isEmpty()) {
      return;
    }
    List<Slice> dollars = new ArrayList<>();
    for (int single : PasswordHashes.singleDollars(text.content(), hash.get())) {
      dollars.add(new Slice(text, Span.at(single)));
    }
    for (ContainerVariable known : found) {
      if (known.dollars().equals(dollars)) {
        return;
      }
    }
    found.add(new ContainerVariable(use, Knower.HASH, Optional.empty(), dollars));
  }
}
