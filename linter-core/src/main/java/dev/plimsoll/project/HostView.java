package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import java.util.List;

/** What a rule asks about the hosts on which Compose sets run. */
public final class HostView {

  private final Project project;
  private final Inquiry inquiry;
  private final ProjectView view;

  HostView(Project project, Inquiry inquiry, ProjectView view) {
    this.project = project;
    this.inquiry = inquiry;
    this.view = view;
  }

  /** How much memory the host of a set has. */
  public Answer<HostMemory> memory(ComposeSet set) {
    return view.noted(facts(set).memory());
  }

  /** What reaches the host of a set from outside. */
  public Answer<HostFirewall> firewall(ComposeSet set) {
    return view.noted(facts(set).firewall());
  }

  private HostFacts facts(ComposeSet set) {
    return project
        .compose()
        .hosts()
        .of(
            set,
            inquiry,
            new OncePerSet.Finder<>() {
              @Override
              HostFacts find(Inquiry asked) {
                return new HostFacts(List.of(new ProvisioningScripts(project, asked)), set);
              }
            });
  }
}
