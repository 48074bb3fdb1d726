package dev.plimsoll.model.script;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.small.UnitCommands;
import dev.plimsoll.parse.small.UnitReader;
import dev.plimsoll.parse.small.tree.UnitCommand;
import dev.plimsoll.parse.small.tree.UnitFile;
import dev.plimsoll.parse.small.tree.UnitWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A systemd unit: the commands in it. What systemd itself would say of it is not looked at.
 *
 * @param lines in the order of the text
 * @param comments each on a line of its own
 * @param environment the secrets that it sets for its commands
 */
public record UnitModel(
    SourceText source, List<Line> lines, List<Slice> comments, List<Place> environment)
    implements SourceModel {

  /**
   * A setting that holds commands.
   *
   * @param commands none where a later setting takes them back
   * @param words all that the commands are made of
   */
  record Line(Anchor anchor, Slice value, List<UnitScript> commands, List<Place> words) {
    Line {
      commands = List.copyOf(commands);
      words = List.copyOf(words);
    }
  }

  public UnitModel {
    lines = List.copyOf(lines);
    comments = List.copyOf(comments);
    environment = List.copyOf(environment);
  }

  public static UnitModel of(SourceText source, ScriptReader scripts) {
    UnitFile unit = UnitReader.read(source);
    UnitUser user = new UnitUser(unit, source);
    Map<String, Integer> emptied = emptied(unit);
    List<Line> lines = new ArrayList<>();
    List<Place> secrets = new ArrayList<>();
    for (int i = 0; i < unit.settings().size(); i++) {
      UnitFile.Setting setting = unit.settings().get(i);
      if (setting.key().startsWith("Exec")) {
        boolean counts = emptied.getOrDefault(setting.key(), -1) < i;
        lines.add(line(setting, counts, user, scripts));
      } else if (setting.key().equals("Environment")) {
        secrets(setting.value(), secrets);
      }
    }
    return new UnitModel(source, lines, unit.comments(), secrets);
  }

  private static Line line(
      UnitFile.Setting setting, boolean counts, UnitUser user, ScriptReader scripts) {
    Anchor anchor = Anchor.FILE.child(setting.key());
    List<UnitScript> commands = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    if (counts) {
      for (UnitCommand command : UnitCommands.read(setting.value())) {
        Script script = script(anchor, command, scripts);
        Value by = user.of(command, setting.key());
        commands.add(new UnitScript(anchor, script, by, user.folder(command)));
        for (UnitWord word : command.words()) {
          places.add(word.slice().place());
        }
      }
    }
    return new Line(anchor, setting.value(), commands, places);
  }

  private static void secrets(Slice environment, List<Place> places) {
    for (UnitWord word : UnitCommands.words(environment)) {
      String text = word.slice().text();
      int equals = text.indexOf('=');
      if (equals >= 0
          && equals + 1 < text.length()
          && SecretNames.announcesSecret(text.substring(0, equals))) {
        places.add(word.slice().part(equals + 1, text.length()).place());
      }
    }
  }

  /** By key the place of the last empty setting, which takes back those before it. */
  private static Map<String, Integer> emptied(UnitFile unit) {
    Map<String, Integer> emptied = new HashMap<>();
    for (int i = 0; i < unit.settings().size(); i++) {
      UnitFile.Setting setting = unit.settings().get(i);
      if (setting.value().span().isEmpty()) {
        emptied.put(setting.key(), i);
      }
    }
    return emptied;
  }

  private static Script script(Anchor anchor, UnitCommand command, ScriptReader scripts) {
    List<ShellWord> words = new ArrayList<>();
    for (UnitWord word : command.words()) {
      words.add(ShellWord.verbatim(word.slice(), word.expansions()));
    }
    return scripts.read(anchor, command.slice(), words, new Shells(Dialect.BASH));
  }

  /** All commands, in the order of the text. */
  public List<UnitScript> commands() {
    List<UnitScript> commands = new ArrayList<>();
    for (Line line : lines) {
      commands.addAll(line.commands());
    }
    return commands;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (UnitScript command : commands()) {
      problems.addAll(command.script().problems());
    }
    return problems;
  }

  /** Where a command begins with a mark of Go's, Jinja's or ERB's templates. */
  @Override
  public Optional<Slice> template() {
    for (Line line : lines) {
      if (TemplateLine.isMarked(line.value().text())) {
        return Optional.of(line.value());
      }
    }
    return Optional.empty();
  }

  /** Those of the commands, and what stands around their words without the comments. */
  @Override
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    List<Span> gaps = new ArrayList<>();
    for (Line line : lines) {
      for (UnitScript command : line.commands()) {
        facets.addAll(command.script().facets());
      }
      for (Place word : line.words()) {
        gaps.add(word.span());
      }
    }
    for (Slice comment : comments) {
      gaps.add(line(comment.place().span()));
    }
    gaps.sort(null);
    facets.add(new Facet(Anchor.FILE, around(gaps)));
    return facets;
  }

  /** All of the line, with its ending. */
  private Span line(Span comment) {
    int newline = source.content().indexOf('\n', comment.end());
    return new Span(
        source.content().lastIndexOf('\n', comment.start()) + 1,
        newline < 0 ? source.content().length() : newline + 1);
  }

  private String around(List<Span> gaps) {
    StringBuilder around = new StringBuilder();
    int at = 0;
    for (Span gap : gaps) {
      around.append(source.content(), at, Math.max(at, gap.start()));
      at = Math.max(at, gap.end());
    }
    return around.append(source.content(), at, source.content().length()).toString();
  }

  @Override
  public List<Place> secrets() {
    List<Place> places = new ArrayList<>(ScriptSecrets.in(source, commands()));
    places.addAll(environment);
    return places;
  }

  /** The commands of the line after it, or those after it in the line that it interrupts. */
  @Override
  public CommentSite site(Slice comment) {
    int end = comment.place().span().end();
    Standing standing = Standing.HEAD;
    for (Line line : lines) {
      Span span = line.value().place().span();
      if (span.start() >= end) {
        return new CommentSite(line.anchor(), span, standing);
      }
      standing = Standing.BODY;
      for (UnitScript command : line.commands()) {
        CommentSite site = command.script().siteAfter(end);
        if (span.end() > end && !site.span().isEmpty()) {
          return site;
        }
      }
    }
    return new CommentSite(Anchor.FILE, Span.at(end), standing);
  }
}
