#!/bin/sh
set -eu
date > /etc/harbour/started
exec "$@"
