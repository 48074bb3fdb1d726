package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which errors the shape of an operation calls for, and why. */
final class CalledErrors {

  /** Methods that a client calls to learn what it may do, or to test the way. */
  private static final Set<String> ASIDE = Set.of("options", "head", "trace");

  /** Variables that say how something is answered, not what is asked for. */
  private static final Set<String> MANNERS =
      Set.of(
          "version",
          "apiversion",
          "locale",
          "lang",
          "language",
          "format",
          "extension",
          "ext",
          "mediatypeextension");

  private final OpenApiDescription api;
  private final SecurityNeeds security;
  private final RateLimits limits;
  private final Habits habits;

  CalledErrors(OpenApiDescription api, List<Answers> answers, Habits habits) {
    this.api = api;
    this.habits = habits;
    this.security = new SecurityNeeds(api);
    this.limits = RateLimits.of(api, answers);
  }

  /** All that are called for, whether they are described or not. */
  List<Called> of(Answers answers) {
    List<Called> called = new ArrayList<>();
    invalidInput(answers).ifPresent(called::add);
    unauthorized(answers).ifPresent(called::add);
    forbidden(answers, Scopes.NAMED).ifPresent(called::add);
    notFound(answers).ifPresent(called::add);
    tooManyRequests(answers).ifPresent(called::add);
    return called;
  }

  /** Whether scopes have to be named for an operation to be forbidden to someone. */
  enum Scopes {
    NAMED,
    ANY
  }

  /** 401 where a request without credentials is refused. */
  Optional<Called> unauthorized(Answers answers) {
    SecurityNeeds.Need need = security.of(answers.operation());
    return need.isNone() || isAside(answers)
        ? Optional.empty()
        : Optional.of(new Called(StandardError.UNAUTHORIZED, "it is secured by " + need.schemes()));
  }

  /** 403 where credentials are not enough. */
  Optional<Called> forbidden(Answers answers, Scopes scopes) {
    SecurityNeeds.Need need = security.of(answers.operation());
    if (need.isNone() || isAside(answers) || (scopes == Scopes.NAMED && need.scope().isEmpty())) {
      return Optional.empty();
    }
    String reason =
        need.scope().isEmpty()
            ? "it is secured by " + need.schemes()
            : need.asker() + " asks for the scope " + need.scope();
    return Optional.of(new Called(StandardError.FORBIDDEN, reason));
  }

  /** 404 where the path names a thing that may not be there. */
  Optional<Called> notFound(Answers answers) {
    OpenApiObject operation = answers.operation();
    Optional<OpenApiObject> item = operation.within(ObjectKind.PATH_ITEM);
    boolean isAside = answers.method().equals("options") || answers.method().equals("trace");
    if (item.isEmpty() || isAside) {
      return Optional.empty();
    }
    String path = item.get().name();
    PathTemplate template = PathTemplate.of(path);
    Optional<String> named = Optional.empty();
    Inputs inputs = new Inputs(operation, api);
    int count = 0;
    for (PathTemplate.Variable variable : template.variables()) {
      String plain = variable.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (!MANNERS.contains(plain) && !inputs.isClosed(variable.name())) {
        named = Optional.of(variable.name());
        count++;
      }
    }
    boolean makes = count == 1 && path.endsWith("}") && isCreated(answers);
    return named.isEmpty() || makes
        ? Optional.empty()
        : Optional.of(new Called(StandardError.NOT_FOUND, "its path names {" + named.get() + "}"));
  }

  /** Whether what the path names need not be there before. */
  private static boolean isCreated(Answers answers) {
    return (answers.method().equals("put") || answers.method().equals("post"))
        && answers.statuses().contains("201");
  }

  /** 400 or 422 where a request carries what may not be valid. */
  Optional<Called> invalidInput(Answers answers) {
    Optional<String> reason =
        isAside(answers) ? Optional.empty() : new Inputs(answers.operation(), api).mayBeInvalid();
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Called(habits.invalidInput(), reason.get()));
  }

  /** 429 where the API tells of limits. */
  Optional<Called> tooManyRequests(Answers answers) {
    return limits.isTold() && !isAside(answers)
        ? Optional.of(new Called(StandardError.TOO_MANY_REQUESTS, limits.reason()))
        : Optional.empty();
  }

  RateLimits limits() {
    return limits;
  }

  static boolean isAside(Answers answers) {
    return ASIDE.contains(answers.method());
  }
}
