package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.parse.small.tree.ProxyFile;
import java.util.List;
import java.util.Set;

/** What a rule asks about who talks to whom in Compose sets. */
public final class NetworkView {

  private final Project project;
  private final Inquiry inquiry;
  private final ProjectView view;
  private final ComposeView sets;

  NetworkView(Project project, Inquiry inquiry, ProjectView view, ComposeView sets) {
    this.project = project;
    this.inquiry = inquiry;
    this.view = view;
    this.sets = sets;
  }

  /** The hosts that a service is told to talk to, by its variables and its command lines. */
  public List<HostUse> hosts(ComposeSet set, ComposeService service) {
    return new ServiceHosts(sets.serviceEnvironment()).of(set, service);
  }

  /**
   * Where a service sends requests to by the files of nginx, Caddy and HAProxy that are mounted
   * into it or copied into its image, as far as these are seen.
   */
  public List<ProxyFile.Target> proxied(ComposeSet set, ComposeService service) {
    return new ProxyFiles(project, inquiry).of(set, service, view);
  }

  /** The ports that a service serves; unknown for one whose image the project does not build. */
  public Answer<ServedPorts> servedPorts(ComposeSet set, ComposeService service) {
    return sets.image(set, service) instanceof Answer.Known<ServiceImage> image
            && image.value() instanceof ServiceImage.Built built
        ? view.noted(new PortEvidence(service, sets.environment(set, service), built).find())
        : new Answer.Unknown<>("the project does not build it");
  }

  /** Whether a Compose file is the first of those that give a proxy one of its files. */
  public boolean isFirstToProxy(ComposeFile file, String other) {
    return new ProxyFiles(project, inquiry).isFirst(file, other, view);
  }

  /**
   * Who answers a service at a host name; nobody, where the value is without services. Unknown
   * where a container of another project, or something outside, may.
   */
  public Answer<Peers> peers(ComposeSet set, ComposeService service, String host) {
    return view.noted(new HostNames(set).find(service, host));
  }

  /** The networks of the set that a service is in, by their keys. */
  public Set<String> networks(ComposeSet set, ComposeService service) {
    return new HostNames(set).networks(service);
  }
}
