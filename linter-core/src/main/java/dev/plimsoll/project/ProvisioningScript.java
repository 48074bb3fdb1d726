package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Reads one script, and what the new host runs of it, for what it says of the host of a set. */
final class ProvisioningScript {

  static final List<String> PROGRAMS =
      List.of("aws", "gcloud", "hcloud", "doctl", "az", "docker-machine", "ufw", "firewall-cmd");

  /** What the commands that count are known by in a text. */
  private static final List<String> MARKS =
      List.of(
          "run-instances",
          "instances create",
          "hcloud server create",
          "droplet create",
          "az vm create",
          "docker-machine create",
          "create-security-group",
          "security-group-ingress",
          "ufw allow",
          "ufw limit",
          "--add-port",
          "--add-service");

  private static final List<String> COPYING = List.of("scp", "rsync", "docker-machine", "gcloud");

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;
  private final MachineCommands machines = new MachineCommands();
  private final FirewallCommands firewall = new FirewallCommands();
  private Optional<Slice> start = Optional.empty();
  private Optional<Slice> copy = Optional.empty();
  private boolean isClear = true;

  ProvisioningScript(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
  }

  /** Whether a text has commands for hosts in it. */
  static boolean sets(SourceText text) {
    return marks(text.content()) > 0;
  }

  /**
   * Takes a text.
   *
   * @param commands all of it that are read
   */
  void add(SourceText text, List<Command> commands) {
    AssignedTexts variables = new AssignedTexts(text.content(), false);
    int read = 0;
    for (Command command : commands) {
      if (PROGRAMS.contains(command.program())) {
        machines.take(command, variables);
        firewall.take(command, variables);
        read += marks(command.slice().text());
      }
      if (copy.isEmpty() && COPYING.contains(command.program()) && copies(command, text)) {
        copy = Optional.of(command.slice());
      }
    }
    isClear &= read == marks(text.content()); // some may stand in a heredoc, or in a word for ssh
    for (ComposeLine line : ComposeLine.in(text)) {
      if (line.subcommand().equals("up")) {
        start(line, text);
      }
    }
  }

  /** Which services run is known where all do. */
  private void start(ComposeLine line, SourceText text) {
    boolean isOurs = line.means(set, text, project, inquiry);
    if (isOurs) {
      start = Optional.of(text.slice(line.place()));
    } else if (!line.files().isEmpty()) {
      copy = Optional.empty(); // of a file that is one of another set, may be
    }
    isClear &= line.operands().isEmpty() && !line.words().contains("--scale");
  }

  private boolean copies(Command command, SourceText text) {
    for (ShellWord word : command.arguments()) {
      String at = text.name();
      while (word.isLiteral() && !at.isEmpty()) {
        at = WorkspacePaths.parent(at);
        if (WorkspacePaths.resolve(at, word.text()).equals(Optional.of(set.files().get(0)))) {
          return set.files().size() == 1;
        }
      }
    }
    return false;
  }

  /** How often the marks stand in a text outside of its comments. */
  private static int marks(String text) {
    int count = 0;
    for (String line : Cells.split(text, '\n')) {
      if (!line.stripLeading().startsWith("#")) {
        for (String mark : MARKS) {
          for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
            count++;
          }
        }
      }
    }
    return count;
  }

  /** The files that the new host runs, as written. */
  List<String> startFiles() {
    return List.copyOf(machines.startFiles());
  }

  /** What it says of the host; nothing where it does not start the set, nor copy it. */
  Optional<HostSetup> setup() {
    Optional<Slice> place = start.isPresent() ? start : copy;
    if (place.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        isClear
            ? new HostSetup(machines.machines(), firewall.firewall(), place.get())
            : HostSetup.unclear(place.get()));
  }
}
