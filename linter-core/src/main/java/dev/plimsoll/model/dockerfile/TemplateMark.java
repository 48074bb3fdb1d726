package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/**
 * Tells a template from the Dockerfile that will be made of it: a mark of Go's, Jinja's or ERB's
 * templates where an instruction should begin, in a FROM, or anywhere in a file without one, which
 * others take in. Elsewhere the same marks may be meant for a program in the image ({@code docker
 * inspect -f '{{.Id}}'}).
 */
final class TemplateMark {

  private static final String[] MARKS = {"{{", "{%", "<%"};

  private TemplateMark() {}

  /** The first instruction that shows it. */
  static Optional<Slice> in(DockerfileTree tree) {
    boolean hasFrom = false;
    for (Instruction instruction : tree.instructions()) {
      hasFrom |= instruction.name().equals("FROM");
    }
    for (Instruction instruction : tree.instructions()) {
      boolean anywhere = !hasFrom || instruction.name().equals("FROM");
      boolean unknown = instruction instanceof Instruction.Unknown;
      if ((anywhere && isMarked(instruction.slice().text(), false))
          || (unknown && isMarked(instruction.keyword().text(), true))) {
        return Optional.of(instruction.slice());
      }
    }
    return Optional.empty();
  }

  private static boolean isMarked(String text, boolean atStart) {
    for (String mark : MARKS) {
      if (atStart ? text.startsWith(mark) : text.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
