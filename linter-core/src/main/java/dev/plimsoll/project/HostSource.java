package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import java.util.List;

/** Files of one kind that tell on what hosts Compose sets run. */
interface HostSource {

  /** What each of them says that evidently is about a set. */
  List<HostSetup> of(ComposeSet set);
}
