package dev.plimsoll.policy;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile as a tree, for paths: {@code instructions}, each with its {@code keyword}, {@code
 * arguments}, {@code flags} and {@code pairs}, and the {@code stages} that hold them.
 */
final class DockerfileOutline {

  private final Map<Instruction, YamlNode> instructions = new HashMap<>();

  private DockerfileOutline() {}

  static YamlNode of(DockerfileModel model) {
    return new DockerfileOutline().file(model);
  }

  private YamlNode file(DockerfileModel model) {
    Slice start = model.source().slice(Span.at(0));
    List<YamlNode> all = new ArrayList<>();
    for (Step step : model.steps()) {
      all.add(instruction(step.tree()));
    }
    List<YamlNode> stages = new ArrayList<>();
    for (Stage stage : model.stages()) {
      stages.add(stage(stage));
    }
    Slice first = model.steps().isEmpty() ? start : model.steps().get(0).tree().keyword().slice();
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(first, "instructions", list(first, all)));
    entries.add(entry(first, "stages", list(first, stages)));
    return new Mapping(first, entries, Properties.NONE);
  }

  private YamlNode stage(Stage stage) {
    Instruction.From from = stage.from();
    Slice keyword = from.keyword().slice();
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(keyword, "image", word(from.image())));
    if (from.stage().isPresent()) {
      entries.add(entry(keyword, "name", word(from.stage().get())));
    }
    List<YamlNode> own = new ArrayList<>();
    for (Step step : stage.steps()) {
      own.add(instruction(step.tree()));
    }
    entries.add(entry(keyword, "instructions", list(keyword, own)));
    return new Mapping(from.slice(), entries, Properties.NONE);
  }

  private YamlNode instruction(Instruction tree) {
    YamlNode known = instructions.get(tree);
    if (known != null) {
      return known;
    }
    Slice keyword = tree.keyword().slice();
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(keyword, "keyword", text(keyword, tree.name())));
    List<YamlNode> arguments = arguments(tree);
    if (!arguments.isEmpty()) {
      entries.add(entry(keyword, "arguments", list(keyword, arguments)));
    }
    if (!tree.flags().isEmpty()) {
      entries.add(entry(keyword, "flags", flags(tree)));
    }
    List<Entry> pairs = pairs(tree);
    if (!pairs.isEmpty()) {
      entries.add(entry(keyword, "pairs", new Mapping(keyword, pairs, Properties.NONE)));
    }
    if (tree instanceof Instruction.Onbuild onbuild) {
      entries.add(entry(keyword, "trigger", instruction(onbuild.trigger())));
    }
    YamlNode made = new Mapping(tree.slice(), entries, Properties.NONE);
    instructions.put(tree, made);
    return made;
  }

  private static YamlNode flags(Instruction tree) {
    List<Entry> flags = new ArrayList<>();
    for (Flag flag : tree.flags()) {
      flags.add(new Entry(word(flag.name()), value(flag.value(), flag.name().slice())));
    }
    return new Mapping(tree.keyword().slice(), flags, Properties.NONE);
  }

  private static List<Entry> pairs(Instruction tree) {
    List<Entry> entries = new ArrayList<>();
    if (tree instanceof Instruction.Pairs pairs) {
      for (Pair pair : pairs.pairs()) {
        entries.add(new Entry(word(pair.name()), word(pair.value())));
      }
    } else if (tree instanceof Instruction.LegacyPair legacy) {
      entries.add(new Entry(word(legacy.pair().name()), word(legacy.pair().value())));
    } else if (tree instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        Word name = definition.name();
        entries.add(new Entry(word(name), value(definition.value(), name.slice())));
      }
    }
    return entries;
  }

  private static List<YamlNode> arguments(Instruction tree) {
    if (tree instanceof Instruction.Run run) {
      return command(run.command());
    }
    if (tree instanceof Instruction.Cmd cmd) {
      return command(cmd.command());
    }
    if (tree instanceof Instruction.Entrypoint entrypoint) {
      return command(entrypoint.command());
    }
    if (tree instanceof Instruction.Healthcheck check && check.command().isPresent()) {
      return command(check.command().get());
    }
    if (tree instanceof Instruction.Refused refused) {
      return List.of(text(refused.body(), refused.body().text()));
    }
    if (tree instanceof Instruction.Unknown unknown) {
      return List.of(text(unknown.body(), unknown.body().text()));
    }
    List<YamlNode> arguments = new ArrayList<>();
    for (Word word : words(tree)) {
      arguments.add(word(word));
    }
    return arguments;
  }

  private static List<Word> words(Instruction tree) {
    if (tree instanceof Instruction.Copy copy) {
      List<Word> words = new ArrayList<>(copy.sources());
      words.add(copy.target());
      return words;
    }
    if (tree instanceof Instruction.Shell shell) {
      return shell.words();
    }
    if (tree instanceof Instruction.Expose expose) {
      return expose.ports();
    }
    return tree instanceof Instruction.Volume volume ? volume.paths() : single(tree);
  }

  private static List<Word> single(Instruction tree) {
    if (tree instanceof Instruction.From from) {
      return List.of(from.image());
    }
    if (tree instanceof Instruction.User user) {
      return List.of(user.user());
    }
    if (tree instanceof Instruction.Workdir workdir) {
      return List.of(workdir.path());
    }
    if (tree instanceof Instruction.StopSignal signal) {
      return List.of(signal.signal());
    }
    if (tree instanceof Instruction.Healthcheck check) {
      return List.of(check.type());
    }
    return tree instanceof Instruction.Maintainer maintainer
        ? List.of(maintainer.text())
        : List.of();
  }

  private static List<YamlNode> command(CommandLine command) {
    if (command instanceof CommandLine.ExecForm exec) {
      List<YamlNode> words = new ArrayList<>();
      for (Word word : exec.words()) {
        words.add(word(word));
      }
      return words;
    }
    Slice slice = command.slice();
    return slice.span().isEmpty() ? List.of() : List.of(text(slice, slice.text()));
  }

  private static YamlNode value(Optional<Word> word, Slice otherwise) {
    return word.isPresent()
        ? word(word.get())
        : new Scalar(otherwise.end(), "", Style.PLAIN, Properties.NONE);
  }

  private static Scalar word(Word word) {
    return text(word.slice(), unquoted(word.text()));
  }

  /** The word without the quotes around it, where it has a pair of them. */
  static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(last) == text.charAt(0);
    return quoted ? text.substring(1, last) : text;
  }

  /** All that stands in a Dockerfile is text. */
  private static Scalar text(Slice slice, String text) {
    return new Scalar(slice, text, Style.DOUBLE_QUOTED, Properties.NONE);
  }

  private static Entry entry(Slice place, String key, YamlNode value) {
    return new Entry(text(place, key), value);
  }

  private static YamlNode list(Slice place, List<YamlNode> items) {
    return new Sequence(place, items, Properties.NONE);
  }
}
