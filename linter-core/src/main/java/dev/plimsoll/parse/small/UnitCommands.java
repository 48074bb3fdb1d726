package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.UnitCommand;
import dev.plimsoll.parse.small.tree.UnitWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads the commands in a value of a unit: systemd.service(5), Command lines. */
public final class UnitCommands {

  private static final String PREFIXES = "@-:+!|";

  private final UnitWords words;
  private final Slice value;
  private final List<UnitCommand> commands = new ArrayList<>();

  private UnitCommands(Slice value) {
    this.value = value;
    this.words = new UnitWords(value);
  }

  /** Those that can be read; systemd itself drops what stands from an open quote on. */
  public static List<UnitCommand> read(Slice value) {
    UnitCommands reader = new UnitCommands(value);
    while (reader.words.skipBlanks() && reader.command()) {
      // each turn takes one
    }
    return reader.commands;
  }

  /** The words of a value that holds no commands: {@code Environment=}. */
  public static List<UnitWord> words(Slice value) {
    UnitWords words = new UnitWords(value);
    List<UnitWord> all = new ArrayList<>();
    while (words.skipBlanks() && words.word(false)) {
      all.add(words.last());
    }
    return all;
  }

  /** Takes a command; false where a quote is never closed. */
  private boolean command() {
    int start = words.at();
    if (!words.word(false)) {
      return false;
    }
    UnitWord first = words.last();
    String text = first.slice().text();
    String prefixes = text.substring(0, prefixes(text));
    boolean isKnown = words.isExact() && prefixes.indexOf('|') < 0; // what a login shell does
    List<UnitWord> taken = new ArrayList<>();
    taken.add(
        new UnitWord(first.slice().part(prefixes.length(), text.length()), first.expansions()));
    int end = words.at();
    while (words.skipBlanks() && !words.separator()) {
      if (!words.word(prefixes.indexOf(':') < 0)) {
        return false;
      }
      isKnown &= words.isExact();
      taken.add(words.last());
      end = words.at();
    }
    if (isKnown && prefixes.length() < text.length()) {
      add(new Span(start, end), prefixes, taken);
    }
    return true;
  }

  private void add(Span whole, String prefixes, List<UnitWord> taken) {
    if (prefixes.indexOf('@') >= 0 && taken.size() > 1) {
      taken.remove(1); // what the program is told to be called
    }
    boolean isPlain = value.source().content().startsWith(prefixes, whole.start());
    int start = whole.start() + (isPlain ? prefixes.length() : 0); // within quotes they stay
    Slice slice = new Slice(value.source(), new Span(start, whole.end()));
    commands.add(new UnitCommand(slice, prefixes, taken));
  }

  private static int prefixes(String word) {
    int at = 0;
    while (at < word.length() && PREFIXES.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
