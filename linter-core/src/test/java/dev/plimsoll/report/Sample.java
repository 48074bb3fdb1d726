package dev.plimsoll.report;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Diagnostic.Suppression;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An outcome made by hand, and the report over it. */
final class Sample {

  static final RuleMeta MODE =
      rule("shell/world-writable-mode", Severity.WARNING, Category.SECURITY, Safety.UNSAFE, 732);
  static final RuleMeta LEGACY =
      rule("dockerfile/legacy-key-value", Severity.STYLE, Category.STYLE, Safety.SAFE);
  static final RuleMeta BROKEN =
      rule("dockerfile/syntax-error", Severity.ERROR, Category.CORRECTNESS, Safety.NONE);

  private final TreeMap<String, FileText> texts = new TreeMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Diagnostic> suppressed = new ArrayList<>();
  private final List<Diagnostic> fixed = new ArrayList<>();
  private final List<NotAnalysed> notAnalysed = new ArrayList<>();
  private final List<ToolFailure> failures = new ArrayList<>();
  private final List<NewFile> created = new ArrayList<>();
  private int files;
  private int rules = 412;
  private int seen = 37;
  private FixMode fixMode = FixMode.CHECK;
  private Suppressed shown = Suppressed.HIDDEN;
  private Console console = Console.FILE;

  static RuleMeta rule(
      String id, Severity severity, Category category, Safety fix, Integer... cwe) {
    return new RuleMeta(
        id,
        "permissions",
        "The title of " + id,
        severity,
        category,
        Confidence.HIGH,
        Profile.RECOMMENDED,
        fix,
        List.of(),
        List.of(cwe),
        List.of());
  }

  /** A file; what stands between « and » in it is a secret, the marks are not part of it. */
  Sample file(String name, String marked) {
    StringBuilder content = new StringBuilder();
    List<Span> masks = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char character = marked.charAt(i);
      if (character == '«') {
        start = content.length();
      } else if (character == '»') {
        masks.add(new Span(start, content.length()));
      } else {
        content.append(character);
      }
    }
    SourceText text = SourceText.of(name, content.toString());
    texts.put(name, new FileText(text, text, masks, masks));
    files++;
    return this;
  }

  /** The first place of a text in a file. */
  Place place(String file, String text) {
    int start = Objects.requireNonNull(texts.get(file), file).written().content().indexOf(text);
    if (start < 0) {
      throw new IllegalArgumentException(file + " has no " + text);
    }
    return new Place(file, new Span(start, start + text.length()));
  }

  /** A finding without more. */
  Sample finding(RuleMeta rule, Place place, String message) {
    return add(diagnostic(rule, place, message, List.of(), List.of()));
  }

  Sample add(Diagnostic finding) {
    findings.add(finding);
    return this;
  }

  static Diagnostic diagnostic(
      RuleMeta rule,
      Place place,
      String message,
      List<RelatedPlace> related,
      List<FixReport> fixes) {
    return new Diagnostic(
        rule,
        rule.severity(),
        Confidence.HIGH,
        message,
        place,
        new Anchor("final/RUN/chmod"),
        List.of("hadolint:DL3059"),
        related,
        fixes,
        "p1:0123456789abcdef",
        Optional.empty());
  }

  Sample suppressed(RuleMeta rule, Place place, Place comment, String reason) {
    Diagnostic open = diagnostic(rule, place, "hidden", List.of(), List.of());
    suppressed.add(
        new Diagnostic(
            open.rule(),
            open.severity(),
            open.confidence(),
            open.message(),
            open.place(),
            open.anchor(),
            open.aliases(),
            open.related(),
            open.fixes(),
            open.fingerprint(),
            Optional.of(new Suppression(comment, reason))));
    return this;
  }

  Sample fixed(RuleMeta rule, Place place) {
    FixReport applied = fix(Safety.SAFE, Status.APPLIED, new Edit.Replace[0]);
    fixed.add(diagnostic(rule, place, "mended", List.of(), List.of(applied)));
    return this;
  }

  static FixReport fix(Safety safety, Status status, Edit.Replace... edits) {
    return new FixReport(
        "Use mode 775", safety, status, Optional.empty(), List.of(edits), List.of(), false);
  }

  static Edit.Replace edit(Place place, String text) {
    return new Edit.Replace(place.file(), place.span(), text);
  }

  Sample notAnalysed(NotAnalysed entry) {
    notAnalysed.add(entry);
    return this;
  }

  Sample failure(ToolFailure failure) {
    failures.add(failure);
    return this;
  }

  Sample created(NewFile file) {
    created.add(file);
    return this;
  }

  Sample seeing(int count) {
    seen = count;
    return this;
  }

  Sample files(int count) {
    files = count;
    return this;
  }

  Sample rules(int count) {
    rules = count;
    return this;
  }

  Sample fixMode(FixMode mode) {
    fixMode = mode;
    return this;
  }

  Sample showingSuppressed() {
    shown = Suppressed.SHOWN;
    return this;
  }

  Sample on(Console.Look look) {
    console = new Console(look, OptionalInt.empty());
    return this;
  }

  Sample wide(int columns) {
    console = new Console(Console.Look.PLAIN, OptionalInt.of(columns));
    return this;
  }

  Outcome outcome() {
    return new Outcome(
        findings, suppressed, fixed, notAnalysed, failures, texts, created, files, rules);
  }

  RunInfo run() {
    return new RunInfo(
        "0.1.0",
        Profile.RECOMMENDED,
        Severity.WARNING,
        fixMode,
        shown,
        List.of(BROKEN, LEGACY, MODE),
        PathNames.SAME,
        console,
        new Search(seen, List.of("Dockerfile", "*.Dockerfile")));
  }

  String text() {
    return as(new TextReport());
  }

  String as(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      report.write(outcome(), run(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
