package dev.plimsoll.ruleindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build says to a rule that does not fit its folder, its name or its page. */
class RuleIndexProcessorTest {

  private static final String RULE =
      """
      package acme.rules.dockerfile.syntax;

      import dev.plimsoll.model.dockerfile.Run;
      import dev.plimsoll.rule.*;
      import java.util.List;

      @RuleInfo(
          id = "dockerfile/loud-run",
          title = "RUN is loud",
          severity = Severity.INFO,
          category = Category.STYLE,
          aliases = "acme:1",
          options = LoudRun.Options.class)
      public final class LoudRun extends DockerfileRule {
        public record Options(@Option(help = "words", byDefault = {"a", "b"}) List<String> words) {}

        @Override
        public void run(Run run, RuleContext context) {}
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void aPage() throws IOException {
    Files.createDirectories(folder.resolve("pages/dockerfile"));
    Files.writeString(folder.resolve("pages/dockerfile/loud-run.md"), "# dockerfile/loud-run\n");
  }

  private List<String> errors(String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Files.createDirectories(folder.resolve("out"));
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            diagnostics,
            List.of(
                "-d",
                folder.resolve("out").toString(),
                "-Aplimsoll.index=acme.index",
                "-Aplimsoll.rules=acme.rules",
                "-Aplimsoll.pages=" + folder.resolve("pages")),
            null,
            List.of(file));
    task.setProcessors(List.of(new RuleIndexProcessor()));
    task.call();
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(each.getMessage(Locale.ROOT));
      }
    }
    return errors;
  }

  @Test
  void aRuleThatFitsGetsAnIndexThatCompiles() throws IOException {
    assertThat(errors("LoudRun", RULE)).isEmpty();
    assertThat(folder.resolve("out/acme/index/AllRules.class")).exists();
    assertThat(Files.readString(folder.resolve("out/acme/index/DockerfileRuleTable.java")))
        .contains("case \"run\": return new int[] {0};")
        .contains("values.texts(\"words\", List.<String>of(\"a\", \"b\"))");
  }

  @Test
  void aRuleWithoutAPageIsAnError() throws IOException {
    Files.delete(folder.resolve("pages/dockerfile/loud-run.md"));
    assertThat(errors("LoudRun", RULE))
        .containsExactly("the rule has no page: write docs/rules/dockerfile/loud-run.md");
  }

  @Test
  void theFolderIsTheGroupAndOneOfTheVocabulary() throws IOException {
    assertThat(errors("LoudRun", RULE.replace("dockerfile.syntax", "dockerfile.noise")))
        .containsExactly("the folder noise is no group of the shared vocabulary");
    assertThat(errors("LoudRun", RULE.replace("acme.rules.dockerfile", "acme.rules.shell")))
        .containsExactly(
            "a rule with the id dockerfile/loud-run lies in acme.rules.dockerfile.syntax");
  }

  @Test
  void theClassIsCalledAsTheId() throws IOException {
    assertThat(errors("QuietRun", RULE.replace("LoudRun", "QuietRun")))
        .containsExactly("a rule with the id dockerfile/loud-run is called LoudRun");
  }

  @Test
  void aRuleWithoutAHookWouldNeverRun() throws IOException {
    assertThat(errors("LoudRun", RULE.replaceAll("(?s)@Override.*\\{\\}\n", "")))
        .containsExactly("the rule overrides no hook of DockerfileRule: it would never run");
  }

  @Test
  void anOptionNeedsHelpAndAFittingDefault() throws IOException {
    assertThat(errors("LoudRun", RULE.replaceAll("@Option\\(.*?\\)", "")))
        .contains("the option words needs @Option with its help");
    assertThat(errors("LoudRun", RULE.replace("List<String> words", "int words")))
        .contains("the default does not fit the option's type");
  }

  @Test
  void anOptionMayBeAMapping() throws IOException {
    String map = RULE.replace("List<String> words", "java.util.Map<String, String> words");
    assertThat(errors("LoudRun", map.replace(", byDefault = {\"a\", \"b\"}", ""))).isEmpty();
    assertThat(Files.readString(folder.resolve("out/acme/index/DockerfileRuleTable.java")))
        .contains("values.entries(\"words\")");
    assertThat(Files.readString(folder.resolve("out/acme/index/Metadata.java")))
        .contains("new RuleMeta.OptionMeta(\"words\", \"map\", List.<String>of(), \"words\"");
    assertThat(errors("LoudRun", map)).contains("the default does not fit the option's type");
  }

  @Test
  void aPatternIsExplained() throws IOException {
    String help = "help = \"words\", ";
    String pattern = RULE.replace(help, help + "pattern = \"[^\\\"]+\", ");
    assertThat(errors("LoudRun", pattern))
        .containsExactly("a pattern is for texts, and goes with a form that says what it wants");
    assertThat(errors("LoudRun", pattern.replace(help, help + "form = \"no quotes\", "))).isEmpty();
  }
}
