package dev.plimsoll.bench;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.LintRequest;
import dev.plimsoll.engine.LintSettings;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.Scope;
import dev.plimsoll.engine.TaskRunner;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Utf16Stream;
import dev.plimsoll.parse.dockerfile.DockerfileLexer;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.parse.shell.ShellParser;
import dev.plimsoll.parse.shell.ShellTokens;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All files of a folder, warm, on one thread: a bare pass of what ANTLR generated is the baseline,
 * our readers and models, and the whole engine with all rules, are what is measured. Run it with
 * {@code -p folder=…}.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DockerfileBenchmark {

  /** The folder with the Dockerfiles, all files below it. */
  @Param("testdata/demo")
  public String folder = "testdata/demo";

  private final DockerfileParser parser = new DockerfileParser();
  private final ScriptReader scriptReader = new ScriptReader();
  private final BaseImages images = new BaseImages();
  private final List<SourceText> texts = new ArrayList<>();
  private final List<ScriptTree> scripts = new ArrayList<>();
  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final Map<String, Language> languages = new TreeMap<>();
  private final Linter linter = linter();

  private Linter linter() {
    AllRules index = new AllRules();
    Configurations configurations = Configurations.load(workspace, CommandLineChoices.NONE, index);
    LintSettings settings =
        new LintSettings(TaskRunner.DIRECT, LocalDate.EPOCH, Fixes.NONE, Reach.TARGETS);
    return new Linter(index, configurations, settings);
  }

  @Setup
  public void read() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      paths.filter(Files::isRegularFile).forEach(this::add);
    }
  }

  private void add(Path path) {
    if (path.toString().endsWith("Dockerfile")) {
      try {
        String name = Path.of(folder).relativize(path).toString();
        workspace.put(name, Files.readAllBytes(path));
        languages.put(name, Language.DOCKERFILE);
        SourceText text = workspace.read(name).text();
        texts.add(text);
        addScripts(DockerfileModel.of(parser.parse(text), scriptReader, images));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void addScripts(DockerfileModel model) {
    for (Step step : model.steps()) {
      if (step instanceof Run run && run.script().tree().isPresent()) {
        scripts.add(run.script().tree().get());
      }
    }
  }

  /**
   * The baseline: the generated lexer over every file, and the generated shell parser, its tree
   * included, over every script that some shell runs there.
   */
  @Benchmark
  public int bareAntlr() {
    int count = 0;
    for (SourceText text : texts) {
      DockerfileLexer lexer = new DockerfileLexer(new Utf16Stream(text.content()));
      lexer.removeErrorListeners();
      lexer.mode(DockerfileLexer.BACKSLASH);
      while (lexer.nextToken().getType() != Token.EOF) {
        count++;
      }
    }
    for (ScriptTree script : scripts) {
      ShellTokens tokens = ShellTokens.ofScript(script.slice().text(), script.dialect());
      ShellParser parser = new ShellParser(new CommonTokenStream(tokens));
      parser.removeErrorListeners();
      count += parser.list().getChildCount();
    }
    return count;
  }

  /** Our own trees, and the models with stages, values, commands. */
  @Benchmark
  public int parseAndModel() {
    int count = 0;
    for (SourceText text : texts) {
      count += DockerfileModel.of(parser.parse(text), scriptReader, images).steps().size();
    }
    return count;
  }

  /** Parse, model, all rules of the profile. */
  @Benchmark
  public int lint() {
    LintRequest request =
        new LintRequest(workspace, languages, new Scope(languages.keySet()), Set.of(), List.of());
    return linter.lint(request).outcome().findings().size();
  }
}
