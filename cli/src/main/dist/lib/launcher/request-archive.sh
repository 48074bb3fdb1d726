# Read by bin/plimsoll when the archive of loaded classes is missing and may be made.

# The marker holds the process id of the maker, or the word failed; a failure is tried again after a day.
wanted() {
  marker=$archive.making
  [ -f "$marker" ] || return 0
  maker=
  { read -r maker <"$marker"; } 2>/dev/null
  case $maker in
    '' | *[!0-9]*) [ -n "$(find "$marker" -mtime +0 2>/dev/null)" ] ;;
    *) ! kill -0 "$maker" 2>/dev/null ;;
  esac
}

if [ "$mode" = wait ]; then
  sh "$home/lib/launcher/make-archive.sh" "$home" "$java_home" "$archive" "$feature" </dev/null >/dev/null 2>&1 ||
    printf 'plimsoll: no archive of loaded classes could be made, starts stay slower: %s\n' "$archive" >&2
elif wanted; then
  # No stream of ours goes along: whoever reads our output to its end must not wait for the child.
  detached=
  if command -v setsid >/dev/null 2>&1; then detached=setsid; fi
  $detached sh "$home/lib/launcher/make-archive.sh" "$home" "$java_home" "$archive" "$feature" \
    </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
fi
