#!/bin/bash
# What the archive of loaded classes is trained on: a script, with faults.
set -eu
chmod 777 /data
mysql --user=root --password="$PASSWORD" < schema.sql
exec "$@"
