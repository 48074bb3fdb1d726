package dev.plimsoll.project;

import java.util.List;
import java.util.Optional;

/**
 * Finds whom a command line goes on as: the user that {@code gosu}, {@code su-exec}, {@code
 * setpriv} and their like are given. Sources: gosu and su-exec README; setpriv(1), runuser(1) and
 * su(1) of util-linux; chroot(1) of coreutils; chpst(8) of runit; s6-setuidgid of s6.
 */
final class DropLine {

  private static final List<String> WITH_VALUE =
      List.of("-s", "--shell", "-c", "--command", "-g", "--group", "-G", "--supp-group", "-w");

  private DropLine() {}

  /**
   * The user as written, with a group where one is given, of the first such program.
   *
   * @param words of one command, quotes gone
   */
  static Optional<String> user(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      List<String> rest = words.subList(i + 1, words.size());
      switch (words.get(i).substring(words.get(i).lastIndexOf('/') + 1)) {
        case "gosu", "su-exec", "s6-setuidgid", "setuidgid" -> {
          return rest.isEmpty() || rest.get(0).startsWith("-")
              ? Optional.empty()
              : Optional.of(rest.get(0));
        }
        case "setpriv" -> {
          return value(rest, "--reuid");
        }
        case "chroot" -> {
          return value(rest, "--userspec");
        }
        case "chpst", "sudo" -> {
          return value(rest, "-u");
        }
        case "runuser" -> {
          Optional<String> named = value(rest, "-u");
          return named.isPresent() ? named : operand(rest);
        }
        case "su" -> {
          return operand(rest);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<String> value(List<String> words, String option) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith(option + "=")) {
        return Optional.of(word.substring(option.length() + 1));
      }
      if (word.equals(option) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      if (!word.startsWith("-")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> operand(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
