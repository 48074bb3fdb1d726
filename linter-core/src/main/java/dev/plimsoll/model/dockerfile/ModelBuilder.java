package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts each instruction into its stage, gives it its address and says what is in force there. */
final class ModelBuilder {

  private final Parsed<DockerfileTree> parsed;
  private final DockerfileTree tree;
  private final RunScripts scripts;
  private final SourceFinder sources;
  private final StageOpener opener;
  private final StageNames names;
  private final BuildArguments given;
  private final List<Step> steps = new ArrayList<>();
  private Optional<OpenStage> open = Optional.empty();
  private Optional<String> shellByComment = Optional.empty();
  private BuildState state;
  private StateChanges changes;
  private int nextComment;

  ModelBuilder(
      Parsed<DockerfileTree> parsed,
      ScriptReader scripts,
      BaseImages images,
      BuildArguments given) {
    this.parsed = parsed;
    this.tree = parsed.tree();
    this.scripts = new RunScripts(scripts);
    this.sources = new SourceFinder(tree);
    this.names = new StageNames(sources.count());
    this.opener = new StageOpener(tree.escape(), sources, images);
    this.state = opener.beforeStages(new Slice(tree.source(), Span.at(0)));
    this.given = given;
    this.changes = new StateChanges(Optional.empty(), given);
  }

  DockerfileModel build() {
    for (Instruction instruction : tree.instructions()) {
      readComments(instruction.slice().span().start());
      if (instruction instanceof Instruction.From from) {
        open(from);
      } else {
        add(step(instruction));
        BuildState seen = state.after(instruction);
        state = changes.after(instruction, seen, open.isPresent() && open.get().hasCmd());
      }
    }
    close();
    return new DockerfileModel(tree, parsed.problems(), sources.stages(), steps);
  }

  private void add(Step step) {
    steps.add(step);
    if (open.isPresent()) {
      open.get().add(step);
    }
  }

  private void open(Instruction.From from) {
    close();
    if (sources.stages().isEmpty()) {
      changes = new StateChanges(Optional.of(state.environment()), given);
    }
    shellByComment = Optional.empty();
    Word image = from.image();
    Base base = opener.base(image, changes.globals().orElseThrow());
    int index = sources.stages().size();
    OpenStage stage = new OpenStage(names.anchor(from, index), index, from, base);
    open = Optional.of(stage);
    add(new StageStart(stage.anchor().child(from.name()), from, index, state));
    state = opener.start(base, image);
  }

  private void close() {
    if (open.isPresent()) {
      sources.add(open.get().close(state));
    }
  }

  /** Takes note of the comments before an instruction that name the shell of those after them. */
  private void readComments(int end) {
    List<Comment> comments = tree.comments();
    while (nextComment < comments.size()
        && comments.get(nextComment).slice().span().start() < end) {
      Optional<String> program = ShellNames.pragma(comments.get(nextComment).slice().text());
      shellByComment = program.isPresent() ? program : shellByComment;
      nextComment++;
    }
  }

  private Step step(Instruction instruction) {
    Anchor anchor = stageAnchor().child(instruction.name());
    if (instruction instanceof Instruction.Run run) {
      return run(anchor, instruction, run);
    }
    if (instruction instanceof Instruction.Onbuild onbuild
        && onbuild.trigger() instanceof Instruction.Run run) {
      return run(anchor.child(run.name()), instruction, run);
    }
    if (instruction instanceof Instruction.Copy copy) {
      return new Copy(anchor, copy, source(copy), state);
    }
    if (instruction instanceof Instruction.Pairs pairs) {
      return new KeyValues(anchor, pairs, pairs.pairs(), state);
    }
    if (instruction instanceof Instruction.LegacyPair legacy) {
      return new KeyValues(anchor, legacy, List.of(legacy.pair()), state);
    }
    if (instruction instanceof Instruction.Unknown unknown) {
      return new UnknownInstruction(stageAnchor().child("?"), unknown, state);
    }
    Optional<CommandLine> line = ContainerCommand.line(instruction);
    if (line.isPresent()) {
      Script script = scripts.read(anchor, line.get(), state.shell().program(), image());
      return new ContainerCommand(anchor, instruction, line.get(), script, image(), state);
    }
    return new Plain(anchor, instruction, state);
  }

  private Optional<BaseImage> image() {
    return open.isPresent() ? open.get().image() : Optional.empty();
  }

  private Optional<Source> source(Instruction.Copy copy) {
    Optional<Flag> from = copy.flag("from");
    return from.isEmpty() || from.get().value().isEmpty()
        ? Optional.empty()
        : Optional.of(sources.find(from.get().value().get().text()));
  }

  private Anchor stageAnchor() {
    return open.isPresent() ? open.get().anchor() : Anchor.FILE;
  }

  private Run run(Anchor anchor, Instruction whole, Instruction.Run run) {
    List<Mount> mounts = new ArrayList<>();
    for (Flag flag : run.flags()) {
      if (flag.name().text().equals("mount")) {
        mounts.add(Mount.of(flag, state, sources));
      }
    }
    String shell = shellByComment.orElse(state.shell().program());
    Script script = scripts.read(anchor, run, shell, image());
    Optional<Run> previous = open.isPresent() ? open.get().lastRun() : Optional.empty();
    return new Run(anchor, whole, run, mounts, script, image(), previous, state);
  }
}
