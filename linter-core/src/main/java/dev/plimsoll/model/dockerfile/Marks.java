package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import java.util.EnumSet;
import java.util.Set;

/** Which configurations the instructions up to some place may have written. */
final class Marks {

  static final Marks NONE = new Marks(EnumSet.noneOf(ScriptContext.Configuration.class));

  private final Set<ScriptContext.Configuration> found;

  private Marks(Set<ScriptContext.Configuration> found) {
    this.found = found;
  }

  boolean has(ScriptContext.Configuration wanted) {
    return found.contains(wanted);
  }

  /** These, and what RUN, COPY or ADD names. */
  Marks and(Instruction instruction) {
    boolean runs = instruction instanceof Instruction.Run;
    if (!runs && !(instruction instanceof Instruction.Copy)) {
      return this;
    }
    String text = instruction.slice().text();
    Set<ScriptContext.Configuration> more = EnumSet.noneOf(ScriptContext.Configuration.class);
    for (ScriptContext.Configuration each : ScriptContext.Configuration.values()) {
      if (!found.contains(each) && (runs ? each.isWrittenBy(text) : each.isCopiedBy(text))) {
        more.add(each);
      }
    }
    if (more.isEmpty()) {
      return this;
    }
    more.addAll(found);
    return new Marks(more);
  }
}
