package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files cut, spliced, repeated and sprinkled: no exception, the leaves still tile, every command
 * has a place in the file, and memory stays flat.
 */
@Tag("slow")
class MutationTest {

  private static final long SEED = 20_260_115;

  private static final int MUTANTS = 100_000;

  /** The lookup tables of the lexers may grow to some 20 MB each before they are dropped. */
  private static final long MAX_GROWTH = 64L << 20;

  private static final List<String> SEEDS =
      List.of(
          "# syntax=docker/dockerfile:1\nFROM a AS b\nRUN x \\\n # c\n && y <<E\n1\nE\n",
          "# escape=`\nFROM a\nCOPY [\"a\", \"b\"] `\r\n c\r\nENV a b c\nLABEL a=\"b c\" d='e'\n",
          "FROM a\nRUN <<A cat <<-'B' > c\n\ta\nA\n\tb\n\tB\nCOPY --chmod=777 a b\nUSER x\n",
          "\uFEFFFROM a\nRUN chmod -R a+rwx \"$x\" 'y z' && sudo mkdir -m 0777 /d; a | b > c 2>&1\n",
          "FROM a\nRUN if [ -n \"${A:-$(b `c`)}\" ]; then for x in 1 2; do f() { (d); }; done; fi\n"
              + "RUN case $a in (b|c) d;; *) [[ $e =~ ^f ]] && ((g++)) || h=(1 2) ;; esac\n",
          "ARG A=1\nFROM a:${A:+b} AS c\nARG A\nENV B=${A#*.} C=$B${D:-e}\nWORKDIR $C\n"
              + "COPY --from=c ${B%%/*} ./\nUSER ${A:?x}\nSHELL [\"bash\", \"-c\"]\n",
          "FROM a\nONBUILD RUN <<E\nsh -c \"find . -exec sh -c 'eval \\\"a b\\\"' {} +\"\nE\n"
              + "RUN [\"sh\", \"-c\", \"trap 'a $x' EXIT\"]\nRUN su - b -c $'c\\'d' <<< \"$e\"\n");

  private static final String SPICE = "\n\r\t \\`'\"<>$#=[]{}()|&;-\u0000\u00E9\uD83D\uDE00\uFEFF";

  @Test
  void aHundredThousandMutantsAreReadWithoutAnException() {
    Random random = new Random(SEED);
    DockerfileParser parser = new DockerfileParser();
    ScriptReader scripts = new ScriptReader();
    BaseImages images = new BaseImages();
    long settled = 0;
    for (int i = 0; i < MUTANTS; i++) {
      if (i == MUTANTS / 5) {
        settled = usedMemory();
      }
      SourceText source = SourceText.of("Dockerfile", mutant(random));
      Parsed<DockerfileTree> parsed = parser.parse(source);
      assertThat(parsed.tree().print())
          .as("mutant %d of seed %d", i, SEED)
          .isEqualTo(source.content());
      DockerfileModel model = DockerfileModel.of(parsed, scripts, images);
      assertThat(model.facets()).hasSizeGreaterThanOrEqualTo(model.steps().size());
      commandsHavePlaces(model, source);
    }
    assertThat(usedMemory() - settled).as("bytes that stayed").isLessThan(MAX_GROWTH);
  }

  private static void commandsHavePlaces(DockerfileModel model, SourceText source) {
    Span file = new Span(0, source.content().length());
    for (Step step : model.steps()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          assertThat(file.contains(command.name().unquoted().place().span())).isTrue();
          Invocation.of(command);
        }
      }
    }
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(Math.max(1, at));
        case 1 -> {
          String other = SEEDS.get(random.nextInt(SEEDS.size()));
          text.insert(at, other.substring(random.nextInt(other.length())));
        }
        case 2 -> text.insert(at, text.substring(at / 2, at).repeat(1 + random.nextInt(3)));
        default -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
      }
      text.setLength(Math.min(text.length(), 4_000));
    }
    return text.toString();
  }
}
