package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.compose.ComposeSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedScriptsTest {

  @Test
  void filesThatAreCopiedOrMounted() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              copied: {build: app}
              mounted: {image: alpine, command: [/go.sh], volumes: ["./bin/go.sh:/go.sh:ro"]}
              replaced: {build: app, entrypoint: [other]}
              other: {image: alpine, command: [/gone.sh], volumes: ["./gone.sh:/gone.sh"]}
            """,
            "app/Dockerfile",
            "FROM alpine\nCOPY start.sh /usr/local/bin/\nENTRYPOINT [\"start.sh\"]\n",
            "app/start.sh",
            "#!/bin/sh\nmkdir /a\nexec \"$@\"\n",
            "bin/go.sh",
            "touch /b\n");

    assertThat(commands(files, "copied")).containsExactly("mkdir /a", "exec \"$@\"");
    assertThat(commands(files, "mounted")).containsExactly("touch /b");
    assertThat(commands(files, "replaced")).isEmpty();
    assertThat(commands(files, "other")).isEmpty();
    assertThat(files.inquiry.files()).contains("bin/go.sh", "app/start.sh", "gone.sh");
  }

  private static List<String> commands(LinkedFiles files, String service) {
    ComposeSet set = files.set("compose.yaml");
    List<String> commands = new ArrayList<>();
    for (Script script : files.view().compose().startedScripts(set, files.service(set, service))) {
      for (Command command : script.commands()) {
        commands.add(command.toString());
      }
    }
    return commands;
  }
}
