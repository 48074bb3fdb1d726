package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which variables of a service nothing reads, where all that could do so is seen. */
public final class UnreadVariables {

  /** Images in which nothing but the project's own program, and its libraries, reads variables. */
  private static final Set<String> BASES =
      Set.of(
          "alpine",
          "busybox",
          "debian",
          "golang",
          "node",
          "oven/bun",
          "python",
          "ruby",
          "rust",
          "ubuntu");

  /** First words of the names that systems, languages and libraries read. */
  private static final Set<String> LIBRARIES =
      Set.of(
          ("ACTIVE AIOHTTP AIRFLOW ALL AMQP ANTHROPIC ARROW AWS AZURE BOOTSNAP BUNDLE "
                  + "CELERY CGO CHAINLIT CHOKIDAR CHROME CI COMPOSE CUDA DATABASE DATADOG DBUS "
                  + "DD DEBUG DISABLE DISPLAY DJANGO DOCKER ELASTIC ELIXIR ENABLE ERL FASTAPI "
                  + "FLASK FTP GCP GDK GEM GID GIT GITHUB GO GODEBUG GOGC GOMAXPROCS "
                  + "GOMEMLIMIT GOOGLE GRADIO GRPC GTK GUNICORN HADOOP HF HOME HOST HOSTNAME "
                  + "HTTP HTTPS JAVA JAX JUPYTER KAFKA KERAS KRB5 LANG LANGCHAIN LC LD "
                  + "LETSENCRYPT LIBGL LITELLM LOG MALLOC MAX MESA MIX MKL MLFLOW MONGO MPL "
                  + "MYSQL NEW NEXT NLTK NO NODE NPM NUMBA NUMEXPR NUXT NVIDIA OLLAMA OMP ONNX "
                  + "OPENAI OPENBLAS OPENCV ORT OTEL PATH PG PGDATABASE PGHOST PGID PGPASSWORD "
                  + "PGPORT PGUSER PHX PIP PLAYWRIGHT PM2 POETRY PORT PRISMA PROMETHEUS "
                  + "PROTOCOL PUID PULSE PUPPETEER PYTHON PYTHONDONTWRITEBYTECODE PYTHONPATH "
                  + "PYTHONUNBUFFERED PYTORCH QT RACK RAILS RAY REDIS REQUESTS RUBY RUST SCARF "
                  + "SECRET SENTRY SHELL SIDEKIQ SPARK SQLALCHEMY SSL STREAMLIT TENSORRT TERM "
                  + "TF TINI TOKENIZERS TORCH TRANSFORMERS TZ UID UMASK USER UV UVICORN "
                  + "VIRTUAL VITE VUE WANDB WATCHPACK WDS WEB XDG XLA YARN")
              .split(" ", -1));

  private final String context;
  private final List<String> texts;

  private UnreadVariables(String context, List<String> texts) {
    this.context = context;
    this.texts = texts;
  }

  /** Nothing where something that is not seen may read any of them. */
  public static Optional<UnreadVariables> of(
      ComposeService service, ComposeSet set, RuleContext context) {
    if (!service.has("build")) {
      return Optional.empty();
    }
    Optional<ServiceImage.Built> built = built(service, set, context);
    return built.isEmpty()
        ? Optional.empty()
        : Optional.of(new UnreadVariables(built.get().context(), texts(service)));
  }

  /** The folder of the build in which the program lies. */
  String folder() {
    return context;
  }

  /** Whether it is a name of the project's own that stands nowhere. */
  public boolean has(String name, RuleContext rules) {
    return isOwn(name) && !isIn(texts, name) && isUnread(name, context, rules);
  }

  private static Optional<ServiceImage.Built> built(
      ComposeService service, ComposeSet set, RuleContext context) {
    if (!(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known)
        || !(known.value() instanceof ServiceImage.Built built)
        || !(built.root() instanceof Answer.Known<ServiceImage> root)) {
      return Optional.empty();
    }
    boolean isPlain =
        root.value() instanceof ServiceImage.Scratch
            || (root.value() instanceof ServiceImage.Pulled pulled
                && BASES.contains(pulled.reference().familiarName()));
    return isPlain ? Optional.of(built) : Optional.empty();
  }

  /** Whether the project itself must have thought of the name. */
  private static boolean isOwn(String name) {
    String[] words = name.split("_", -1);
    return words.length > 1
        && !name.contains("__")
        && !words[0].isEmpty()
        && !name.equals("APP_ENV") // frameworks read it
        && !LIBRARIES.contains(words[0]);
  }

  private static List<String> texts(ComposeService service) {
    List<String> texts = new ArrayList<>();
    for (String key : List.of("command", "entrypoint", "healthcheck", "develop", "labels")) {
      Optional<ComposeNode> node = service.find(key);
      if (node.isPresent()) {
        addTexts(node.get(), texts);
      }
    }
    return texts;
  }

  private static void addTexts(ComposeNode node, List<String> texts) {
    if (node instanceof Scalar scalar) {
      texts.add(scalar.written());
    } else if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        addTexts(item, texts);
      }
    } else if (node instanceof ComposeNode.Table table) {
      for (Member member : table.members().values()) {
        addTexts(member.value(), texts);
      }
    }
  }

  private static boolean isIn(List<String> texts, String name) {
    for (String text : texts) {
      if (text.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it stands in no file, nor what remains of it without its first words. */
  private static boolean isUnread(String name, String folder, RuleContext context) {
    String rest = name;
    while (true) {
      if (!(context.compose().files().isNamed(folder, rest) instanceof Answer.Known<Boolean> known)
          || known.value()) {
        return false;
      }
      rest = rest.substring(rest.indexOf('_') + 1);
      if (rest.indexOf('_') < 0) {
        return true;
      }
    }
  }
}
