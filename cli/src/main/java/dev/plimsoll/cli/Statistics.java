package dev.plimsoll.cli;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule fired, the most frequent first. */
final class Statistics {

  private Statistics() {}

  static void print(Outcome outcome, PrintStream out) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Diagnostic finding : outcome.findings()) {
      counts.merge(finding.rule().id(), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    for (Map.Entry<String, Integer> entry : sorted) {
      String count = entry.getValue().toString();
      out.println(" ".repeat(Math.max(0, 6 - count.length())) + count + "  " + entry.getKey());
    }
  }
}
