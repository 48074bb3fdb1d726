package dev.plimsoll.fix;

import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks the edits of YAML with all files of some folders: to be run by hand. */
final class YamlEditsFolderCheck {

  private YamlEditsFolderCheck() {}

  public static void main(String[] folders) throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path :
            paths.filter(each -> each.toString().matches(".*\\.(ya?ml|json)")).toList()) {
          if (Files.size(path) < 60_000) {
            YamlEditsCheck.check(
                SourceText.decode(path.toString(), Files.readAllBytes(path)), counts, failures);
          }
        }
      }
    }
    counts.forEach(
        (name, count) ->
            System.out.println(
                name
                    + ": "
                    + count[0]
                    + " exact, "
                    + count[1]
                    + " impossible, "
                    + count[2]
                    + " wrong"));
    failures.stream().limit(30).forEach(System.out::println);
  }
}
