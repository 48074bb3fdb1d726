package dev.plimsoll.rules.compose.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.RuleContext;
import java.util.List;

/** Tells what a service needs root for, and whether it keeps it. */
final class RootUse {

  private static final List<String> OWNERS = List.of("chown", "chmod", "chgrp", "setfacl");

  private RootUse() {}

  /** Whether it goes on as another user, as far as that is seen. */
  static boolean isDropped(ComposeService service, ComposeSet set, RuleContext context) {
    Answer<ServiceUser> user = context.compose().writesAs(set, service);
    return user instanceof Answer.Known<ServiceUser> known && !known.value().isRoot();
  }

  /** Whether it is there to give files to others, which root alone can. */
  static boolean givesFiles(ComposeService service, ComposeSet set, RuleContext context) {
    if (context.compose().starts(set, service) instanceof Answer.Known<List<Command>> known) {
      for (Command command : known.value()) {
        for (String owner : OWNERS) {
          if (command.isNamed(owner)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
