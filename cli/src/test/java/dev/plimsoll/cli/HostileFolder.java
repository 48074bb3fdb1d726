package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a good file, whose finding must be there whatever lies beside it. */
record HostileFolder(Path folder, String finding) {

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** As JSON, since there what was not analysed stands beside the findings; no rule fails. */
  String check(String profile) {
    CliRun concise = CliRun.in(folder, "check", "--format", "concise");
    assertThat(concise.out()).contains(finding);
    String json = CliRun.in(folder, "check", "--format", "json", "--profile", profile).out();
    assertThat(json).contains("\"toolFailures\":[]");
    return json;
  }

  /** Lists of aliases of lists, the last of which, {@code *a11}, would be 9^12 texts. */
  static String aliasesThatMultiply() {
    StringBuilder bomb = new StringBuilder("x-0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("x-").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    return bomb.toString();
  }
}
