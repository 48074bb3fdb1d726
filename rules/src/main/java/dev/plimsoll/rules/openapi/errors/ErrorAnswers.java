package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.OpenApiDescription;
import java.util.List;

/**
 * What the operations of a description answer, and which of it are errors; found once.
 *
 * @param all of the operations whose responses are known
 * @param errors where they are defined
 */
record ErrorAnswers(List<Answers> all, List<ErrorResponse> errors) {

  private ErrorAnswers(OpenApiDescription api, List<Answers> all) {
    this(all, ErrorResponse.of(api, all));
  }

  static ErrorAnswers of(OpenApiDescription api) {
    return api.once(ErrorAnswers.class, each -> new ErrorAnswers(each, Answers.of(each)));
  }
}
