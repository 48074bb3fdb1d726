package dev.plimsoll.rule;

import dev.plimsoll.project.ComposeView;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one rule may ask, and where it reports, while it looks at one file. */
public final class RuleContext {

  /** Calls after which a rule is stopped: a hundred times what the largest real file needs. */
  public static final int MAX_STEPS = 1_000_000;

  /** Thrown by a context whose rule has called it {@link #MAX_STEPS} times. */
  public static final class StepLimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepLimitExceeded() {
      super("it asked its context more than " + MAX_STEPS + " times");
    }
  }

  private final Record options;
  private final String errorModel;
  private final ProjectView project;
  private final Inquiry inquiry;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<List<Object>> known = new HashSet<>();
  private String only = "";
  private Optional<Anchor> within = Optional.empty();
  private Anchor owner = Anchor.FILE;
  private int steps;

  public RuleContext(Record options, Project project) {
    this(options, "problem", project);
  }

  /**
   * For the engine.
   *
   * @param errorModel see {@link #errorModel()}
   */
  public RuleContext(Record options, String errorModel, Project project) {
    this.options = options;
    this.errorModel = errorModel;
    this.inquiry = new Inquiry();
    this.project = new ProjectView(project, inquiry);
  }

  /** Reports a fault. */
  public void report(Finding finding) {
    step();
    boolean isNew = known.add(List.of(finding.slice().place(), finding.message().template()));
    if (only.isEmpty() || (isNew && isHere(finding))) {
      findings.add(within.isEmpty() ? finding : finding.declaredAt(within.get(), owner));
    }
  }

  /**
   * From now on takes only what stands in one file, and what is alike once. For the engine, where
   * it shows a rule several files at once.
   */
  public void keepTo(String file) {
    only = file;
  }

  /**
   * From now on, what a fix declares to change at an address or below it counts as declared for
   * another. For the engine, where a file has no address of its own for each command.
   */
  public void declareAt(Anchor address, Anchor other) {
    within = Optional.of(address);
    owner = other;
  }

  private boolean isHere(Finding finding) {
    return finding.slice().place().file().equals(only);
  }

  /** The rule's options; the class is the one named in its {@link RuleInfo}. */
  public <T extends Record> T options(Class<T> type) {
    step();
    return type.cast(options);
  }

  /**
   * What the errors of an API are to look like that has no model of its own: {@code problem},
   * {@code google}, {@code microsoft}, or a reference to a schema, its file as the workspace calls
   * it.
   */
  public String errorModel() {
    step();
    return errorModel;
  }

  /** What the files say together. */
  public ProjectView project() {
    step();
    return project;
  }

  /** What the Compose files say together, and what they name. */
  public ComposeView compose() {
    return project().compose();
  }

  /** What was reported, in the order of the calls. */
  public List<Finding> findings() {
    return findings;
  }

  public Inquiry inquiry() {
    return inquiry;
  }

  private void step() {
    steps++;
    if (steps > MAX_STEPS) {
      throw new StepLimitExceeded();
    }
  }
}
