package dev.plimsoll.run;

/**
 * A text that came through a pipe, to be read as if it were a file.
 *
 * @param name the file it stands for, as the user wrote it; it need not exist
 * @param content taken over
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record StandardInput(String name, byte[] content) {}
