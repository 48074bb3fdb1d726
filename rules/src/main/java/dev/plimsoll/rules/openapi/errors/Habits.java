package dev.plimsoll.rules.openapi.errors;

import java.util.List;

/** Which statuses a description tells errors by, so that what a fix adds is like the rest. */
final class Habits {

  private int defaults;
  private int onlyDefaults;
  private int clientErrors;
  private int serverErrors;
  private int badRequests;
  private int unprocessable;

  Habits(List<Answers> answers) {
    for (Answers each : answers) {
      boolean hasClientError = each.hasAnyOf('4');
      defaults += each.hasErrorDefault() ? 1 : 0;
      onlyDefaults += each.hasErrorDefault() && !hasClientError ? 1 : 0;
      clientErrors += hasClientError ? 1 : 0;
      serverErrors += each.hasAnyOf('5') ? 1 : 0;
      badRequests += each.statuses().contains("400") ? 1 : 0;
      unprocessable += each.statuses().contains("422") ? 1 : 0;
    }
  }

  /** What input that is not valid is answered with. */
  StandardError invalidInput() {
    return unprocessable > badRequests
        ? StandardError.UNPROCESSABLE_CONTENT
        : StandardError.BAD_REQUEST;
  }

  /** What describes a failure of the server: a default only where no error of the client waits. */
  StandardError serverError(Answers each) {
    boolean isClientErrorKnown = each.hasAnyOf('4') || onlyDefaults > clientErrors;
    return defaults > serverErrors && isClientErrorKnown
        ? StandardError.DEFAULT
        : StandardError.INTERNAL_SERVER_ERROR;
  }

  /** What describes errors that an operation calls for, none of which it describes yet. */
  List<StandardError> clientErrors(Answers each, List<StandardError> called) {
    boolean isByDefault = called.isEmpty() || onlyDefaults > clientErrors;
    if (!isByDefault || each.hasErrorDefault()) {
      return called;
    }
    return List.of(StandardError.DEFAULT);
  }
}
