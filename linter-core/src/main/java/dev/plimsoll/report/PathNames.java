package dev.plimsoll.report;

/** Names of the workspace as the reader knows them. */
public interface PathNames {

  /** Shows names as they are: the reader stands at the workspace's root. */
  PathNames SAME =
      new PathNames() {
        @Override
        public String shown(String file) {
          return file;
        }
      };

  /** The {@code /}-separated path of a file from the working directory. */
  String shown(String file);
}
