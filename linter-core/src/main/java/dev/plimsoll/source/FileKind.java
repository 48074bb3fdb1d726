package dev.plimsoll.source;

import dev.plimsoll.text.Language;
import java.util.Locale;
import java.util.Optional;

/** What a file's name alone says about it. */
public enum FileKind {
  /**
   * {@code Dockerfile}, {@code Containerfile}, {@code *.Dockerfile}, {@code Dockerfile.*}, {@code
   * Dockerfile-*}. In lower case only the first three shapes count: {@code dockerfile.go} is a
   * program.
   */
  DOCKERFILE,
  /** Named as a Dockerfile, apart from an ending that says another tool makes one of it first. */
  TEMPLATE,
  /** {@code *.sh}, {@code *.bash}. */
  SHELL,
  /** {@code Makefile}, {@code GNUmakefile}, {@code *.mk}: its recipes are shell. */
  MAKEFILE,
  /**
   * {@code *.service}, {@code *.socket} and what is added to them, {@code app.service.d/*.conf}:
   * the commands that systemd starts, shell among them.
   */
  UNIT,
  /**
   * A CI workflow, whose steps are shell: the files of {@code .github/workflows} and of those that
   * took after it, {@code action.yml}, {@code .gitlab-ci.yml}, {@code .circleci/config.yml}, {@code
   * .drone.yml}.
   */
  WORKFLOW,
  /**
   * {@code compose.yaml}, {@code docker-compose.prod.yml}, {@code app-compose.yml}: whether Compose
   * is what it is for, its keys must tell.
   */
  COMPOSE,
  /** {@code .dockerignore}, {@code app.Dockerfile.dockerignore}. */
  IGNORE_FILE,
  OTHER;

  private static final String[] STEMS = {"Dockerfile", "Containerfile"};
  private static final String[] TEMPLATES = {".template", ".j2", ".in"};
  private static final String[] WORKFLOWS = {
    ".github/workflows",
    ".gitea/workflows",
    ".forgejo/workflows",
    ".gitlab",
    ".gitlab/ci",
    ".gitlab-ci",
    ".circleci",
    ".woodpecker"
  };
  private static final String[] LEFTOVERS = {".md", ".bak", ".orig"};

  /** The language of such a file; nothing where its name tells none. */
  public Optional<Language> language() {
    return switch (this) {
      case DOCKERFILE -> Optional.of(Language.DOCKERFILE);
      case SHELL, MAKEFILE, UNIT, WORKFLOW -> Optional.of(Language.SHELL);
      case COMPOSE -> Optional.of(Language.COMPOSE);
      case TEMPLATE, IGNORE_FILE, OTHER -> Optional.empty();
    };
  }

  /**
   * The kind of a file.
   *
   * @param name in its workspace, or the last segments of it
   */
  public static FileKind of(String name) {
    String baseName = name.substring(name.lastIndexOf('/') + 1);
    if (baseName.endsWith(".dockerignore")) {
      return IGNORE_FILE;
    }
    for (String ending : TEMPLATES) {
      if (endsWith(baseName, ending)) {
        String made = baseName.substring(0, baseName.length() - ending.length());
        return isDockerfile(made) ? TEMPLATE : OTHER;
      }
    }
    if (isDockerfile(baseName)) {
      return DOCKERFILE;
    }
    if (isMakefile(baseName)) {
      return MAKEFILE;
    }
    if (isUnit(name, baseName)) {
      return UNIT;
    }
    String stem = yamlStem(baseName);
    if (!stem.isEmpty()) {
      return isOfWorkflows(name)
          ? WORKFLOW
          : isCompose(stem) ? COMPOSE : isWorkflow(stem) ? WORKFLOW : OTHER;
    }
    return endsWith(baseName, ".sh") || endsWith(baseName, ".bash") ? SHELL : OTHER;
  }

  /** The name of a YAML file without its ending; empty where it is none. */
  private static String yamlStem(String baseName) {
    int ending = endsWith(baseName, ".yaml") ? 5 : endsWith(baseName, ".yml") ? 4 : 0;
    return ending == 0 ? "" : baseName.substring(0, baseName.length() - ending);
  }

  private static boolean isCompose(String stem) {
    for (String word : stem.toLowerCase(Locale.ROOT).split("[._-]", -1)) {
      if (word.equals("compose") || word.equals("dockercompose")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWorkflow(String stem) {
    return stem.equals("action")
        || stem.equals(".drone")
        || stem.equals(".woodpecker")
        || stem.endsWith(".gitlab-ci");
  }

  private static boolean isOfWorkflows(String name) {
    for (String folder : WORKFLOWS) {
      if (isIn(name, folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file lies in a folder, not below another one in it. */
  private static boolean isIn(String name, String folder) {
    int slash = name.lastIndexOf('/');
    int start = slash - folder.length();
    return name.startsWith(folder + "/", start) && (start == 0 || name.charAt(start - 1) == '/');
  }

  private static boolean isMakefile(String baseName) {
    return switch (baseName) {
      case "Makefile", "makefile", "GNUmakefile" -> true;
      default -> endsWith(baseName, ".mk");
    };
  }

  private static boolean isUnit(String name, String baseName) {
    if (baseName.endsWith(".conf")) {
      int folder = name.length() - baseName.length();
      return name.startsWith(".service.d/", folder - 11)
          || name.startsWith(".socket.d/", folder - 10);
    }
    return baseName.endsWith(".service") || baseName.endsWith(".socket");
  }

  private static boolean isDockerfile(String baseName) {
    for (String ending : LEFTOVERS) {
      if (endsWith(baseName, ending)) {
        return false;
      }
    }
    for (String stem : STEMS) {
      if (baseName.equalsIgnoreCase(stem)
          || baseName.startsWith(stem + ".")
          || baseName.startsWith(stem + "-")
          || endsWith(baseName, "." + stem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(String name, String ending) {
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }
}
