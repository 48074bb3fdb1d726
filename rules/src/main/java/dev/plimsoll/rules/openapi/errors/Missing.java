package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.openapi.operations.Operations;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What rules about what is not said of errors share: the errors, and what writes them. */
final class Missing {

  private final OpenApiDescription api;
  private final String errorModel;
  private final List<Answers> answers;
  private final CalledErrors called;
  private final Habits habits;
  private final List<ErrorResponse> errors;
  private Optional<ErrorWriter> writer = Optional.empty();
  private Optional<Hoisting> hoisting = Optional.empty();

  /** One for each model of errors that files of one description are to have. */
  private static final class ByModel {
    private final Map<String, Missing> all = new ConcurrentHashMap<>();
  }

  private Missing(OpenApiDescription api, String errorModel) {
    this.api = api;
    this.errorModel = errorModel;
    this.answers = api.version().isEmpty() ? List.of() : ErrorAnswers.of(api).all();
    this.errors = api.version().isEmpty() ? List.of() : ErrorAnswers.of(api).errors();
    this.habits = new Habits(answers);
    this.called = new CalledErrors(api, answers, habits);
  }

  /** What the rules about a description share. */
  static Missing of(OpenApiDescription api, RuleContext context) {
    Map<String, Missing> known = api.once(ByModel.class, each -> new ByModel()).all;
    return known.computeIfAbsent(context.errorModel(), model -> new Missing(api, model));
  }

  /** The operations whose responses are known. */
  List<Answers> answers() {
    return answers;
  }

  /** The error responses that they use, where they are defined. */
  List<ErrorResponse> errors() {
    return errors;
  }

  CalledErrors called() {
    return called;
  }

  Habits habits() {
    return habits;
  }

  /** Whether an operation describes no error of the client: then one finding names them all. */
  static boolean describesNone(Answers each) {
    return !each.hasErrorDefault() && !each.hasAnyOf('4');
  }

  /** What writes the fixes, made when it is first asked for. */
  synchronized ErrorWriter writer() {
    ErrorWriter known =
        writer.isPresent() ? writer.get() : new ErrorWriter(api, answers, errorModel);
    writer = Optional.of(known);
    return known;
  }

  /** What shares responses, made when it is first asked for. */
  synchronized Hoisting hoisting() {
    Hoisting known = hoisting.isPresent() ? hoisting.get() : new Hoisting(api, writer());
    hoisting = Optional.of(known);
    return known;
  }

  /** A finding with the fix to describe errors. */
  Finding finding(Answers each, List<StandardError> lacking, String template, Object... arguments) {
    Slice key = each.operation().keyOf("responses").orElse(each.operation().key());
    Finding finding =
        Finding.at(each.operation().anchor().child("responses"), key, template, arguments);
    Optional<Fix> fix = writer().describing(each, lacking);
    return fix.isPresent() ? finding.withFix(fix.get()) : finding;
  }

  /** The same for one error that is called for. */
  Finding finding(Answers each, Called error) {
    return finding(
        each,
        List.of(error.error()),
        "%s documents no %s, although %s",
        Operations.label(each.operation()),
        error.error().status(),
        error.reason());
  }
}
