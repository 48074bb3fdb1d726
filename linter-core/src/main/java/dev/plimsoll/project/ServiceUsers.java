package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.ImageAccounts;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells as whom the processes of services start: by the service's {@code user}, else by the last
 * USER of its image, else by what is known of the image below.
 */
final class ServiceUsers {

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSet set;

  ServiceUsers(Project project, Inquiry inquiry, ComposeSet set) {
    this.project = project;
    this.inquiry = inquiry;
    this.set = set;
  }

  Answer<ServiceUser> find(ComposeService service) {
    Answer<ServiceImage> image = new ServiceImages(project, inquiry, set).find(service);
    Optional<Scalar> own = service.scalar("user");
    if (own.isPresent()) {
      Optional<String> text = own.get().known();
      if (text.isEmpty()) {
        return new Answer.Unknown<>("a variable names the user");
      }
      if (!text.get().isEmpty()) {
        return new Answer.Known<>(
            named(text.get(), accounts(image)), List.of(own.get().slice().place()));
      }
    }
    return image instanceof Answer.Known<ServiceImage> known
        ? ofImage(known.value())
        : new Answer.Unknown<>(((Answer.Unknown<ServiceImage>) image).reason());
  }

  /** As whom an image starts. */
  static Answer<ServiceUser> ofImage(ServiceImage image) {
    ImageAccounts accounts = accounts(new Answer.Known<>(image, List.of()));
    List<ServiceImage.Built> builds = image.builds();
    for (int i = builds.size() - 1; i >= 0; i--) {
      List<Step> steps = builds.get(i).stage().lineage();
      for (int k = steps.size() - 1; k >= 0; k--) {
        if (steps.get(k).tree() instanceof Instruction.User user) {
          Value value = steps.get(k).before().valueOf(user.user());
          return value.alternatives().get(0) instanceof Value.Known text
              ? new Answer.Known<>(named(text.text(), accounts), List.of(user.slice().place()))
              : new Answer.Unknown<>("a variable names the user");
        }
      }
    }
    Answer<ServiceImage> root = image.root();
    return root instanceof Answer.Known<ServiceImage> known
        ? atBottom(known.value(), known.because(), accounts)
        : new Answer.Unknown<>(((Answer.Unknown<ServiceImage>) root).reason());
  }

  private static Answer<ServiceUser> atBottom(
      ServiceImage root, List<Place> because, ImageAccounts accounts) {
    if (!(root instanceof ServiceImage.Pulled pulled)) {
      return new Answer.Known<>(ServiceUser.ROOT, because);
    }
    if (pulled.known().isEmpty()) {
      return new Answer.Unknown<>("nothing is known of the image that is pulled");
    }
    BaseImage image = pulled.known().get();
    ServiceUser user = named(image.user(), accounts);
    return new Answer.Known<>(
        user.uid().isEmpty() ? new ServiceUser(user.name(), image.uid(), user.gid()) : user,
        because);
  }

  /** The accounts of an image, as far as they are seen. */
  static ImageAccounts accounts(Answer<ServiceImage> image) {
    List<Step> steps = new ArrayList<>();
    Optional<BaseImage> bottom = Optional.empty();
    boolean known = false;
    if (image instanceof Answer.Known<ServiceImage> found) {
      for (ServiceImage.Built built : found.value().builds()) {
        steps.addAll(built.stage().lineage());
      }
      if (found.value().root() instanceof Answer.Known<ServiceImage> root) {
        bottom =
            root.value() instanceof ServiceImage.Pulled pulled ? pulled.known() : Optional.empty();
        known = bottom.isPresent() || root.value() instanceof ServiceImage.Scratch;
      }
    }
    return ImageAccounts.of(steps, bottom, known);
  }

  /** Whom {@code user}, {@code user:group} or their numbers mean in an image. */
  static ServiceUser named(String text, ImageAccounts accounts) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String group = colon < 0 ? "" : text.substring(colon + 1);
    ServiceUser user = name.isEmpty() ? ServiceUser.ROOT : user(name, accounts);
    return group.isEmpty() ? user : new ServiceUser(user.name(), user.uid(), accounts.group(group));
  }

  /** A number that no account has is of the group 0, as runc and containerd have it. */
  private static ServiceUser user(String name, ImageAccounts accounts) {
    Optional<Integer> uid = Digits.number(name);
    Optional<ImageAccounts.Account> account =
        uid.isPresent() ? accounts.user(uid.get()) : accounts.user(name);
    if (account.isPresent()) {
      return new ServiceUser(
          Optional.of(account.get().name()), account.get().uid(), account.get().gid());
    }
    return uid.isPresent()
        ? new ServiceUser(
            Optional.empty(), uid, accounts.isComplete() ? Optional.of(0) : Optional.empty())
        : new ServiceUser(Optional.of(name), Optional.empty(), Optional.empty());
  }
}
