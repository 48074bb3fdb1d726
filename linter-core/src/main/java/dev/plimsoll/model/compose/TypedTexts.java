package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at texts that the schema takes as they are, and that Compose then cannot read as what they
 * stand for: durations, sizes, addresses. Source: compose-go 2.16, package types.
 */
final class TypedTexts {

  private enum Form {
    DURATION("this is no duration: write numbers with units, such as 1m30s"),
    SIZE("this is no size: write a number and b, k, m, g, t or p"),
    BOOLEAN("this must be true or false"),
    OCTAL("these are no permissions: write octal digits, such as 0440"),
    COUNT("this must be all or a number"),
    INTEGER("this must be a whole number"),
    DECIMAL("this must be a number"),
    UNQUOTED("this must be a number without quotes"),
    POSITIVE("this must not be less than 0");

    private final String message;

    Form(String message) {
      this.message = message;
    }
  }

  private record Row(Form form, List<String> keys) {}

  private static final String ANY = "*";

  private static final List<Row> ROWS =
      List.of(
          row(Form.DURATION, "stop_grace_period"),
          row(Form.DURATION, "healthcheck.interval"),
          row(Form.DURATION, "healthcheck.timeout"),
          row(Form.DURATION, "healthcheck.start_period"),
          row(Form.DURATION, "healthcheck.start_interval"),
          row(Form.DURATION, "deploy.restart_policy.delay"),
          row(Form.DURATION, "deploy.restart_policy.window"),
          row(Form.DURATION, "deploy.update_config.delay"),
          row(Form.DURATION, "deploy.update_config.monitor"),
          row(Form.DURATION, "deploy.rollback_config.delay"),
          row(Form.DURATION, "deploy.rollback_config.monitor"),
          row(Form.SIZE, "mem_limit"),
          row(Form.SIZE, "mem_reservation"),
          row(Form.SIZE, "memswap_limit"),
          row(Form.SIZE, "shm_size"),
          row(Form.SIZE, "build.shm_size"),
          row(Form.SIZE, "deploy.resources.limits.memory"),
          row(Form.SIZE, "deploy.resources.reservations.memory"),
          row(Form.SIZE, "volumes.*.tmpfs.size"),
          row(Form.SIZE, "blkio_config.device_read_bps.*.rate"),
          row(Form.SIZE, "blkio_config.device_write_bps.*.rate"),
          row(Form.SIZE, "blkio_config.device_read_iops.*.rate"),
          row(Form.SIZE, "blkio_config.device_write_iops.*.rate"),
          row(Form.SIZE, "mem_swappiness"),
          row(Form.BOOLEAN, "build.no_cache"),
          row(Form.BOOLEAN, "build.pull"),
          row(Form.BOOLEAN, "build.privileged"),
          row(Form.BOOLEAN, "post_start.*.privileged"),
          row(Form.BOOLEAN, "pre_stop.*.privileged"),
          row(Form.BOOLEAN, "env_file.*.required"),
          row(Form.BOOLEAN, "volumes.*.bind.create_host_path"),
          row(Form.OCTAL, "configs.*.mode"),
          row(Form.OCTAL, "secrets.*.mode"),
          row(Form.COUNT, "gpus.*.count"),
          row(Form.COUNT, "deploy.resources.reservations.devices.*.count"),
          row(Form.INTEGER, "deploy.resources.limits.pids"),
          row(Form.DECIMAL, "deploy.resources.limits.cpus"),
          row(Form.DECIMAL, "deploy.resources.reservations.cpus"),
          row(Form.UNQUOTED, "blkio_config.weight"),
          row(Form.UNQUOTED, "blkio_config.weight_device.*.weight"),
          row(Form.UNQUOTED, "build.ulimits.*"),
          row(Form.UNQUOTED, "volumes.*.tmpfs.mode"),
          row(Form.POSITIVE, "deploy.replicas"));

  private final List<Refusal> refusals;

  /** Adds to {@code refusals} what cannot be read. */
  TypedTexts(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  private static Row row(Form form, String dotted) {
    return new Row(form, ComposePath.of(dotted).keys());
  }

  /** Looks at the services of a whole model. */
  void check(Table model) {
    if (!(model.find("services").orElse(model) instanceof Table services)) {
      return;
    }
    for (Member member : services.members().values()) {
      if (member.value() instanceof Table service) {
        for (Row row : ROWS) {
          check(service, row, 0);
        }
        environment(service);
        hosts(service);
        watch(service);
        addresses(service);
      }
    }
  }

  private void check(ComposeNode node, Row row, int depth) {
    if (depth == row.keys().size()) {
      if (node instanceof Scalar scalar && !isReadable(row.form(), scalar)) {
        refuse(Refusal.Kind.SHAPE, scalar, row.form().message);
      }
      return;
    }
    String key = row.keys().get(depth);
    if (node instanceof Table table && !key.equals(ANY)) {
      Optional<ComposeNode> below = table.find(key);
      if (below.isPresent()) {
        check(below.get(), row, depth + 1);
      }
    } else if (node instanceof Table table) {
      for (Member member : table.members().values()) {
        check(member.value(), row, depth + 1);
      }
    } else if (node instanceof Items items && key.equals(ANY)) {
      for (ComposeNode item : items.items()) {
        check(item, row, depth + 1);
      }
    }
  }

  private void refuse(Refusal.Kind kind, ComposeNode node, String message) {
    refusals.add(new Refusal(kind, node.slice(), message));
  }

  /** Whether Compose can read it, or variables decide it. */
  private static boolean isReadable(Form form, Scalar scalar) {
    Optional<String> known = scalar.known();
    if (known.isEmpty() || (scalar.type() != ComposeNode.Type.STRING && form != Form.POSITIVE)) {
      return true;
    }
    String text = known.get();
    return switch (form) {
      case DURATION -> isDuration(text);
      case SIZE -> isSize(text);
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "y", "yes", "on", "false", "n", "no", "off" -> true;
            default -> false;
          };
      case OCTAL -> hasOnly(text, "01234567");
      case COUNT -> text.equalsIgnoreCase("all") || isInteger(text);
      case INTEGER -> isInteger(text);
      case DECIMAL -> GoNumbers.decimal(text).isPresent();
      case UNQUOTED -> !(scalar.value() instanceof Value.Known);
      case POSITIVE -> !text.startsWith("-");
    };
  }

  private static boolean isInteger(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return hasOnly(digits, "0123456789");
  }

  private static boolean hasOnly(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Numbers with a unit behind each; days and weeks are known, too. */
  private static boolean isDuration(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return true;
    }
    boolean found = false;
    while (at < text.length()) {
      int number = at;
      while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      int unit = at;
      while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String digits = text.substring(number, unit);
      int dot = digits.indexOf('.');
      boolean isNumber =
          digits.length() > (dot < 0 ? 0 : 1) && (dot < 0 || digits.lastIndexOf('.') == dot);
      if (!isNumber || !isUnit(text.substring(unit, at))) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private static boolean isUnit(String text) {
    return switch (text) {
      case "ns", "us", "µs", "μs", "ms", "s", "m", "h", "d", "w" -> true;
      default -> false;
    };
  }

  /** As the package go-units reads it: a number, a blank at most, a unit. */
  private static boolean isSize(String text) {
    int last = text.length();
    while (last > 0 && "0123456789. ".indexOf(text.charAt(last - 1)) < 0) {
      last--;
    }
    if (last == 0) {
      return false;
    }
    String number = text.substring(0, text.charAt(last - 1) == ' ' ? last - 1 : last);
    String unit = text.substring(last).toLowerCase(Locale.ROOT);
    boolean minus = number.startsWith("-") && !text.equals("-1");
    return !minus
        && GoNumbers.decimal(number).isPresent()
        && switch (unit) {
          case "", "b" -> true;
          default ->
              "kmgtp".indexOf(unit.charAt(0)) >= 0
                  && switch (unit.substring(1)) {
                    case "", "b", "ib" -> true;
                    default -> false;
                  };
        };
  }

  /** A list's line with a blank before the equals sign; as a key such a name is taken. */
  private void environment(Table service) {
    Optional<ComposeNode> found = service.find("environment");
    if (found.isPresent() && found.get() instanceof Table environment) {
      for (Map.Entry<String, Member> entry : environment.members().entrySet()) {
        String written = entry.getValue().key().text();
        boolean quoted = written.startsWith("\"") || written.startsWith("'");
        if (entry.getKey().endsWith(" ") && !quoted) {
          String message = "a blank stands before the equals sign: remove it";
          refusals.add(new Refusal(Refusal.Kind.SHAPE, entry.getValue().key(), message));
        }
      }
    }
  }

  private void hosts(Table service) {
    hosts(service.find("extra_hosts"));
    Optional<ComposeNode> found = service.find("build");
    if (found.isPresent() && found.get() instanceof Table build) {
      hosts(build.find("extra_hosts"));
    }
  }

  private void hosts(Optional<ComposeNode> hosts) {
    if (hosts.isEmpty() || !(hosts.get() instanceof Items items)) {
      return;
    }
    for (ComposeNode item : items.items()) {
      if (item instanceof Scalar scalar
          && scalar.value() instanceof dev.plimsoll.text.Value.Known
          && scalar.text().indexOf('=') <= 0
          && scalar.text().indexOf(':') <= 0) {
        refuse(Refusal.Kind.SHAPE, item, "this is no name with an address: write name=address");
      }
    }
  }

  private void watch(Table service) {
    Optional<ComposeNode> develop = service.find("develop");
    Optional<ComposeNode> watch =
        develop.isPresent() && develop.get() instanceof Table table
            ? table.find("watch")
            : Optional.empty();
    if (watch.isEmpty() || !(watch.get() instanceof Items items)) {
      return;
    }
    for (ComposeNode item : items.items()) {
      if (item instanceof Table each
          && each.find("target").isEmpty()
          && each.find("action").isPresent()
          && each.find("action").get() instanceof Scalar action
          && action.fixed().orElse("").startsWith("sync")) {
        refuse(Refusal.Kind.SHAPE, action, "what is synchronised needs a target: add that key");
      }
    }
  }

  private void addresses(Table service) {
    if (!(service.find("ports").orElse(service) instanceof Items ports)) {
      return;
    }
    for (ComposeNode port : ports.items()) {
      if (port instanceof Table table
          && table.find("host_ip").isPresent()
          && table.find("host_ip").get() instanceof Scalar address
          && address.known().isPresent()
          && !IpAddress.isValid(address.known().get())) {
        refuse(Refusal.Kind.PORT, address, "this is no IP address");
      }
    }
  }
}
