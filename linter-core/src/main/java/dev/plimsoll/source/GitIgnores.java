package dev.plimsoll.source;

/** Whether Git ignores a file, be it there or not. */
public final class GitIgnores {

  private GitIgnores() {}

  /** Whether the ignore files from the root down keep the name out, be it a file or a folder. */
  public static boolean ignores(Workspace workspace, String name) {
    IgnoreChain chain = IgnoreChain.start(workspace).into(workspace, "");
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash);
      if (chain.ignoresFolder(folder)) {
        return true;
      }
      chain = chain.into(workspace, folder);
    }
    return chain.ignoresFile(name) || chain.ignoresFolder(name);
  }
}
