package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the commands of a script that make hosts in a cloud. */
final class MachineCommands {

  /**
   * A command that makes one.
   *
   * @param words that tell it from others of its program
   * @param types the options that name the type of the machine
   */
  private record Creation(String program, List<String> words, List<String> types) {}

  private static final List<Creation> CREATIONS =
      List.of(
          new Creation("aws", List.of("ec2", "run-instances"), List.of("--instance-type")),
          new Creation(
              "gcloud", List.of("compute", "instances", "create"), List.of("--machine-type")),
          new Creation("hcloud", List.of("server", "create"), List.of("--type")),
          new Creation("doctl", List.of("compute", "droplet", "create"), List.of("--size")),
          new Creation("az", List.of("vm", "create"), List.of("--size")),
          new Creation(
              "docker-machine",
              List.of("create"),
              List.of(
                  "--amazonec2-instance-type",
                  "--google-machine-type",
                  "--hetzner-server-type",
                  "--digitalocean-size",
                  "--azure-size")));

  /** The options that name a file which the new host runs. */
  private static final List<String> FILES =
      List.of("--user-data", "--user-data-file", "--user-data-from-file", "--custom-data");

  private static final String FILE = "file://";
  private static final String STARTUP = "startup-script=";

  private final List<HostSetup.Machine> machines = new ArrayList<>();
  private final List<String> startFiles = new ArrayList<>();

  /** Takes a command, if it is one of them. */
  void take(Command command, AssignedTexts variables) {
    for (Creation creation : CREATIONS) {
      if (command.isNamed(creation.program())) {
        CloudWords words = new CloudWords(command, variables);
        if (words.have(creation.words())) {
          machines.add(machine(command, words, creation));
          addFiles(words);
        }
      }
    }
  }

  /** Where more than one is made at a time, it is not told what runs on each. */
  private static HostSetup.Machine machine(Command command, CloudWords words, Creation creation) {
    Optional<ShellWord> count = words.value("--count");
    boolean isOne = count.isEmpty() || words.text(count.get()).equals(Optional.of("1"));
    for (String option : isOne ? creation.types() : List.<String>of()) {
      Optional<ShellWord> type = words.value(option);
      if (type.isPresent()) {
        return new HostSetup.Machine(words.text(type.get()), type.get().slice());
      }
    }
    return new HostSetup.Machine(Optional.empty(), command.name().slice());
  }

  private void addFiles(CloudWords words) {
    for (String option : FILES) {
      Optional<ShellWord> file = words.value(option);
      Optional<String> text = file.isEmpty() ? Optional.empty() : words.text(file.get());
      if (text.isPresent()) {
        boolean isUri = text.get().startsWith(FILE);
        startFiles.add(isUri ? text.get().substring(FILE.length()) : text.get());
      }
    }
    for (ShellWord word : words.values("--metadata-from-file")) {
      Optional<String> text = words.text(word);
      if (text.isPresent() && text.get().startsWith(STARTUP)) {
        startFiles.add(text.get().substring(STARTUP.length()));
      }
    }
  }

  /** The hosts of the commands that were taken. */
  List<HostSetup.Machine> machines() {
    return machines;
  }

  /** The files that they run when they start, as written. */
  List<String> startFiles() {
    return startFiles;
  }
}
