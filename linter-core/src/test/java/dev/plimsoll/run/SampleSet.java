package dev.plimsoll.run;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of which every third is new, in folders of which some do not exist yet. */
record SampleSet(Path root, int size, String oldText, String newText) {

  static SampleSet in(Path root, int size) {
    return new SampleSet(root, size, "old ", "new ");
  }

  SampleSet write() throws IOException {
    for (int i = 0; i < size; i++) {
      if (!isNew(i)) {
        Path file = root.resolve(name(i));
        Files.createDirectories(file.getParent());
        Files.writeString(file, oldText + i);
      }
    }
    return this;
  }

  List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      changes.add(
          isNew(i)
              ? FileChange.create(new NewFile(name(i), 0755, newText + i))
              : FileChange.replace(name(i), hash(oldText + i), bytes(newText + i)));
    }
    return changes;
  }

  boolean isNew(int i) {
    return i % 3 == 2;
  }

  String name(int i) {
    return isNew(i) ? "made/by/fix " + i + "/run.sh" : "service" + i % 2 + "/Dockerfile." + i;
  }

  boolean isOld() throws IOException {
    return reads(oldText) && Files.notExists(root.resolve("made"), LinkOption.NOFOLLOW_LINKS);
  }

  boolean isNew() throws IOException {
    return reads(newText);
  }

  private boolean reads(String text) throws IOException {
    boolean same = true;
    for (int i = 0; i < size; i++) {
      Path file = root.resolve(name(i));
      boolean absent = text.equals(oldText) && isNew(i);
      same &= absent ? Files.notExists(file) : hashOf(file).equals(hash(text + i));
    }
    return same;
  }

  private static String hashOf(Path file) throws IOException {
    return Files.exists(file) ? SourceFile.hash(Files.readAllBytes(file)) : "absent";
  }

  static String hash(String text) {
    return SourceFile.hash(bytes(text));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Names of what a write left beside the files. */
  static List<String> leftovers(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("plimsoll-"))
          .toList();
    }
  }
}
