package dev.plimsoll.rules.shell.development;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the commands that start a server for development: by their manuals they are for no other.
 */
final class DevelopmentServer {

  /** Programs that are nothing else. */
  private static final Set<String> ALWAYS =
      Set.of(
          "nodemon",
          "ts-node-dev",
          "tsnd",
          "webpack-dev-server",
          "vite-node-dev",
          "live-server",
          "browser-sync",
          "watchexec");

  private static final Set<String> RUNNERS = Set.of("npm", "yarn", "pnpm", "bun", "deno");
  private static final Set<String> CALLERS = Set.of("npx", "bunx", "pnpx");

  /** Words between a package manager and what it runs. */
  private static final Set<String> PASSED_OVER =
      Set.of("run", "run-script", "exec", "dlx", "x", "task");

  private final List<ShellWord> words = new ArrayList<>();

  private DevelopmentServer(Command command) {
    words.add(command.name());
    words.addAll(command.arguments());
  }

  /**
   * What starts one.
   *
   * @param word the one that decides
   * @param name how a message calls it
   */
  record Start(Slice word, String name) {}

  /** None where the command is another. */
  static Optional<Start> of(Command command) {
    if (!command.name().isLiteral()) {
      return Optional.empty();
    }
    DevelopmentServer server = new DevelopmentServer(command);
    int last = server.decidingWord(command.program());
    return last < 0
        ? Optional.empty()
        : Optional.of(
            new Start(server.words.get(last).unquoted(), server.name(command.program(), last)));
  }

  /** The words from the program on, where they are short and plain. */
  private String name(String program, int last) {
    StringBuilder name = new StringBuilder(program);
    for (int i = 1; i <= last; i++) {
      String text = words.get(i).text();
      if (i == last || isPlain(text)) {
        name.append(' ').append(text);
      }
    }
    return name.toString();
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= 'a' && c <= 'z') && c != '-' && c != '.') {
        return false;
      }
    }
    return word.length() < 12 && !word.startsWith("-");
  }

  /** The place of the word that makes it one; -1 where none does. */
  private int decidingWord(String program) {
    if (RUNNERS.contains(program) || CALLERS.contains(program)) {
      return ofRunner();
    }
    if (program.startsWith("python") || program.equals("py")) {
      return ofPython();
    }
    return ofProgram(program, 0);
  }

  private int ofRunner() {
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.startsWith("-")) {
        if (!text.equals("--") && !text.contains("=") && takesValue(text)) {
          i++;
        }
      } else if (!PASSED_OVER.contains(text)) {
        return isScript(text) ? i : ofProgram(text, i);
      }
    }
    return -1;
  }

  private static boolean takesValue(String option) {
    return switch (option) {
      case "--prefix", "--cwd", "--filter", "-C", "-F", "-w", "--workspace", "--dir" -> true;
      default -> false;
    };
  }

  /** What package.json calls so by convention. */
  private static boolean isScript(String name) {
    return switch (name) {
      case "dev", "develop", "development", "start:dev", "start-dev", "watch", "start:watch" ->
          true;
      default -> name.startsWith("dev:") || name.endsWith(":dev");
    };
  }

  private int ofPython() {
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.equals("-m") && i + 1 < words.size()) {
        return ofProgram(words.get(i + 1).text(), i + 1);
      }
      if (text.endsWith("manage.py")) {
        return has("runserver", i + 1);
      }
      if (!text.startsWith("-")) {
        return -1;
      }
    }
    return -1;
  }

  private int ofProgram(String program, int at) {
    String name = program.substring(program.lastIndexOf('/') + 1);
    if (ALWAYS.contains(name)) {
      return at;
    }
    return switch (name) {
      case "next", "nuxt", "nuxi", "astro", "remix", "wrangler", "netlify" -> is("dev", at + 1);
      case "vite" -> ofVite(at);
      case "gatsby" -> is("develop", at + 1);
      case "webpack", "ng", "vue-cli-service", "hugo", "jekyll" -> ofServe(at);
      case "react-scripts" -> is("start", at + 1);
      case "nest" -> hasOption("--watch", "-w", at + 1);
      case "node", "tsx" -> ofNode(at);
      case "flask" -> has("run", at + 1);
      case "manage.py", "django-admin" -> has("runserver", at + 1);
      case "uvicorn", "gunicorn", "hypercorn" -> hasOption("--reload", "--reload", at + 1);
      case "fastapi" -> is("dev", at + 1);
      case "artisan" -> is("serve", at + 1);
      case "php" -> ofPhp(at);
      case "dotnet" -> is("watch", at + 1);
      default -> -1;
    };
  }

  /** Without a subcommand it serves, too. */
  private int ofVite(int at) {
    int next = at + 1;
    if (next >= words.size() || words.get(next).text().startsWith("-")) {
      return hasOption("--version", "--help", next) < 0 ? at : -1;
    }
    String text = words.get(next).text();
    return text.equals("dev") || text.equals("serve") ? next : -1;
  }

  private int ofServe(int at) {
    int serve = is("serve", at + 1);
    return serve < 0 ? is("server", at + 1) : serve;
  }

  private int ofNode(int at) {
    for (int i = at + 1; i < words.size() && words.get(i).text().startsWith("-"); i++) {
      if (words.get(i).text().startsWith("--watch")) {
        return i;
      }
    }
    return is("watch", at + 1);
  }

  private int ofPhp(int at) {
    int own = is("-S", at + 1);
    if (own >= 0) {
      return own;
    }
    int artisan = is("artisan", at + 1);
    return artisan < 0 ? -1 : is("serve", artisan + 1);
  }

  private int is(String text, int at) {
    return at < words.size() && words.get(at).text().equals(text) ? at : -1;
  }

  private int has(String text, int from) {
    for (int i = from; i < words.size(); i++) {
      if (words.get(i).text().equals(text)) {
        return i;
      }
    }
    return -1;
  }

  private int hasOption(String one, String other, int from) {
    int at = has(one, from);
    return at < 0 ? has(other, from) : at;
  }
}
