package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/**
 * Who runs a step, as far as the file and the base image tell.
 *
 * @param name as USER writes it, without its group
 * @param uid absent where no instruction says it
 * @param gid absent where no instruction says it
 * @param home the folder that {@code ~} stands for
 */
public record BuildUser(
    String name, Optional<Integer> uid, Optional<Integer> gid, Optional<String> home) {

  private static final int FIRST_USER = 1000; // Debian, adduser.conf(5) FIRST_UID

  /** The user of a RUN; none where the name itself is not known. */
  public static Optional<BuildUser> of(Stage stage, Run run) {
    if (!(run.user() instanceof Value.Known known)) {
      return Optional.empty();
    }
    String text = known.text();
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    BuildUser user = named(name, stage, run);
    if (colon >= 0) {
      user = user.withGid(Digits.number(text.substring(colon + 1)));
    }
    Optional<Value> home = run.before().setVariable("HOME", run.run().keyword());
    if (home.isEmpty()) {
      return Optional.of(user);
    }
    return Optional.of(
        user.withHome(
            home.get() instanceof Value.Known path ? Optional.of(path.text()) : Optional.empty()));
  }

  public boolean isRoot() {
    return uid.isPresent() && uid.get() == 0;
  }

  private static BuildUser named(String name, Stage stage, Run run) {
    if (name.isEmpty() || name.equals("root") || name.equals("0")) {
      return new BuildUser(name, Optional.of(0), Optional.of(0), Optional.of("/root"));
    }
    Optional<BuildUser> made = madeBefore(name, stage, run);
    if (made.isPresent()) {
      return made.get();
    }
    Optional<BuildUser> inImage = run.image().isPresent() ? of(name, run.image().get()) : made;
    return inImage.isPresent()
        ? inImage.get()
        : new BuildUser(name, Digits.number(name), Optional.empty(), Optional.empty());
  }

  private static Optional<BuildUser> of(String name, BaseImage image) {
    for (BaseImage.Account account : image.accounts()) {
      if (account.name().equals(name) || name.equals(Integer.toString(account.uid()))) {
        boolean usual = account.uid() >= FIRST_USER && !account.name().equals("jenkins");
        return Optional.of(
            new BuildUser(
                name,
                Optional.of(account.uid()),
                Optional.of(account.gid()),
                usual ? Optional.of("/home/" + account.name()) : Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** The last account of that name or number that a RUN before makes. */
  private static Optional<BuildUser> madeBefore(String name, Stage stage, Run run) {
    Optional<BuildUser> found = Optional.empty();
    for (Step step : stage.stepsBefore(run)) {
      if (step instanceof Run earlier) {
        for (Command command : earlier.script().commands()) {
          if (command.isNamed("useradd") || command.isNamed("adduser")) {
            Optional<BuildUser> made = made(name, command, earlier);
            found = made.isPresent() ? made : found;
          }
        }
      }
    }
    return found;
  }

  private static Optional<BuildUser> made(String name, Command command, Run run) {
    Optional<Invocation> read = Invocation.of(command);
    if (read.isEmpty() || read.get().operands().size() != 1) {
      return Optional.empty(); // with two operands adduser adds a user to a group
    }
    Invocation call = read.get();
    String account = call.operands().get(0).text();
    Optional<Integer> uid = Digits.number(value(call, "uid"));
    boolean isMeant = account.equals(name) || (uid.isPresent() && name.equals("" + uid.get()));
    if (!isMeant || !call.operands().get(0).isLiteral()) {
      return Optional.empty();
    }
    return Optional.of(
        new BuildUser(name, uid, Digits.number(value(call, "gid")), home(account, call, run)));
  }

  /** Debian's adduser gives a system account none. */
  private static Optional<String> home(String account, Invocation call, Run run) {
    String home = value(call, "home");
    if (!home.isEmpty()) {
      return home.startsWith("/") && home.indexOf('$') < 0 ? Optional.of(home) : Optional.empty();
    }
    boolean busybox =
        run.image().isPresent() && run.image().get().family() == BaseImage.Family.ALPINE;
    boolean system = call.option("system").isPresent() && call.command().isNamed("adduser");
    return system && !busybox ? Optional.empty() : Optional.of("/home/" + account);
  }

  private static String value(Invocation call, String name) {
    Optional<Option> option = call.option(name);
    Optional<Slice> value = option.isEmpty() ? Optional.empty() : option.get().value();
    return value.isEmpty() ? "" : value.get().text();
  }

  private BuildUser withGid(Optional<Integer> changed) {
    return new BuildUser(name, uid, changed, home);
  }

  private BuildUser withHome(Optional<String> changed) {
    return new BuildUser(name, uid, gid, changed);
  }
}
