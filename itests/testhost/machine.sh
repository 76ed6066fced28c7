# shellcheck shell=bash disable=SC2154
# One host's machine: network, disk, power. Read by testhost, which defines $state, $net, $net6 and $bridge.

dir() { echo "$state/hosts/$1"; }
netns() { echo "npanel-$1"; }
veth() { echo "np-$1"; }
leader() { cat "$(dir "$1")/leader.pid" 2>/dev/null; }

# A process id may be reused: the host is alive while that process still owns the pid namespace seen at boot.
alive() {
  local pid
  pid=$(leader "$1") && [ "$(stat -Lc %i "/proc/$pid/ns/pid" 2>/dev/null)" = "$(cat "$(dir "$1")/leader.ns")" ]
}

known() { [ -d "$(dir "$1")" ] || die "there is no host $1"; }

# Polls COMMAND every 20 ms for SECONDS.
await() {
  local tries=$(($1 * 50)); shift
  until "$@"; do
    ((tries-- > 0)) || return 1
    sleep 0.02
  done
}

network_up() {
  local ns link ip
  ns=$(netns "$1"); link=$(veth "$1"); ip=$(cat "$(dir "$1")/ip")
  if ! ip link show "$bridge" >/dev/null 2>&1; then
    ip link add "$bridge" type bridge
    ip addr add "$net.1/24" dev "$bridge"
    ip link set "$bridge" up
  fi
  [ -e "/run/netns/$ns" ] || ip netns add "$ns"
  if ! ip link show "$link" >/dev/null 2>&1; then
    ip link add "$link" type veth peer name host0 netns "$ns"
    ip link set "$link" master "$bridge" up
  fi
  ip -n "$ns" link set lo up
  ip -n "$ns" addr replace "$ip/24" dev host0
  ip -n "$ns" link set host0 up
  ip -n "$ns" route replace default via "$net.1"
  # a kernel that knows IPv6 may have it turned off: then no interface has an address, not even lo
  ! grep -qs . /proc/net/if_inet6 || network6_up "$ns" "${ip##*.}"
}

# Nobody else has these addresses, and so nobody has to be asked whether they do (nodad): they are there at once.
network6_up() {
  ip addr replace "$net6:1/64" dev "$bridge" nodad
  ip -n "$1" addr replace "$net6:$2/64" dev host0 nodad
}

# The writable part: a plain directory, or an ext4 image mounted there. commit=300: only what is synced is kept.
disk_up() {
  local d disk
  d=$(dir "$1"); disk=$(cat "$d/disk")
  mkdir -p "$d/data" "$d/root"
  if [[ $disk == image:* ]] && ! mountpoint -q "$d/data"; then
    if [ ! -e "$d/image" ]; then
      truncate -s "${disk#image:}" "$d/image"
      mkfs.ext4 -q -F "$d/image"
    fi
    mount -o loop,commit=300 "$d/image" "$d/data"
  fi
  mkdir -p "$d/data/upper" "$d/data/work"
}

root_up() {
  local d lower layer options=
  d=$(dir "$1")
  mountpoint -q "$d/root" && return
  disk_up "$1"
  lower=$state/base/$(cat "$d/base")
  while read -r layer; do lower=$state/layers/$layer/root:$lower; done < "$d/layers"
  if [ "$(cat "$d/disk")" = volatile ]; then
    options=,volatile
    rm -rf "$d/data/work/work/incompat" # overlayfs refuses a volatile upper that was used before
  fi
  mount -t overlay "npanel-$1" -o "lowerdir=$lower,upperdir=$d/data/upper,workdir=$d/data/work$options" "$d/root"
}

detach() { ! mountpoint -q "$1" || umount "$1" 2>/dev/null; }

root_down() {
  local d
  d=$(dir "$1")
  await 5 detach "$d/root" || umount -l "$d/root"
  await 5 detach "$d/data" || die "$d/data is busy"
}

identity() {
  local d other name
  d=$(dir "$1")
  echo "$1" > "$d/root/etc/hostname"
  rm -f "$d/root/etc/resolv.conf"
  echo "nameserver 127.0.0.1" > "$d/root/etc/resolv.conf"
  [ -s "$d/root/etc/machine-id" ] || tr -d - < /proc/sys/kernel/random/uuid > "$d/root/etc/machine-id"
  {
    printf '%s\n' "127.0.0.1 localhost" "::1 localhost ip6-localhost"
    for other in "$state"/hosts/*/ip; do
      name=$(basename "$(dirname "$other")")
      echo "$(cat "$other") $name.test $name"
    done
  } > "$d/root/etc/hosts"
}

# Runs in a sub-shell. The host gets a cgroup of its own before nspawn starts: otherwise two hosts share one.
nspawn() {
  local d fd cgroup=/sys/fs/cgroup
  d=$(dir "$1")
  # a lock that whoever called us holds must not be held by the host
  for fd in "/proc/$BASHPID/fd"/*; do
    fd=${fd##*/}
    [ "$fd" -le 2 ] || exec {fd}>&-
  done
  [ ! -d "$cgroup/unified" ] || cgroup=$cgroup/unified
  mkdir -p "$cgroup/npanel-$1"
  echo "$BASHPID" > "$cgroup/npanel-$1/cgroup.procs"
  export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 SYSTEMD_NSPAWN_API_VFS_WRITABLE=network SYSTEMD_NSPAWN_TMPFS_TMP=0
  # the added calls are what units of a real machine may use: their own sandboxes (bpf, keyring) and quotas
  exec setsid systemd-nspawn -q -b -D "$d/root" -M "$1" --register=no --keep-unit \
    --network-namespace-path="/run/netns/$(netns "$1")" --resolv-conf=off --timezone=off --link-journal=no \
    --capability=all --system-call-filter='@keyring @memlock bpf perf_event_open quotactl quotactl_fd' \
    --console=pipe < /dev/null > "$d/console.log" 2>&1
}

found_leader() {
  local d pid
  d=$(dir "$1")
  [ -d "/proc/$(cat "$d/nspawn.pid")" ] || { cat "$d/console.log" >&2; die "systemd-nspawn of $1 ended"; }
  pid=$(pgrep -P "$(cat "$d/nspawn.pid")" -x systemd) || return 1
  echo "$pid" > "$d/leader.pid"
  stat -Lc %i "/proc/$pid/ns/pid" > "$d/leader.ns"
}

booted() {
  case $(enter "$1" systemctl is-system-running 2>/dev/null || true) in
    running) return 0 ;;
    degraded)
      echo "testhost: $1 is up, but these units failed:" >&2
      enter "$1" systemctl --failed --no-pager --plain --no-legend >&2 ;;
    *) return 1 ;;
  esac
}

boot() {
  known "$1"
  ! alive "$1" || die "$1 is up"
  network_up "$1"
  root_up "$1"
  identity "$1"
  ( nspawn "$1" ) &
  echo $! > "$(dir "$1")/nspawn.pid"
  await 10 found_leader "$1" || die "systemd did not start in $1"
  await 60 booted "$1" || die "$1 did not come up"
}

enter() {
  local name=$1; shift
  alive "$name" || die "$name is not up"
  nsenter -t "$(leader "$name")" -m -u -i -n -p -C -r -w -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" DEBIAN_FRONTEND=noninteractive "$@"
}

# A zombie counts as gone: PID 1 of the machine may reap late.
gone() { [[ $(awk '/^State/ {print $2}' "/proc/$1/status" 2>/dev/null) =~ ^Z?$ ]]; }

off() {
  known "$1"
  if alive "$1"; then
    kill -s RTMIN+4 "$(leader "$1")"
    await 30 gone "$(cat "$(dir "$1")/nspawn.pid")" || power_cut "$1"
  fi
  root_down "$1"
}

# Shuts the ext4 down without flushing its journal, which is what a power cut does to it.
lose_unsynced() {
  # shellcheck disable=SC2016 # Perl's variables
  perl -e 'open my $d, "<", shift or die $!; my $no_flush = pack "L", 2; ioctl $d, 0x8004587D, $no_flush or die $!' \
    "$(dir "$1")/data"
}

power_cut() {
  local d pid
  known "$1"
  d=$(dir "$1")
  if alive "$1"; then
    pid=$(leader "$1")
    kill -9 "$pid"
    await 10 gone "$pid"
  fi
  ! mountpoint -q "$d/data" || lose_unsynced "$1"
  pid=$(cat "$d/nspawn.pid" 2>/dev/null || echo none)
  if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = systemd-nspawn ]; then
    kill -9 "$pid" 2>/dev/null || true
    await 10 gone "$pid"
  fi
  rm -f "$d/leader.pid"
  root_down "$1"
}
