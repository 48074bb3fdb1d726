package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.AccountCreation;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.HostVariables;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts of an image: those of its base, and those that its steps make. Which number a
 * program picks says login.defs(5) of shadow, adduser.conf(5) of Debian, and adduser of busybox:
 * 1000 is the first for people, a group of the same name gets the same number.
 */
public final class ImageAccounts {

  private static final int FIRST = 1000;
  private static final int LAST = 59_999;

  /**
   * An account.
   *
   * @param uid absent where the system picks it
   * @param home absent where no command names it, and where it has none
   * @param place the word that names it; absent where the base image has it
   */
  public record Account(
      String name,
      Optional<Integer> uid,
      Optional<Integer> gid,
      Optional<String> home,
      Optional<Slice> place) {}

  private final Optional<BaseImage> image;
  private final Map<String, Account> users = new LinkedHashMap<>();
  private final Map<String, Optional<Integer>> groups = new HashMap<>();
  private boolean isCounted; // whether the numbers in use are all known

  private ImageAccounts(Optional<BaseImage> image, boolean isKnown) {
    this.image = image;
    this.isCounted = isKnown;
  }

  /**
   * The accounts after steps.
   *
   * @param image what is known of the image below them
   * @param isKnown whether that has no other accounts for people: it is known, or there is none
   */
  public static ImageAccounts of(List<Step> steps, Optional<BaseImage> image, boolean isKnown) {
    ImageAccounts accounts = new ImageAccounts(image, isKnown);
    for (Step step : steps) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          accounts.read(command, new HostVariables(run));
        }
      }
    }
    return accounts;
  }

  /** Whether no account for a person is hidden: not in the base, and in no step. */
  public boolean isComplete() {
    return isCounted;
  }

  /** The account of a name; nothing where none is seen. */
  public Optional<Account> user(String name) {
    if (name.equals("root")) {
      return Optional.of(
          new Account(
              "root", Optional.of(0), Optional.of(0), Optional.of("/root"), Optional.empty()));
    }
    Account made = users.get(name);
    if (made != null) {
      return Optional.of(made);
    }
    return image.isEmpty() ? Optional.empty() : ofImage(image.get().account(name));
  }

  /** The account of a number; nothing where none is seen. */
  public Optional<Account> user(int uid) {
    if (uid == 0) {
      return user("root");
    }
    for (Account account : users.values()) {
      if (account.uid().isPresent() && account.uid().get() == uid) {
        return Optional.of(account);
      }
    }
    return image.isEmpty() ? Optional.empty() : ofImage(image.get().account(uid));
  }

  private static Optional<Account> ofImage(Optional<BaseImage.Account> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    BaseImage.Account account = found.get();
    return Optional.of(
        new Account(
            account.name(),
            Optional.of(account.uid()),
            Optional.of(account.gid()),
            Optional.empty(),
            Optional.empty()));
  }

  /** The number of a group; nothing where it is not known. */
  public Optional<Integer> group(String name) {
    Optional<Integer> number = Digits.number(name);
    if (number.isPresent()) {
      return number;
    }
    Optional<Integer> made = groups.get(name);
    if (made != null) {
      return made;
    }
    Optional<Account> same = user(name);
    return same.isPresent() && same.get().place().isEmpty() ? same.get().gid() : Optional.empty();
  }

  private void read(Command command, HostVariables variables) {
    switch (command.program()) {
      case "useradd", "adduser" -> user(command, variables);
      case "groupadd", "addgroup" -> group(command, variables);
      case "usermod" -> change(command, variables);
      case "userdel", "deluser" -> {
        for (ShellWord word : command.arguments()) {
          users.remove(word.text());
        }
      }
      default -> {}
    }
  }

  private void user(Command command, HostVariables variables) {
    Optional<AccountCreation> creation = AccountCreation.of(command);
    if (creation.isEmpty()) {
      return;
    }
    Slice word = creation.get().name().unquoted();
    Optional<String> name = variables.replace(word.text());
    if (name.isEmpty()) {
      isCounted = false;
      return;
    }
    Invocation call = creation.get().invocation();
    boolean system = call.option("system").isPresent();
    Optional<Integer> uid =
        creation.get().uid().isPresent()
            ? given(call, "uid", variables)
            : system ? Optional.empty() : next(command);
    Optional<String> home = value(call, "home", variables);
    users.put(
        name.get(),
        new Account(
            name.get(),
            uid,
            gid(name.get(), uid, call, variables),
            home.isPresent() && home.get().startsWith("/") ? home : Optional.empty(),
            Optional.of(word)));
    isCounted &= uid.isPresent() || system;
  }

  /** The first free number; useradd takes the one above the highest, adduser fills gaps. */
  private Optional<Integer> next(Command command) {
    if (!isCounted) {
      return Optional.empty();
    }
    TreeSet<Integer> taken = new TreeSet<>();
    for (Account account : users.values()) {
      add(account.uid(), taken);
    }
    if (image.isPresent()) {
      for (BaseImage.Account account : image.get().accounts()) {
        add(Optional.of(account.uid()), taken);
      }
    }
    if (command.isNamed("useradd")) {
      return Optional.of(taken.isEmpty() ? FIRST : taken.last() + 1);
    }
    int free = FIRST;
    while (taken.contains(free)) {
      free++;
    }
    return Optional.of(free);
  }

  private static void add(Optional<Integer> uid, Set<Integer> taken) {
    if (uid.isPresent() && uid.get() >= FIRST && uid.get() <= LAST) {
      taken.add(uid.get());
    }
  }

  private Optional<Integer> gid(
      String name, Optional<Integer> uid, Invocation call, HostVariables variables) {
    if (call.option("gid").isPresent()) {
      Optional<String> group = value(call, "gid", variables);
      return group.isEmpty() ? Optional.empty() : group(group.get());
    }
    boolean own = call.option("system").isEmpty() && uid.isPresent() && !hasGroup(uid.get());
    for (Option option : call.options()) {
      own &= !option.name().equals("N") && !option.name().equals("no-user-group");
    }
    if (!own) {
      return Optional.empty();
    }
    groups.put(name, uid);
    return uid;
  }

  private boolean hasGroup(int gid) {
    for (Optional<Integer> group : groups.values()) {
      if (group.isEmpty() || group.get() == gid) {
        return true;
      }
    }
    return false;
  }

  private void group(Command command, HostVariables variables) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty() || call.get().operands().size() != 1) {
      return; // with two operands addgroup puts a user into a group
    }
    Optional<String> name = variables.replace(call.get().operands().get(0).unquoted().text());
    if (name.isPresent()) {
      boolean first = isCounted && groups.isEmpty() && call.get().option("system").isEmpty();
      boolean isGiven = call.get().option("gid").isPresent();
      Optional<Integer> gid =
          isGiven ? given(call.get(), "gid", variables) : first ? next(command) : Optional.empty();
      groups.put(name.get(), gid);
    }
  }

  /** {@code usermod -u} gives another number, and what it does else is not followed. */
  private void change(Command command, HostVariables variables) {
    List<ShellWord> words = command.arguments();
    if (words.isEmpty()) {
      return;
    }
    Optional<String> name = variables.replace(words.get(words.size() - 1).unquoted().text());
    Optional<Account> known = name.isEmpty() ? Optional.empty() : user(name.get());
    if (known.isEmpty()) {
      return;
    }
    Account old = known.get();
    Optional<Integer> uid = old.uid();
    Optional<Integer> gid = old.gid();
    for (int i = 0; i + 1 < words.size(); i++) {
      Optional<String> value = variables.replace(words.get(i + 1).unquoted().text());
      switch (words.get(i).text()) {
        case "-u", "--uid" -> uid = value.isEmpty() ? Optional.empty() : Digits.number(value.get());
        case "-g", "--gid" -> gid = value.isEmpty() ? Optional.empty() : group(value.get());
        default -> {}
      }
    }
    Slice place = words.get(words.size() - 1).slice();
    users.put(old.name(), new Account(old.name(), uid, gid, old.home(), Optional.of(place)));
  }

  private static Optional<Integer> given(Invocation call, String option, HostVariables variables) {
    Optional<String> value = value(call, option, variables);
    return value.isEmpty() ? Optional.empty() : Digits.number(value.get());
  }

  private static Optional<String> value(Invocation call, String name, HostVariables variables) {
    Optional<Option> option = call.option(name);
    Optional<Slice> value = option.isEmpty() ? Optional.empty() : option.get().value();
    return value.isEmpty() ? Optional.empty() : variables.replace(value.get().text());
  }
}
