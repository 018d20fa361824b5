#!/bin/bash
# Starts the Dovecot of DIR again, which up.sh has set up.  usage: dovecot.sh DIR
set -euo pipefail
dovecot -c "$1/dovecot.conf"
