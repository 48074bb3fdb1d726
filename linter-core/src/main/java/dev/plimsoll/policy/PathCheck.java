package dev.plimsoll.policy;

import dev.plimsoll.policy.PolicySubject.Links;
import dev.plimsoll.policy.path.JsonPath;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import java.util.List;

/** Paths, and what is asked of all that they find. */
public record PathCheck(List<JsonPath> given, Links links, List<Then> then) implements Check {

  public PathCheck {
    given = List.copyOf(given);
    then = List.copyOf(then);
  }

  /** Which part is asked, and for what. */
  public record Then(Field field, List<Assertion> assertions) {
    public Then {
      assertions = List.copyOf(assertions);
    }
  }

  @Override
  public void judge(PolicySubject subject, Verdicts verdicts) {
    for (PathDocument document : subject.documents(links)) {
      for (JsonPath path : given) {
        for (Match match : path.find(document)) {
          judge(document, match, verdicts);
        }
      }
    }
  }

  private void judge(PathDocument document, Match match, Verdicts verdicts) {
    for (Then each : then) {
      for (Target target : each.field().of(document, match)) {
        for (Assertion assertion : each.assertions()) {
          assertion.judge(target, verdicts);
        }
      }
    }
  }
}
