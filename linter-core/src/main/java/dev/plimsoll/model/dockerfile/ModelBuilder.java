package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts each instruction into its stage and gives it its address. */
final class ModelBuilder {

  private final Parsed<DockerfileTree> parsed;
  private final RunScripts scripts;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private Anchor stage = Anchor.FILE;
  private boolean otherShell; // until the dialect of SHELL is read, scripts after it are not

  ModelBuilder(Parsed<DockerfileTree> parsed, ScriptSource scripts) {
    this.parsed = parsed;
    this.scripts = new RunScripts(scripts);
  }

  DockerfileModel build() {
    int last = lastStage();
    int index = 0;
    for (Instruction instruction : parsed.tree().instructions()) {
      if (instruction instanceof Instruction.From from) {
        open(from, index, index == last);
        index++;
      }
      steps.add(step(instruction));
    }
    return new DockerfileModel(parsed.tree(), parsed.problems(), stages, steps);
  }

  private int lastStage() {
    int count = 0;
    for (Instruction instruction : parsed.tree().instructions()) {
      if (instruction instanceof Instruction.From) {
        count++;
      }
    }
    return count - 1;
  }

  private void open(Instruction.From from, int index, boolean last) {
    String name =
        from.stage().isPresent() ? lower(from.stage().get().text()) : nameless(index, last);
    int seen = names.merge(name, 1, Integer::sum);
    stage = Anchor.FILE.child(seen == 1 ? name : name + "#" + seen);
    stages.add(new Stage(stage, index, from));
  }

  private static String nameless(int index, boolean last) {
    return last ? "final" : Integer.toString(index);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Step step(Instruction instruction) {
    Anchor anchor = stage.child(instruction.name());
    if (instruction instanceof Instruction.From) {
      return new StageStart(anchor, stages.get(stages.size() - 1));
    }
    if (instruction instanceof Instruction.Run run) {
      return new Run(anchor, run, scripts.read(anchor, run, hasShell()));
    }
    if (instruction instanceof Instruction.Copy copy) {
      return new Copy(anchor, copy);
    }
    if (instruction instanceof Instruction.Pairs pairs) {
      return new KeyValues(anchor, pairs, pairs.pairs());
    }
    if (instruction instanceof Instruction.LegacyPair legacy) {
      return new KeyValues(anchor, legacy, List.of(legacy.pair()));
    }
    if (instruction instanceof Instruction.Unknown unknown) {
      return new UnknownInstruction(stage.child("?"), unknown);
    }
    otherShell |= instruction.name().equals("SHELL");
    return new Plain(anchor, instruction);
  }

  /** Whether the shell in force is one that we read. */
  private boolean hasShell() {
    return !otherShell && parsed.tree().escape() != '`';
  }
}
