package dev.plimsoll.fix;

/**
 * A file that a fix creates; it must not exist yet.
 *
 * @param name its name in the workspace
 * @param mode POSIX permission bits, such as 0755
 */
public record NewFile(String name, int mode, String text) {}
