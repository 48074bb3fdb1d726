package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Placeholders;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is masked in every output: values under names that announce a secret, texts that look like
 * one, and passwords on command lines.
 */
final class SecretValues {

  private SecretValues() {}

  static List<Place> of(DockerfileModel model) {
    List<Place> places = new ArrayList<>();
    for (Instruction instruction : model.tree().instructions()) {
      Instruction inner = instruction;
      while (inner instanceof Instruction.Onbuild onbuild) {
        inner = onbuild.trigger();
      }
      add(places, inner);
    }
    ScriptSecrets.inText(places, model.source());
    for (Step step : model.steps()) {
      if (step instanceof ScriptContext script) {
        ScriptSecrets.passwords(places, script.script());
      }
    }
    return places;
  }

  private static void add(List<Place> places, Instruction instruction) {
    if (instruction instanceof Instruction.Pairs pairs) {
      for (Pair pair : pairs.pairs()) {
        add(places, pair.name().text(), pair.value().slice());
      }
    } else if (instruction instanceof Instruction.LegacyPair legacy) {
      add(places, legacy.pair().name().text(), legacy.pair().value().slice());
    } else if (instruction instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        Optional<Word> value = definition.value();
        if (value.isPresent()) {
          add(places, definition.name().text(), value.get().slice());
        }
      }
    }
  }

  private static void add(List<Place> places, String name, Slice value) {
    String text = value.text();
    boolean isReference = text.startsWith("$") || text.startsWith("\"$");
    if (!Placeholders.isWord(text) && !isReference && SecretNames.announcesSecret(name)) {
      places.add(value.place());
    }
  }
}
