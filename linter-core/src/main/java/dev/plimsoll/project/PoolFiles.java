package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.project.Connections.Term;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pool that the settings in a build's context name. Sources: Spring Boot, application
 * properties, {@code spring.datasource.hikari}, of which a pool has 10 by default; Rails, {@code
 * config/database.yml}.
 */
final class PoolFiles {

  private static final int LONGEST = 200_000;
  private static final int HIKARI = 10;

  private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".properties");

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final Map<String, Scalar> environment;

  PoolFiles(Workspace workspace, Inquiry inquiry, Map<String, Scalar> environment) {
    this.workspace = workspace;
    this.inquiry = inquiry;
    this.environment = environment;
  }

  /** The size for what is built from a folder; nothing where no settings are seen there. */
  Optional<Term> find(String context) {
    Optional<Term> spring = spring(context);
    return spring.isPresent() ? spring : rails(context);
  }

  private Optional<Term> spring(String context) {
    Optional<Term> byDefault = Optional.empty();
    for (String name : names()) {
      for (String ending : ENDINGS) {
        String path = "src/main/resources/" + name + ending;
        Optional<SourceText> text = read(WorkspacePaths.below(context, path));
        if (text.isPresent()) {
          for (String key : List.of("maximum-pool-size", "maximumPoolSize")) {
            Optional<Term> term = line(text.get(), key);
            if (term.isPresent()) {
              return term;
            }
          }
          if (text.get().content().contains("datasource")) {
            byDefault = Optional.of(Term.byDefault(HIKARI));
          }
        }
      }
    }
    return byDefault;
  }

  /** What a profile says counts before what all say. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    Scalar profiles = environment.get("SPRING_PROFILES_ACTIVE");
    if (profiles != null && profiles.known().isPresent()) {
      for (String profile : profiles.known().get().split(",", -1)) {
        if (isName(profile.strip())) {
          names.add(0, "application-" + profile.strip());
        }
      }
    }
    names.add("application");
    return names;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && "-_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private Optional<Term> rails(String context) {
    Optional<SourceText> text = read(WorkspacePaths.below(context, "config/database.yml"));
    if (text.isEmpty() || !text.get().content().contains("adapter:")) {
      return Optional.empty();
    }
    Optional<Term> pool = line(text.get(), "pool");
    return pool.isPresent() ? pool : line(text.get(), "max_connections");
  }

  private Optional<SourceText> read(String name) {
    inquiry.reached(name);
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(workspace.read(name).text());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What stands behind a key in the first line whose key ends so. */
  private Optional<Term> line(SourceText text, String key) {
    String content = text.content();
    for (int at = content.indexOf(key); at >= 0; at = content.indexOf(key, at + 1)) {
      int end = content.indexOf('\n', at);
      int line = content.lastIndexOf('\n', at) + 1;
      String rest = content.substring(at + key.length(), end < 0 ? content.length() : end);
      String before = content.substring(line, at);
      String value = rest.strip();
      boolean isKey = before.isBlank() || before.strip().endsWith(".");
      if (isKey && !value.isEmpty() && ":=".indexOf(value.charAt(0)) >= 0) {
        String said = value.substring(1).strip();
        int from = content.indexOf(said, at + key.length());
        return said.isEmpty()
            ? Optional.empty()
            : term(said, text.slice(new Span(from, from + said.length())));
      }
    }
    return Optional.empty();
  }

  /** A number, {@code ${NAME:20}} or {@code <%= ENV.fetch("NAME") { 5 } %>}. */
  private Optional<Term> term(String said, Slice slice) {
    String text = withoutComment(said);
    Optional<Term> plain = Term.of(text, slice.part(0, text.length()));
    if (plain.isPresent()) {
      return plain;
    }
    Slice place = slice.part(0, text.length());
    if (text.startsWith("${") && text.endsWith("}")) {
      int colon = text.indexOf(':');
      String name = text.substring(2, colon < 0 ? text.length() - 1 : colon);
      return term(name, colon < 0 ? "" : text.substring(colon + 1, text.length() - 1), place);
    }
    return text.startsWith("<%=") ? embedded(text, place) : Optional.empty();
  }

  private static String withoutComment(String text) {
    int comment = text.indexOf(" #");
    return (comment < 0 ? text : text.substring(0, comment)).strip();
  }

  private Optional<Term> embedded(String text, Slice place) {
    int open = text.indexOf('"') < 0 ? text.indexOf('\'') : text.indexOf('"');
    int close = open < 0 ? -1 : text.indexOf(text.charAt(open), open + 1);
    if (close < 0 || !text.contains("ENV")) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    for (int i = close; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      } else if (digits.length() > 0) {
        break;
      }
    }
    return term(text.substring(open + 1, close), digits.toString(), place);
  }

  private Optional<Term> term(String variable, String byDefault, Slice place) {
    Scalar value = environment.get(variable);
    return value != null ? Term.of(value) : Term.of(byDefault, place);
  }
}
