package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.ImageAccounts;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.ImageFolders;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * Follows one folder through the steps of an image. Sources: BuildKit, {@code dockerfile2llb}:
 * WORKDIR makes a folder for the user in force, of mode 0755; COPY and ADD make what is missing
 * above their target for root or for whom {@code --chown} names; tonistiigi/fsutil, {@code copy}: a
 * target that is there keeps its owner and mode, folders below it take those of the source.
 */
final class ImageFolder {

  /** Stages that a folder is copied through. */
  private static final int DEEPEST = 8;

  /** Stages that are walked through for one answer, the same one several times over. */
  private static final int MOST_WALKS = 200;

  private static final String BASE = "the base image may bring it";

  private final Project project;
  private final Inquiry inquiry;
  private final FolderState folder;
  private final ImageAccounts accounts;
  private final int depth;
  private final Walks walks;

  /** How many walks one answer took. */
  private static final class Walks {
    private int done;

    boolean another() {
      return done++ < MOST_WALKS;
    }
  }

  private ImageFolder(
      Project project,
      Inquiry inquiry,
      String path,
      ImageAccounts accounts,
      int depth,
      Walks walks) {
    this.project = project;
    this.inquiry = inquiry;
    this.folder = new FolderState(path);
    this.accounts = accounts;
    this.depth = depth;
    this.walks = walks;
  }

  /** The folder as an image has it. */
  static Answer<Ownership> find(Project project, Inquiry inquiry, ServiceImage image, String path) {
    return find(project, inquiry, image, path, 0, new Walks());
  }

  private static Answer<Ownership> find(
      Project project, Inquiry inquiry, ServiceImage image, String path, int depth, Walks walks) {
    ImageAccounts accounts = ServiceUsers.accounts(new Answer.Known<>(image, List.of()));
    ImageFolder walk = new ImageFolder(project, inquiry, path, accounts, depth, walks);
    walk.start(image.root());
    for (ServiceImage.Built built : image.builds()) {
      for (Step step : built.stage().lineage()) {
        walk.step(step, built);
      }
    }
    return walk.folder.answer();
  }

  private void start(Answer<ServiceImage> root) {
    if (!(root instanceof Answer.Known<ServiceImage> known)) {
      folder.doubt(BASE);
      return;
    }
    if (!(known.value() instanceof ServiceImage.Pulled pulled)) {
      return;
    }
    Optional<ImageFolders.Found> found =
        pulled.known().isEmpty()
            ? Optional.empty()
            : ImageFolders.find(pulled.reference(), pulled.known().get(), folder.path());
    if (found.isEmpty()) {
      folder.doubt(BASE);
    } else if (found.get().isThere()) {
      folder.bring(ServiceUsers.named(found.get().user(), accounts), found.get().mode());
    }
  }

  private void step(Step step, ServiceImage.Built built) {
    if (step instanceof Run run && !run.isTrigger()) {
      new RunFolders(folder, accounts, run).read();
    } else if (step instanceof Copy copy) {
      copy(copy, built);
    } else if (step.tree() instanceof Instruction.Workdir workdir) {
      workdir(step, workdir);
    }
  }

  private void workdir(Step step, Instruction.Workdir workdir) {
    Value path = step.before().path(step.before().valueOf(workdir.path()));
    if (!(path.alternatives().get(0) instanceof Value.Known known)) {
      folder.doubtIfAbsent("a variable names the working folder");
    } else if (folder.holds(known.text())) {
      if (step.before().user().alternatives().get(0) instanceof Value.Known user) {
        folder.makeIfAbsent(
            ServiceUsers.named(user.text(), accounts), Optional.of(0755), workdir.slice().place());
      } else {
        folder.doubtIfAbsent("it is not known who makes it");
      }
    }
  }

  private void copy(Copy copy, ServiceImage.Built built) {
    Value target = copy.target();
    if (!(target.alternatives().get(0) instanceof Value.Known known)) {
      folder.doubtIfAbsent("a variable names where files are copied to");
      return;
    }
    Place place = copy.tree().slice().place();
    String to = known.text();
    if (to.equals(folder.path())) {
      onto(copy, built, place);
    } else if (folder.holds(to)) {
      make(copy, Optional.of(ServiceUser.ROOT), Optional.of(0755), place);
    } else if (folder.liesIn(to)) {
      int length = to.equals("/") ? 1 : to.length() + 1;
      below(copy, built, folder.path().substring(length), place);
    }
  }

  /** The owner that a flag names, else the given one; a doubt where neither is known. */
  private Optional<ServiceUser> owner(Copy copy, Optional<ServiceUser> otherwise) {
    Optional<Flag> flag = copy.flag("chown");
    if (flag.isEmpty() || flag.get().value().isEmpty()) {
      return otherwise;
    }
    Value value = copy.before().valueOf(flag.get().value().get());
    return value.alternatives().get(0) instanceof Value.Known known
        ? Optional.of(withGroup(known.text()))
        : Optional.empty();
  }

  /** A user without a group is of the group with its number: BuildKit, {@code readUser}. */
  private ServiceUser withGroup(String text) {
    ServiceUser user = ServiceUsers.named(text, accounts);
    Optional<Integer> number = Digits.number(text);
    return number.isPresent() ? new ServiceUser(user.name(), number, number) : user;
  }

  private void make(
      Copy copy, Optional<ServiceUser> otherwise, Optional<Integer> mode, Place place) {
    if (!folder.isAbsent()) {
      return;
    }
    Optional<ServiceUser> owner = owner(copy, otherwise);
    Optional<Flag> chmod = copy.flag("chmod");
    Optional<Integer> bits = mode;
    if (chmod.isPresent() && chmod.get().value().isPresent()) {
      bits = RunFolders.bits(chmod.get().value().get().text());
    }
    if (owner.isEmpty()) {
      folder.doubt("it is not known whose the copy is");
    } else {
      folder.make(owner.get(), bits, place);
    }
  }

  private void onto(Copy copy, ServiceImage.Built built, Place place) {
    if (copy.isIntoFolder()) {
      make(copy, Optional.of(ServiceUser.ROOT), Optional.of(0755), place);
    } else if (folder.isAbsent() && copy.tree().sources().size() == 1) {
      Word source = copy.tree().sources().get(0);
      Optional<Ownership> brought = brought(copy, built, source, "");
      if (brought.isPresent()) {
        make(copy, Optional.of(brought.get().owner()), brought.get().mode(), place);
      } else if (folder.isAbsent()) {
        folder.doubt("a file or a folder of the build stands there");
      }
    }
  }

  private void below(Copy copy, ServiceImage.Built built, String rest, Place place) {
    for (Word source : copy.tree().sources()) {
      Optional<Ownership> brought = brought(copy, built, source, rest);
      Optional<ServiceUser> owner =
          brought.isEmpty() ? Optional.empty() : owner(copy, Optional.of(brought.get().owner()));
      if (owner.isPresent()) {
        folder.make(owner.get(), brought.orElseThrow().mode(), place);
      } else if (brought.isPresent()) {
        folder.doubt("it is not known whose the copy is");
      }
    }
  }

  /** The folder that a source brings along; nothing where it brings none, or a doubt is noted. */
  private Optional<Ownership> brought(
      Copy copy, ServiceImage.Built built, Word source, String rest) {
    if (copy.source().isPresent()) {
      return ofStage(copy, built, source, rest);
    }
    String text = source.text();
    if (!copy.contextSources().contains(source)) {
      String last = text.substring(text.lastIndexOf('/') + 1);
      boolean archive = text.contains(".t") && copy.tree().name().equals("ADD");
      if (archive || text.indexOf('$') >= 0 || (last.indexOf('*') >= 0 && last.indexOf('.') < 0)) {
        folder.doubtIfAbsent("what is copied is not all seen");
      }
      return Optional.empty();
    }
    return switch (project.context(built, inquiry).folder(text, rest)) {
      case FOLDER -> Optional.of(new Ownership(ServiceUser.ROOT, Optional.empty(), true));
      case FILE, ABSENT -> Optional.empty();
    };
  }

  private Optional<Ownership> ofStage(
      Copy copy, ServiceImage.Built built, Word source, String rest) {
    Value from = copy.before().valueOf(source);
    if (!(copy.source().orElseThrow() instanceof Source.OfStage other)
        || !(from.alternatives().get(0) instanceof Value.Known known)
        || depth >= DEEPEST
        || !walks.another()) {
      folder.doubtIfAbsent("it may come from another image");
      return Optional.empty();
    }
    Stage stage = built.file().stages().get(other.index());
    String path = known.text();
    String whole = (path.startsWith("/") ? path : "/" + path) + (rest.isEmpty() ? "" : "/" + rest);
    ServiceImage image = project.image(built, stage);
    Answer<Ownership> answer = find(project, inquiry, image, CleanPath.of(whole), depth + 1, walks);
    if (answer instanceof Answer.Known<Ownership> told) {
      return told.value().isInImage() ? Optional.of(told.value()) : Optional.empty();
    }
    folder.doubtIfAbsent("another stage may bring it");
    return Optional.empty();
  }
}
