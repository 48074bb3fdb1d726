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
import dev.plimsoll.parse.Utf16Stream;
import dev.plimsoll.parse.dockerfile.DockerfileLexer;
import dev.plimsoll.source.MemoryWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * All files of a folder, warm, on one thread: the bare pass of the generated lexer is the baseline,
 * the whole engine with all rules what is measured. Run it with {@code -p folder=…}.
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

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final Set<String> files = new TreeSet<>();
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
        files.add(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The baseline: every token of every file, by the grammar's default mode alone. */
  @Benchmark
  public int bareLexer() throws IOException {
    int tokens = 0;
    for (String file : files) {
      String text = new String(workspace.read(file).bytes(), StandardCharsets.UTF_8);
      DockerfileLexer lexer = new DockerfileLexer(new Utf16Stream(text));
      lexer.removeErrorListeners();
      lexer.mode(DockerfileLexer.BACKSLASH);
      while (lexer.nextToken().getType() != Token.EOF) {
        tokens++;
      }
    }
    return tokens;
  }

  /** Parse, model, all rules of the profile. */
  @Benchmark
  public int lint() {
    LintRequest request =
        new LintRequest(workspace, List.copyOf(files), new Scope(files), Set.of(), List.of());
    return linter.lint(request).outcome().findings().size();
  }
}
