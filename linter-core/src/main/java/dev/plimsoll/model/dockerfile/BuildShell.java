package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The shell that runs the shell form of an instruction.
 *
 * @param words the program and the arguments before the text
 * @param instruction the SHELL that says so; absent where the builder or the base image does
 */
public record BuildShell(List<String> words, Optional<Instruction.Shell> instruction) {

  private static final BuildShell SH = new BuildShell(List.of("/bin/sh", "-c"), Optional.empty());
  private static final BuildShell CMD =
      new BuildShell(List.of("cmd", "/S", "/C"), Optional.empty());

  public BuildShell {
    words = List.copyOf(words);
  }

  /** What the builder takes where neither the file nor the base image names a shell. */
  static BuildShell byDefault(boolean windows) {
    return windows ? CMD : SH;
  }

  static BuildShell of(BaseImage image) {
    return image.shell().isEmpty()
        ? byDefault(image.family() == BaseImage.Family.WINDOWS)
        : new BuildShell(image.shell(), Optional.empty());
  }

  static BuildShell of(Instruction.Shell instruction) {
    List<String> words = new ArrayList<>();
    for (Word word : instruction.words()) {
      words.add(word.text());
    }
    return new BuildShell(words, Optional.of(instruction));
  }

  /**
   * The program without its path and {@code .exe}, in lower case; empty where SHELL has no word.
   */
  public String program() {
    String word = words.isEmpty() ? "" : words.get(0);
    int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
    String name = word.substring(slash + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
  }
}
