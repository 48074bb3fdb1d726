package dev.plimsoll.parse.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellReaderTest {

  private static Parsed<ScriptTree> read(String script, Dialect dialect) {
    SourceText source = SourceText.of("run.sh", script);
    return new ShellReader().read(source.slice(new Span(0, script.length())), dialect);
  }

  private static String shape(String script, Dialect dialect) {
    Parsed<ScriptTree> parsed = read(script, dialect);
    assertThat(parsed.problems()).as(script).isEmpty();
    return Shape.of(parsed.tree().body());
  }

  private static String written(String cell) {
    return cell.replace("\\n", "\n").replace("\\t", "\t");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "a b && c || d; e | f & g\\nh ¦ [a b] && [c] || [d]; [e] | [f] &; [g]; [h]",
        "a &&\\n\\nb |\\nc ¦ [a] && [b] | [c]",
        "! a | b ¦ ! [a] | [b]",
        "a 'b c' \"d e\" f\\ g ¦ [a 'b c' \"d e\" f\\ g]",
        "A=1 B= c D=2 ¦ [A:1 B: c D=2]",
        "A=1 ¦ [A:1 ]",
        "a > b 2>&1 c </d ¦ [a c] >b 2>&1 </d",
        ">x a ¦ [a] >x",
        "a # b; c\\nd ¦ [a]; [d]",
        "a#b ¦ [a#b]",
        "echo 2 >x ¦ [echo 2] >x",
        "{ a; b; } >x ¦ group([a]; [b]) >x",
        "{a } ¦ [{a }]",
        "(a; b) | c ¦ subshell([a]; [b]) | [c]",
        "if a; then b; elif c\\nthen d; else e; fi ¦"
            + " if([a])then([b])if([c])then([d])else([e])",
        "while a; do b; done <f ¦ while([a])do([b]) <f",
        "until a; b; do c; done ¦ until([a]; [b])do([c])",
        "for x in a \"$b\"; do c; done ¦ for(x in a \"$b\")do([c])",
        "for x\\ndo c; done ¦ for(x)do([c])",
        "for x in; do c; done ¦ for(x in )do([c])",
        "case $x in a|b) c;; (d) ;; *) e; esac ¦ case($x a b->([c]) d->() *->([e]))",
        "case x in\\nesac ¦ case(x)",
        "f() { a; } ¦ function(f group([a]))",
        "f() (a) >x ¦ function(f subshell([a]) >x)",
        "echo if then for ¦ [echo if then for]",
        "'if' a ¦ ['if' a]",
        "a $(b c) ¦ [a $(b c)<[b c]>]",
        "a \"x$(b \"$(c)\")y\" ¦ [a \"x$(b \"$(c)\")y\"<[b \"$(c)\"<[c]>]>]",
        "a `b \\`c\\`` ¦ [a `b \\`c\\``<[b `c`<[c]>]>]",
        "A=$(b) c ¦ [A:$(b) c]",
        "a ${x:-$(b)} ${y%\"}\"} ¦ [a ${x:-$(b)}<[b]> ${y%\"}\"}]",
        "a $((1 + (2 * $(b)))) ¦ [a $((1 + (2 * $(b))))<[b]>]",
        "a $((b); (c)) ¦ [a $((b); (c))<subshell([b]); subshell([c])>]",
        "cat <<E; d\\nx $(y)\\nE\\nz ¦ [cat] <<E{x $(y)\\n}<[y]>; [d]; [z]",
        "cat <<'E'\\nx $(y)\\nE ¦ [cat] <<'E'{x $(y)\\n}",
        "cat <<-E\\n\\tx\\n\\tE\\nb ¦ [cat] <<-E{\\tx\\n}; [b]",
        "cat <<A <<B\\n1\\nA\\n2\\nB ¦ [cat] <<A{1\\n} <<B{2\\n}",
        "a \\\\nb ¦ [a b]",
        "a b\\\\nc ¦ [a b\\\\nc]",
      })
  void readsWhatEveryShellReads(String script, String expected) {
    assertThat(shape(written(script), Dialect.POSIX)).isEqualTo(written(expected));
    assertThat(shape(written(script), Dialect.BASH)).isEqualTo(written(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "[[ $a == b* && ! -f $(c) ]] || d ¦ condition($a == b* && ! -f $(c)<[c]>) || [d]",
        "[[ $a =~ ^(b|c)$ ]] ¦ condition($a =~ ^(b|c)$)",
        "[[ a && !( -v b )]] ¦ condition(a && ! ( -v b ))",
        "[[ $a == !(b|c) ]] ¦ condition($a == !(b|c))",
        "(( i++ )) && a ¦ arithmetic && [a]",
        "for ((i = 0; i < 3; i++)); do a; done ¦ for((()do([a])",
        "select x in a b; do c; done ¦ select(x in a b)do([c])",
        "function f { a; } ¦ function(f group([a]))",
        "A=(b \"$(c)\" [2]=d) ¦ [A:(b \"$(c)\" [2]=d) ]",
        "A+=(b) B[1]=c ¦ [A:(b) B:c ]",
        "a &> b |& c ¦ [a] &>b | [c]",
        "a <<< \"$b\" ¦ [a] <<<\"$b\"",
        "diff <(a) >(b) ¦ [diff <(a)<[a]> >(b)<[b]>]",
        "a $'b\\'c' ¦ [a $'b\\'c']",
        "rm !(a|b) ¦ [rm !(a|b)]",
        "case x in a) b ;& c) d ;;& esac ¦ case(x a->([b]) c->([d]))",
        "time a ¦ time [a]",
      })
  void readsWhatBashAdds(String script, String expected) {
    assertThat(shape(written(script), Dialect.BASH)).isEqualTo(written(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "[[ a ]] ¦ [[[ a ]]]",
        "time a ¦ [time a]",
        "a &> b ¦ [a] &; [] >b",
        "echo $'a' ¦ [echo $'a']",
        "select x ¦ [select x]",
      })
  void posixKnowsNoneOfIt(String script, String expected) {
    assertThat(shape(script, Dialect.POSIX)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "if a; then b ¦ 0 ¦ `if` is never closed: fi is missing",
        "while a; do b ¦ 0 ¦ `while` is never closed: done is missing",
        "a && (b ¦ 5 ¦ `(` is never closed: ) is missing",
        "{ a ¦ 0 ¦ `{` is never closed: } is missing",
        "a \"b $(c) ¦ 2 ¦ `\"` is never closed: \" is missing",
        "a 'b ¦ 2 ¦ the quote ' is never closed",
        "a; ; b ¦ 3 ¦ the shell expects no `;` here",
        "&& a ¦ 0 ¦ the shell expects no `&&` here",
        "a; fi ¦ 3 ¦ the shell expects no `fi` here",
        "a ) ¦ 2 ¦ the shell expects no `)` here",
        "if a; then fi ¦ 11 ¦ a command is missing here: write `:` to do nothing",
        "for }x in a; do b; done ¦ 4 ¦ a loop's variable is a name: letters, digits and underscores",
        "a && ¦ 4 ¦ the script ends before its last command is complete",
      })
  void saysWhatTheShellWouldRefuse(String script, int at, String message) {
    assertThat(read(script, Dialect.POSIX).problems())
        .extracting(problem -> problem.slice().span().start() + " " + problem.message())
        .containsExactly(at + " " + message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "a; fi; b ¦ [a]; [b]",
        "a; ) b ¦ [a]; [b]",
        "a; ; b ¦ [a]; [b]",
        "a\\nif b; then\\nc\\n ¦ [a]; unknown",
        "f() ( a; done ); b ¦ unknown; [b]",
      })
  void readsOnAfterAnError(String script, String expected) {
    Parsed<ScriptTree> parsed = read(written(script), Dialect.BASH);
    assertThat(parsed.problems()).hasSize(1);
    assertThat(Shape.of(parsed.tree().body())).isEqualTo(expected);
  }

  @Test
  void bashTakesBracesForDoAndDone() {
    assertThat(read("for ((a = 1; a < 3; a++)) {\n  b\n}", Dialect.BASH).problems()).isEmpty();
    assertThat(read("for a in b; { c; }", Dialect.BASH).problems()).isEmpty();
    assertThat(read("for a { b; }", Dialect.POSIX).problems()).hasSize(1);
  }

  @Test
  void bashClosesNoConditionThatIsNotOpen() {
    assertThat(read("a\n]]", Dialect.BASH).problems()).hasSize(1);
    assertThat(shape("a\n]]", Dialect.POSIX)).isEqualTo("[a]; []]]");
  }

  @Test
  void aScriptOfNothingButCommentsHasNoCommands() {
    assertThat(shape("  ", Dialect.POSIX)).isEmpty();
    assertThat(shape("# only\n# comments", Dialect.POSIX)).isEmpty();
    assertThat(read("a # b\n$(c # d\n)", Dialect.BASH).tree().comments())
        .extracting(Slice::text)
        .containsExactly("# b", "# d");
  }

  @Test
  void givesUpOnScriptsNestedBeyondReason() {
    String deep = "( ".repeat(10_000) + "a" + ")".repeat(10_000);
    assertThat(read(deep, Dialect.BASH).problems())
        .singleElement()
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.LIMIT);
    String nested = "$(a ".repeat(100) + ")".repeat(100);
    assertThat(read(nested, Dialect.BASH).problems()).isEmpty();
  }
}
