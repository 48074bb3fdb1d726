package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A setting that the program no longer reads is changed, reviewed and explained for nothing. */
@RuleInfo(
    id = "compose/unread-env-var",
    title = "Environment variable that no source file reads",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class UnreadEnvVar extends ComposeRule {

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

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, Member> environment = service.members("environment");
    if (environment.isEmpty() || !service.has("build")) {
      return;
    }
    Optional<ServiceImage.Built> built = built(service, set, context);
    if (built.isEmpty()) {
      return;
    }
    List<String> texts = texts(service);
    for (Map.Entry<String, Member> entry : environment.entrySet()) {
      String name = entry.getKey();
      Slice key = entry.getValue().key();
      if (isOwn(name)
          && key.place().file().equals(file.name())
          && file.yaml().uses().sharedThrough(key.place().span()).isEmpty()
          && !isIn(texts, name)
          && isUnread(name, built.get().context(), context)) {
        report(name, key, built.get(), service, file, context);
      }
    }
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

  private static void report(
      String name,
      Slice key,
      ServiceImage.Built built,
      ComposeService service,
      ComposeFile file,
      RuleContext context) {
    int at = key.text().indexOf(name);
    Slice place = at < 0 ? key : key.part(at, at + name.length());
    Finding finding =
        Finding.at(
            service.anchor("environment"),
            place,
            "no file of the build context %s reads %s",
            built.context().isEmpty() ? "." : built.context(),
            name);
    Optional<Fix> fix = removal(name, key, service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> removal(
      String name, Slice key, ComposeService service, ComposeFile file) {
    Optional<Slice> environment = service.keySlice("environment");
    Optional<ComposeFile.Spot> spot =
        environment.isEmpty() ? Optional.empty() : file.spot(environment.get());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    Edit edit = Listed.removal(key, spot.get(), YamlEdits.of(file.yaml(), file.source()));
    Anchor changed = file.owner(spot.get().entry().key().slice()).child("environment");
    return Optional.of(
        Fix.unsafe("Remove " + name, edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), changed)));
  }
}
