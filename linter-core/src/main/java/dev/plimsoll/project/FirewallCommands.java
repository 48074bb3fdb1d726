package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.HostFirewall.Opening;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the commands of a script that open ports: of a security group, or of the firewall of a
 * host. Where one of them cannot be read, nothing is known.
 */
final class FirewallCommands {

  private static final int MOST = 65_535;

  /** Names that stand for ports; those of ufw's applications among them. */
  private static final Map<String, String> NAMED =
      Map.of(
          "ssh", "22/tcp",
          "openssh", "22/tcp",
          "http", "80/tcp",
          "www", "80/tcp",
          "https", "443/tcp",
          "nginx full", "80,443/tcp",
          "nginx http", "80/tcp",
          "nginx https", "443/tcp");

  private final List<Opening> outside = new ArrayList<>();
  private final List<Opening> inside = new ArrayList<>();
  private int groups;
  private int instances;
  private boolean isGroupUsed = true;
  private boolean isOn;
  private boolean isClear = true;

  /** Takes a command, if it is one of them. */
  void take(Command command, AssignedTexts variables) {
    CloudWords words = new CloudWords(command, variables);
    switch (command.program()) {
      case "aws" -> cloud(words);
      case "ufw" -> ufw(words, command.slice());
      case "firewall-cmd" -> firewalld(words);
      default -> {
        // another
      }
    }
  }

  /** What all of them open; nothing where that is not known, or not all that counts. */
  Optional<HostFirewall> firewall() {
    if (!isClear) {
      return Optional.empty();
    }
    if (groups > 0 || !outside.isEmpty()) {
      return groups == 1 && instances == 1 && isGroupUsed && !outside.isEmpty()
          ? Optional.of(new HostFirewall(true, outside))
          : Optional.empty();
    }
    return isOn && !inside.isEmpty()
        ? Optional.of(new HostFirewall(false, inside))
        : Optional.empty();
  }

  private void cloud(CloudWords words) {
    if (words.have(List.of("ec2", "create-security-group"))) {
      groups++;
    } else if (words.have(List.of("ec2", "run-instances"))) {
      instances++;
      isGroupUsed &=
          words.values("--security-group-ids").size() + words.values("--security-groups").size()
              == 1;
    } else if (words.have(List.of("ec2", "authorize-security-group-ingress"))) {
      ingress(words);
    }
  }

  private void ingress(CloudWords words) {
    Optional<ShellWord> port = words.value("--port");
    Optional<ShellWord> protocol = words.value("--protocol");
    Optional<String> by = protocol.isEmpty() ? Optional.empty() : words.text(protocol.get());
    if (by.isEmpty()) {
      isClear = false; // of --ip-permissions, too
    } else if (by.get().equals("-1") || by.get().equals("all")) {
      outside.add(new Opening(0, MOST, "", protocol.orElseThrow().slice()));
    } else if (!by.get().equals("icmp")) {
      Optional<String> text = port.isEmpty() ? Optional.empty() : words.text(port.get());
      isClear &=
          text.isPresent()
              && port.isPresent()
              && add(text.get(), '-', by.get(), port.get().slice(), outside);
    }
  }

  private void ufw(CloudWords words, Slice place) {
    List<String> texts = new ArrayList<>();
    for (ShellWord word : words.all()) {
      Optional<String> text = words.text(word);
      isClear &= text.isPresent();
      if (text.isPresent() && !text.get().startsWith("-")) {
        texts.add(text.get().toLowerCase(Locale.ROOT));
      }
    }
    String first = texts.isEmpty() ? "" : texts.get(0);
    switch (first) {
      case "enable" -> isOn = true;
      case "allow", "limit" -> isClear &= allow(texts, place);
      case "delete", "route", "insert", "prepend", "reset", "disable" -> isClear = false;
      default -> {
        // it opens nothing
      }
    }
  }

  private boolean allow(List<String> words, Slice place) {
    int port = words.lastIndexOf("port");
    int proto = words.indexOf("proto");
    String by = proto > 0 && proto + 1 < words.size() ? words.get(proto + 1) : "";
    if (port > 0) {
      return port + 1 < words.size() && add(words.get(port + 1), ':', by, place, inside);
    }
    if (words.contains("from") || words.contains("on")) {
      inside.add(new Opening(0, MOST, "", place));
      return true;
    }
    String spec = words.size() > 1 ? words.get(words.get(1).equals("in") ? 2 : 1) : "";
    return add(spec, ':', by, place, inside);
  }

  private void firewalld(CloudWords words) {
    isOn = true;
    Optional<ShellWord> zone = words.value("--zone");
    isClear &= zone.isEmpty() || words.text(zone.get()).equals(Optional.of("public"));
    for (String option : List.of("--add-rich-rule", "--add-source", "--add-interface")) {
      isClear &= words.values(option).isEmpty();
    }
    for (String option : List.of("--add-port", "--add-service")) {
      for (ShellWord word : words.values(option)) {
        Optional<String> text = words.text(word);
        isClear &= text.isPresent() && add(text.get(), '-', "", word.slice(), inside);
      }
    }
  }

  /** Adds the ports of a text: {@code 22}, {@code ssh}, {@code 80,443/tcp}, a range. */
  private static boolean add(
      String text, char dash, String protocol, Slice place, List<Opening> openings) {
    String spec = NAMED.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    int slash = spec.indexOf('/');
    String by = slash < 0 ? protocol : spec.substring(slash + 1);
    for (String part : Cells.split(slash < 0 ? spec : spec.substring(0, slash), ',')) {
      int middle = part.indexOf(dash);
      Optional<Integer> first = Digits.number(middle < 0 ? part : part.substring(0, middle));
      Optional<Integer> last = middle < 0 ? first : Digits.number(part.substring(middle + 1));
      if (first.isEmpty() || last.isEmpty()) {
        return false;
      }
      openings.add(new Opening(first.get(), last.get(), by, place));
    }
    return true;
  }
}
