package dev.plimsoll.run;

import dev.plimsoll.run.PlannedSet.Entry;
import dev.plimsoll.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journal as text. Each stage of a write ends in a line with the SHA-256 of all text before it,
 * so that a stage that was only half written is as if it were absent:
 *
 * <pre>
 * plimsoll-journal 1
 * id 5f0c2a9b7d31e846          names the temporary files
 * key 1764012345.123456789     the change time of the key file
 * set
 * folder docker                made for the set
 * replace OLDHASH NEWHASH api/Dockerfile
 * create NEWHASH docker/entrypoint.sh
 * plan SHA256
 * commit SHA256 0 2            the sets that were staged, counted from 0
 * done SHA256
 * </pre>
 *
 * <p>Control characters, backslashes and surrogates in names are {@code \} and four hexadecimal
 * digits.
 */
final class JournalText {

  private static final String HEADER = "plimsoll-journal 1\n";

  private final String text;
  private final int planLine;

  private JournalText(String text, int planLine) {
    this.text = text;
    this.planLine = planLine;
  }

  static String plan(Plan plan) {
    StringBuilder text = new StringBuilder(HEADER);
    text.append("id ").append(plan.id()).append("\nkey ").append(plan.key()).append('\n');
    for (PlannedSet set : plan.sets()) {
      text.append("set\n");
      for (String directory : set.directories()) {
        text.append("folder ").append(escape(directory)).append('\n');
      }
      for (Entry entry : set.entries()) {
        Optional<String> oldHash = entry.oldHash();
        text.append(oldHash.isPresent() ? "replace " + oldHash.get() : "create");
        text.append(' ').append(entry.newHash()).append(' ');
        text.append(escape(entry.name())).append('\n');
      }
    }
    return text.append(stage("plan", text.toString())).append('\n').toString();
  }

  static String commit(String before, Set<Integer> sets) {
    StringBuilder line = new StringBuilder(stage("commit", before + sets));
    for (int set : sets) {
      line.append(' ').append(set);
    }
    return line.append('\n').toString();
  }

  static String done(String before) {
    return stage("done", before) + "\n";
  }

  /** Whether a text is the beginning of one whose plan was never finished. */
  static boolean isTorn(String text) {
    boolean begun = text.startsWith(HEADER) || HEADER.startsWith(text);
    return begun && parse(text).isEmpty();
  }

  /** Empty where the plan is not whole, or of another version. */
  static Optional<Plan> parse(String text) {
    int planLine = text.indexOf("\nplan ") + 1;
    if (planLine == 0 || !text.startsWith(HEADER)) {
      return Optional.empty();
    }
    String whole = stage("plan", text.substring(0, planLine)) + "\n";
    return text.startsWith(whole, planLine)
        ? Optional.of(new JournalText(text, planLine).read(planLine + whole.length()))
        : Optional.empty();
  }

  private Plan read(int stages) {
    Set<Integer> committed = new TreeSet<>();
    boolean done = false;
    int start = stages;
    for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
      String before = text.substring(0, start);
      String line = text.substring(start, end + 1);
      Set<Integer> sets = numbers(line);
      if (line.equals(commit(before, sets))) {
        committed.addAll(sets);
      } else if (line.equals(done(before))) {
        done = true;
      }
      start = end + 1;
    }
    Plan plan = readPlan();
    return new Plan(plan.id(), plan.key(), plan.sets(), committed, done);
  }

  private Plan readPlan() {
    String id = "";
    String key = "";
    List<PlannedSet> sets = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    List<String> directories = new ArrayList<>();
    int number = 0;
    boolean inSet = false;
    String[] lines = (text.substring(HEADER.length(), planLine) + "set").split("\n", -1);
    for (String line : lines) {
      String[] words = line.split(" ", line.startsWith("replace ") ? 4 : 3);
      String last = words[words.length - 1];
      switch (words.length + words[0]) {
        case "2id" -> id = last;
        case "2key" -> key = last;
        case "2folder", "3folder" -> directories.add(unescape(line.substring(7)));
        case "4replace" ->
            entries.add(new Entry(number++, unescape(last), Optional.of(words[1]), words[2]));
        case "3create" ->
            entries.add(new Entry(number++, unescape(last), Optional.empty(), words[1]));
        default -> { // a set begins, or all of them end
          if (inSet) {
            sets.add(new PlannedSet(entries, directories));
          }
          inSet = true;
          entries.clear();
          directories.clear();
        }
      }
    }
    return Plan.of(id, key, sets);
  }

  private static Set<Integer> numbers(String line) {
    Set<Integer> numbers = new TreeSet<>();
    String[] words = line.strip().split(" ", -1);
    for (int i = 2; i < words.length; i++) {
      if (words[i].matches("[0-9]{1,8}")) {
        numbers.add(Integer.parseInt(words[i]));
      }
    }
    return numbers;
  }

  private static String stage(String name, String before) {
    return name + " " + SourceFile.hash((before + name).getBytes(StandardCharsets.UTF_8));
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' || Character.isISOControl(c) || Character.isSurrogate(c)) {
        escaped.append('\\').append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String unescape(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean escaped = name.charAt(i) == '\\' && i + 4 < name.length();
      String digits = escaped ? name.substring(i + 1, i + 5) : "";
      if (digits.matches("[0-9a-f]{4}")) {
        plain.append((char) Integer.parseInt(digits, 16));
        i += 4;
      } else {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString();
  }
}
