package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Value;
import java.util.List;

/** An instruction that holds a script, of which the instructions before it say how it runs. */
public sealed interface StageScript extends Step, ScriptContext permits ContainerCommand, Run {

  /** What the instruction itself begins with, whatever stands around it. */
  Word keyword();

  @Override
  default List<String> shell() {
    return before().shell().words();
  }

  @Override
  default Value user() {
    return before().user();
  }

  @Override
  default Value workdir() {
    return before().workdir();
  }

  @Override
  default Value variable(String name) {
    return before().variable(name, keyword());
  }

  @Override
  default boolean isConfiguredBefore(Configuration configuration) {
    return before().marks().has(configuration);
  }
}
