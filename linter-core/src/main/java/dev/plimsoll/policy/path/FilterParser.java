package dev.plimsoll.policy.path;

import dev.plimsoll.policy.path.Condition.Operand;
import dev.plimsoll.policy.path.Condition.Operator;
import dev.plimsoll.policy.path.Selector.Query;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions of filters, and refuses what is not well-typed. */
final class FilterParser {

  /** Conditions within conditions. */
  private static final int MAX_DEPTH = 50;

  private static final List<String> FUNCTIONS =
      List.of("length", "count", "match", "search", "value");

  private final PathText text;
  private final PathParser paths;
  private int depth;

  FilterParser(PathText text, PathParser paths) {
    this.text = text;
    this.paths = paths;
  }

  Condition condition() throws PathSyntaxException {
    depth++;
    if (depth > MAX_DEPTH) {
      throw text.error("the path is nested too deeply");
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(conjunction());
    while (acceptSpaced("||")) {
      parts.add(conjunction());
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
  }

  private Condition conjunction() throws PathSyntaxException {
    List<Condition> parts = new ArrayList<>();
    parts.add(basic());
    while (acceptSpaced("&&")) {
      parts.add(basic());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
  }

  /** A sign with blanks around it; nothing is read where it does not follow. */
  private boolean acceptSpaced(String sign) {
    int before = text.at();
    text.skipBlanks();
    if (text.accept(sign)) {
      text.skipBlanks();
      return true;
    }
    text.back(before);
    return false;
  }

  private Condition basic() throws PathSyntaxException {
    if (text.accept("!")) {
      text.skipBlanks();
      int at = text.at();
      if (text.peek() == '!') {
        throw text.error("\"!\" stands once");
      }
      Condition part = basic();
      if (part instanceof Condition.Comparison) {
        throw text.error(at, "\"!\" stands before parentheses, a path or a function");
      }
      return new Condition.Not(part);
    }
    if (text.accept("(")) {
      text.skipBlanks();
      Condition inner = condition();
      text.skipBlanks();
      text.expect(")", "behind the condition");
      return inner instanceof Condition.Comparison ? new Condition.And(List.of(inner)) : inner;
    }
    return test();
  }

  /** A test, or a comparison. */
  private Condition test() throws PathSyntaxException {
    int at = text.at();
    Object left = term();
    int before = text.at();
    text.skipBlanks();
    if (text.startsWith("===") || text.startsWith("!==")) {
      throw text.error("RFC 9535 compares with \"==\" and \"!=\"");
    }
    for (Operator operator : Operator.values()) {
      if (text.accept(operator.sign())) {
        text.skipBlanks();
        int right = text.at();
        return new Condition.Comparison(operand(left, at), operator, operand(term(), right));
      }
    }
    text.back(before);
    if (left instanceof Query query) {
      return new Condition.Exists(query);
    }
    if (left instanceof Condition condition) {
      return condition;
    }
    throw text.error(at, "a value alone is no condition: compare it");
  }

  /** A {@link Query}, an {@link Operand} or, for a function that tells, a {@link Condition}. */
  private Object term() throws PathSyntaxException {
    int at = text.at();
    if (text.accept("@")) {
      if (!text.atEnd() && text.startsWith("property")) {
        throw text.error(at, "RFC 9535 has no \"@property\": write ['name'], or field: \"@key\"");
      }
      return paths.query(false);
    }
    if (text.accept("$")) {
      return paths.query(true);
    }
    char c = text.peek();
    if (c == '\'' || c == '"') {
      return new Operand.Literal(PathValue.of(text.quoted()));
    }
    if (text.atDigit() || c == '-') {
      return new Operand.Literal(PathValue.of(text.number()));
    }
    String function = text.functionName();
    return function.isEmpty() ? word(at) : call(function, at);
  }

  private Object word(int at) throws PathSyntaxException {
    String name = text.name();
    return switch (name) {
      case "true" -> new Operand.Literal(PathValue.of(true));
      case "false" -> new Operand.Literal(PathValue.of(false));
      case "null" -> new Operand.Literal(PathValue.NULL);
      default ->
          throw text.error(at, "a path from \"@\" or \"$\", a value or a function is missing");
    };
  }

  private Object call(String function, int at) throws PathSyntaxException {
    text.skipBlanks();
    List<Object> arguments = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    while (text.peek() != ')' && !text.atEnd()) {
      places.add(text.at());
      arguments.add(term());
      text.skipBlanks();
      if (!text.accept(",")) {
        break;
      }
      text.skipBlanks();
      if (text.peek() == ')') {
        throw text.error("an argument is missing");
      }
    }
    text.expect(")", "behind the arguments of " + function);
    if (!FUNCTIONS.contains(function)) {
      throw text.error(
          at, "there is no function " + function + NearestName.hint(function, FUNCTIONS));
    }
    boolean two = function.equals("match") || function.equals("search");
    if (arguments.size() != (two ? 2 : 1)) {
      throw text.error(at, function + " takes " + (two ? "two arguments" : "one argument"));
    }
    return switch (function) {
      case "length" -> new Operand.Length(operand(arguments.get(0), places.get(0)));
      case "count" -> new Operand.Count(query(arguments.get(0), places.get(0)));
      case "value" -> new Operand.Only(query(arguments.get(0), places.get(0)));
      default ->
          new Condition.Matches(
              operand(arguments.get(0), places.get(0)),
              operand(arguments.get(1), places.get(1)),
              function.equals("match"));
    };
  }

  private Query query(Object term, int at) throws PathSyntaxException {
    if (term instanceof Query query) {
      return query;
    }
    throw text.error(at, "a path is missing");
  }

  private Operand operand(Object term, int at) throws PathSyntaxException {
    if (term instanceof Operand operand) {
      return operand;
    }
    if (term instanceof Query query && query.isSingular()) {
      return new Operand.Single(query);
    }
    throw text.error(
        at,
        term instanceof Query
            ? "only a path that leads to one node can be compared"
            : "a condition is no value");
  }
}
