package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.testkit.Page.Case;
import dev.plimsoll.testkit.Page.Kind;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the samples of a rule's page: findings match both ways, fixes byte for byte. */
public final class PageRunner {

  private final RuleIndex index;
  private final RuleMeta rule;
  private final Page page;

  public PageRunner(RuleIndex index, RuleMeta rule, Page page) {
    this.index = index;
    this.rule = rule;
    this.page = page;
  }

  /** The page has what every page needs. */
  public void checkShape() {
    assertThat(kinds()).as("%s.md: samples", page.ruleId()).contains(Kind.BAD, Kind.GOOD);
    boolean fixable = rule.fix() == Safety.SAFE || rule.fix() == Safety.UNSAFE;
    assertThat(kinds().contains(Kind.FIXED))
        .as("%s.md: a rule that fixes has a fixed sample, another has none", page.ruleId())
        .isEqualTo(fixable);
  }

  private List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Case each : page.cases()) {
      kinds.add(each.kind());
    }
    return kinds;
  }

  /** Runs the samples with one line ending, LF or CRLF: both must say the same. */
  public void run(String lineEnding) {
    Case bad = page.cases().get(0);
    for (Case each : page.cases()) {
      switch (each.kind()) {
        case BAD -> {
          bad = each;
          checkFindings(each, lineEnding);
        }
        case GOOD -> checkFindings(each, lineEnding);
        case FIXED -> checkFix(bad, each, lineEnding);
      }
    }
  }

  private Sample sample(Map<String, String> files, String lineEnding) {
    // The engine's own rules judge what hides other rules' findings, so those must run too.
    Sample sample = Sample.of(index);
    sample = rule.language().equals("plimsoll") ? sample : sample.only(page.ruleId());
    for (Map.Entry<String, String> file : files.entrySet()) {
      String text = Expectations.of(file.getValue()).text();
      sample = sample.file(file.getKey(), text.replace("\n", lineEnding));
    }
    return sample;
  }

  private void checkFindings(Case each, String lineEnding) {
    List<String> expected = new ArrayList<>();
    each.files()
        .forEach(
            (file, text) ->
                Expectations.of(text)
                    .expected()
                    .forEach(expectation -> expected.add(file + ":" + expectation)));
    if (each.kind() == Kind.BAD) {
      assertThat(expected).as("%s: a bad sample expects a finding", at(each)).isNotEmpty();
    }
    Linted linted = sample(each.files(), lineEnding).run();
    assertThat(linted.outcome().failures()).as(at(each)).isEmpty();
    List<String> found = new ArrayList<>();
    for (Diagnostic finding : linted.outcome().findings()) {
      if (finding.rule().id().equals(page.ruleId())) {
        found.add(describe(linted, finding));
      }
    }
    assertThat(found).as(at(each)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private String at(Case each) {
    return page.ruleId() + ".md:" + each.line();
  }

  /** The part of the range on its first line; an empty range is one caret wide. */
  private static String describe(Linted linted, Diagnostic finding) {
    String file = finding.place().file();
    var texts = linted.outcome().texts().get(file);
    if (texts == null) {
      throw new AssertionError("no text of " + file);
    }
    SourceText text = texts.written();
    Span span = finding.place().span();
    var start = text.lines().position(span.start());
    int lineEnd = text.lines().line(start.line()).end();
    int width = Math.max(1, Math.min(span.end(), lineEnd) - span.start());
    return file
        + ":"
        + new Expectations.Expected(start.line(), start.column(), width, finding.message());
  }

  private void checkFix(Case bad, Case fixed, String lineEnding) {
    Linted linted =
        sample(bad.files(), lineEnding).fixing(Fixes.SAFE_AND_UNSAFE).reaching(Reach.RELATED).run();
    SortedMap<String, String> expected = new TreeMap<>(sample(bad.files(), lineEnding).files());
    expected.putAll(sample(fixed.files(), lineEnding).files());
    for (String name : fixed.files().keySet()) {
      if (!bad.files().containsKey(name)) { // a file that the fix makes has the endings it names
        expected.putAll(sample(Map.of(name, fixed.files().get(name)), "\n").files());
      }
    }
    assertThat(linted.withdrawn()).as("%s: withdrawn", at(fixed)).isEmpty();
    assertThat(linted.files()).as(at(fixed)).isEqualTo(expected);
    assertThat(linted.again().run().files())
        .as("%s: a second run changes nothing", at(fixed))
        .isEqualTo(expected);
    assertSafetyIsDeclared(linted);
  }

  private void assertSafetyIsDeclared(Linted linted) {
    for (Diagnostic finding : linted.outcome().fixed()) {
      for (Diagnostic.FixReport fix : finding.fixes()) {
        assertThat(fix.safety())
            .as("%s: the annotation names the safest fix", page.ruleId())
            .isGreaterThanOrEqualTo(rule.fix());
      }
    }
  }
}
