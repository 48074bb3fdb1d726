package dev.plimsoll.model.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a wrapper's own words end and the wrapped command begins. Sources: the manual pages of sudo,
 * GNU coreutils, findutils and util-linux, and of each project named.
 *
 * @param shortWithValue letters of the short options that take a value
 * @param longWithValue names of the long options whose value may be the next word
 * @param operands its own words before the command
 * @param assigns whether {@code NAME=value} may stand before the command
 * @param queries short options with which it runs nothing, {@code command -v}, or the words of a
 *     text, {@code env -S}
 */
record WrapperSyntax(
    String shortWithValue,
    Set<String> longWithValue,
    int operands,
    boolean assigns,
    String queries) {

  private static final Map<String, WrapperSyntax> ALL = new HashMap<>();

  static {
    put("busybox", options(""));
    put("builtin", options(""));
    put("chpst", options("uUbemdoplfrct/n"));
    put("chroot", options("", "groups", "userspec").taking(1));
    put("command", options("").asking("vV"));
    put("doas", options("uC"));
    put("dumb-init", options("r", "rewrite"));
    put("eatmydata", options(""));
    put("env", options("uC", "unset", "chdir").assigning().asking("S"));
    put("exec", options("a"));
    put("fakeroot", options("lsibu", "lib", "faked"));
    put("flock", options("wE", "wait", "timeout", "conflict-exit-code").taking(1).asking("cu"));
    put("gosu", options("").taking(1));
    put("ionice", options("cnpPu", "class", "classdata"));
    put("nice", options("n", "adjustment"));
    put("nohup", options(""));
    put("s6-setuidgid", options("").taking(1));
    put(
        "setpriv",
        options(
            "",
            "reuid",
            "regid",
            "ruid",
            "euid",
            "rgid",
            "egid",
            "groups",
            "inh-caps",
            "ambient-caps",
            "bounding-set",
            "securebits",
            "pdeathsig",
            "selinux-label",
            "apparmor-profile"));
    put("setsid", options(""));
    put("setuidgid", options("").taking(1));
    put("stdbuf", options("ioe", "input", "output", "error"));
    put("su-exec", options("").taking(1));
    put(
        "sudo",
        options(
                "ugpChrtTDRU",
                "user",
                "group",
                "prompt",
                "close-from",
                "host",
                "role",
                "type",
                "command-timeout",
                "chdir",
                "chroot",
                "other-user")
            .assigning()
            .asking("lvkK"));
    put("time", options("fo", "format", "output"));
    put("timeout", options("ks", "kill-after", "signal").taking(1));
    put("tini", options("pe"));
    put("unbuffer", options(""));
    put(
        "xargs",
        options(
            "aEdILnPs",
            "arg-file",
            "delimiter",
            "max-args",
            "max-procs",
            "max-chars",
            "process-slot-var"));
  }

  private static void put(String program, WrapperSyntax syntax) {
    ALL.put(program, syntax);
  }

  static Optional<WrapperSyntax> of(String program) {
    return Optional.ofNullable(ALL.get(program));
  }

  private static WrapperSyntax options(String shortWithValue, String... longWithValue) {
    return new WrapperSyntax(shortWithValue, Set.of(longWithValue), 0, false, "");
  }

  private WrapperSyntax taking(int count) {
    return new WrapperSyntax(shortWithValue, longWithValue, count, assigns, queries);
  }

  private WrapperSyntax assigning() {
    return new WrapperSyntax(shortWithValue, longWithValue, operands, true, queries);
  }

  private WrapperSyntax asking(String letters) {
    return new WrapperSyntax(shortWithValue, longWithValue, operands, assigns, letters);
  }
}
