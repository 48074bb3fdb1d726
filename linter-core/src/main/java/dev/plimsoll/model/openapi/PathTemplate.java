package dev.plimsoll.model.openapi;

import java.util.ArrayList;
import java.util.List;

/**
 * A path with variables in braces, {@code /orders/{id}}.
 *
 * @param isWhole whether each brace has its other one, and a name stands between them
 */
public record PathTemplate(List<Variable> variables, boolean isWhole) {

  private static final String OPERATORS = "+#./;?&"; // RFC 6570, section 2.2

  public PathTemplate {
    variables = List.copyOf(variables);
  }

  /**
   * A variable of a path.
   *
   * @param start of the opening brace
   * @param end behind the closing one
   */
  public record Variable(String name, int start, int end) {}

  /** Reads a path. */
  public static PathTemplate of(String path) {
    List<Variable> variables = new ArrayList<>();
    int open = -1;
    boolean isWhole = true;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '{') {
        isWhole &= open < 0;
        open = i;
      } else if (path.charAt(i) == '}') {
        String name = open < 0 ? "" : name(path.substring(open + 1, i));
        isWhole &= !name.isEmpty();
        if (!name.isEmpty()) {
          variables.add(new Variable(name, open, i + 1));
        }
        open = -1;
      }
    }
    return new PathTemplate(variables, isWhole && open < 0);
  }

  /** Without an operator before it and a modifier behind it. */
  private static String name(String expression) {
    int start = !expression.isEmpty() && OPERATORS.indexOf(expression.charAt(0)) >= 0 ? 1 : 0;
    int end = expression.endsWith("*") ? expression.length() - 1 : expression.length();
    return expression.substring(Math.min(start, end), end).strip();
  }

  /** The path with its variables blanked: two that are alike then match the same requests. */
  public static String shape(String path) {
    StringBuilder shape = new StringBuilder();
    int from = 0;
    for (Variable variable : of(path).variables()) {
      shape.append(path, from, variable.start()).append("{}");
      from = variable.end();
    }
    return shape.append(path.substring(from)).toString();
  }

  /** Whether a variable of that name stands in it. */
  public boolean names(String name) {
    for (Variable variable : variables) {
      if (variable.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
