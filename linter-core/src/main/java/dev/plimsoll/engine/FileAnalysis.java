package dev.plimsoll.engine;

import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one file once its model has gone.
 *
 * @param reported what the rules said, in order, hidden ones and those of witnesses included
 * @param failures the rules that failed on it
 * @param asked the other files it rests on
 * @param secrets where its secrets stand
 * @param problems how many problems its parser found
 * @param leftOut what the project says of it and is too much to look at
 */
record FileAnalysis(
    List<Reported> reported,
    List<ToolFailure> failures,
    Reliance asked,
    List<Place> secrets,
    int problems,
    Optional<String> leftOut) {

  FileAnalysis {
    List<Reported> sorted = new ArrayList<>(reported);
    Collections.sort(sorted);
    reported = List.copyOf(sorted);
    failures = List.copyOf(failures);
    secrets = List.copyOf(secrets);
  }
}
