package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileParserTest {

  private static Parsed<DockerfileTree> parse(String text) {
    return new DockerfileParser().parse(SourceText.of("Dockerfile", text));
  }

  private static List<Instruction> instructions(String text) {
    return parse(text).tree().instructions();
  }

  private static List<String> problems(String text) {
    return parse(text).problems().stream().map(Problem::message).toList();
  }

  private static Instruction.Copy copy(String text) {
    return (Instruction.Copy) instructions(text).get(0);
  }

  @Test
  void keywordsAreReadWhateverTheirCase() {
    assertThat(instructions("from a AS b\nRun x\n"))
        .extracting(Instruction::name)
        .containsExactly("FROM", "RUN");
  }

  @Test
  void aContinuedInstructionIsOneAndItsCommentsVanish() {
    String text = "RUN a \\\n  # why\n\n  && b\nUSER c\n";
    List<Instruction> found = instructions(text);
    assertThat(found).hasSize(2);
    assertThat(((Instruction.Run) found.get(0)).command().slice().text()).isEqualTo("a   && b");
    assertThat(parse(text).tree().comments())
        .extracting(comment -> comment.slice().text(), Comment::withinInstruction)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("# why", true));
  }

  @Test
  void twoEscapeCharactersAtTheEndContinueNothing() {
    assertThat(instructions("RUN echo \\\\\nRUN b\n")).hasSize(2);
  }

  @Test
  void theEscapeDirectiveChangesTheEscapeCharacter() {
    String text = "# escape=`\nFROM a\nCOPY a `\n  C:\\b\\\n";
    assertThat(parse(text).tree().escape()).isEqualTo('`');
    Instruction.Copy copy = (Instruction.Copy) instructions(text).get(1);
    assertThat(copy.target().text()).isEqualTo("C:\\b\\");
  }

  @Test
  void directivesEndAtTheFirstOrdinaryComment() {
    assertThat(parse("# syntax=docker/dockerfile:1\n# hello\n# escape=`\nFROM a\n").tree())
        .satisfies(
            tree -> {
              assertThat(tree.directives()).extracting(Directive::name).containsExactly("syntax");
              assertThat(tree.escape()).isEqualTo('\\');
            });
  }

  @Test
  void aBlankLineEndsTheDirectives() {
    assertThat(parse("\n# escape=`\nFROM a\n").tree().escape()).isEqualTo('\\');
    assertThat(parse("# check=skip=all\n# escape=`\nFROM a\n").tree().escape()).isEqualTo('`');
  }

  @Test
  void heredocBodiesFollowInOrder() {
    Instruction.Copy copy = copy("COPY <<A <<-\"B\" /x/\none\nA\n\ttwo\n\tB\nRUN y\n");
    assertThat(copy.heredocs())
        .extracting(Heredoc::delimiter, Heredoc::expands, heredoc -> heredoc.body().text())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A", true, "one\n"),
            org.assertj.core.groups.Tuple.tuple("B", false, "\ttwo\n"));
    assertThat(copy.sources()).isEmpty();
    assertThat(copy.target().text()).isEqualTo("/x/");
  }

  @Test
  void anUnbalancedQuoteSwitchesHeredocsOff() {
    assertThat(instructions("RUN echo ' <<EOF\nRUN b\nEOF\n"))
        .extracting(Instruction::name)
        .containsExactly("RUN", "RUN", "EOF");
  }

  @Test
  void aHeredocThatNeverEndsIsAProblem() {
    assertThat(problems("FROM a\nRUN <<EOF\na\n"))
        .containsExactly("the heredoc is never ended: add a line that reads EOF");
  }

  @Test
  void environmentPairsKeepTheirQuotes() {
    Instruction.Pairs pairs =
        (Instruction.Pairs) instructions("ENV a=\"b c\" d=e\\ f g='h'\n").get(0);
    assertThat(pairs.pairs())
        .extracting(pair -> pair.name().text() + " is " + pair.value().text())
        .containsExactly("a is \"b c\"", "d is e\\ f", "g is 'h'");
  }

  @Test
  void theOldFormTakesTheRestOfTheLine() {
    Instruction.LegacyPair legacy = (Instruction.LegacyPair) instructions("ENV a b c=d\n").get(0);
    assertThat(legacy.pair().value().text()).isEqualTo("b c=d");
  }

  @Test
  void copyTakesJsonToo() {
    Instruction.Copy copy = copy("COPY --chmod=644 [\"a b\", \"/c\"]\n");
    assertThat(copy.sources()).extracting(word -> word.text()).containsExactly("a b");
    assertThat(copy.flag("chmod")).isPresent();
  }

  @Test
  void whatTheBuilderRefusesIsAProblemAndTheRestIsRead() {
    String text = "FROM\nCOPY a\nENV a\nENV a=b c\nUSER\nUSER x\n";
    assertThat(problems(text)).hasSize(5);
    assertThat(instructions(text)).hasSize(6);
  }

  @Test
  void aFileWithoutInstructionsIsAProblem() {
    assertThat(problems("")).containsExactly("the file has no instructions");
    assertThat(problems("# only this\n\n")).containsExactly("the file has no instructions");
  }

  @Test
  void aLineTooLongForTheBuilderIsAProblem() {
    assertThat(problems("FROM a\nRUN " + "x".repeat(70_000) + "\n")).hasSize(1);
    assertThat(problems("FROM a\nRUN " + "x".repeat(60_000) + "\n")).isEmpty();
  }

  @Test
  void anUnknownKeywordIsKept() {
    assertThat(instructions("FROM a\nRNU b\n").get(1)).isInstanceOf(Instruction.Unknown.class);
  }
}
