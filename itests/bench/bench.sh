# shellcheck shell=bash disable=SC2154
# npanel bench: what nPanel costs, on a test host whose fsync reaches the disk. Read by npanel, whose functions it uses.

bench_ip=10.77.0.13
zones=${NPANEL_BENCH_ZONES:-10000}
. "$top/itests/bench/records.sh"
. "$top/itests/bench/sites.sh"
. "$top/itests/bench/certificates.sh"

in_host() { "$testhost" exec bench "$@"; }
figure() { sed -n "s/^$1 //p" "$work/figures"; }

# row WHAT BAR MEASURED OK?
row() { printf '| %-58s | %-34s | %-38s | %-4s |\n' "$@"; }

# holds EXPRESSION: yes or no
holds() { awk "BEGIN { print ($1) ? \"yes\" : \"NO\" }"; }

# ask VERB [ARGUMENT...]: the client, with the host's network, so that PowerDNS' API on its loopback is near too. Its second
# compiler would take the processor from what is measured.
ask() {
  PANEL=https://$bench_ip:8443 CERTIFICATE=$work/certificate USERNAME=bench PASSWORD=$password \
    PDNS=http://127.0.0.1:8081 PDNS_KEY=$pdns_key NAMES=$work/names \
    ip netns exec npanel-bench java -XX:TieredStopAtLevel=1 -Xmx512m -cp "$work/client" Bench "$@"
}

client() { ask "$@" >> "$work/figures"; } # VERB [ARGUMENT...]: what it prints are figures

main_pid() { in_host systemctl show -P MainPID "npanel-$1"; }

# memory in MB of panel and agent: the proportional share of what they map
pss() { for unit in panel agent; do in_host cat "/proc/$(main_pid $unit)/smaps_rollup"; done | awk '/^Pss:/ {kb += $2} END {printf "%.0f", kb / 1024}'; }

# ticks of the processor that panel and agent have used
ticks() { for unit in panel agent; do in_host cat "/proc/$(main_pid $unit)/stat"; done | awk '{sub(/.*\) /, ""); sum += $12 + $13} END {print sum}'; }

# idle NAME: of what is installed by now
idle() {
  local name=$1 before
  in_host systemctl restart npanel-agent npanel-panel
  sleep 60
  echo "$name-pss $(pss)"
  before=$(ticks)
  sleep 60
  echo "$name-cpu $(awk "BEGIN {printf \"%.2f\", ($(ticks) - $before) / $(getconf CLK_TCK) / 60 * 100}")"
}

seconds_since() { awk "BEGIN {printf \"%.2f\", ($(date +%s%N) - $1) / 1e9}"; }

# since_start UNIT PATH: seconds from when systemd begins to start what is stopped to the first answer, 200, at PATH. It is asked
# for as soon as systemd says that the unit is up: who asks before takes the processor from what starts.
since_start() {
  local unit=$1 line began
  # before the stop: the client has to log in
  coproc CLIENT { ask start "$2"; }
  read -r line <&"${CLIENT[0]}"
  [ "$line" = waiting ] || { echo "no client: $line" >&2; return 1; }
  in_host systemctl stop "$unit"
  in_host systemctl start "$unit"
  echo up >&"${CLIENT[1]}"
  read -r line <&"${CLIENT[0]}" || { echo "no answer of $unit in 30 s" >&2; return 1; }
  wait "$CLIENT_PID" || true
  began=$(in_host systemctl show -P InactiveExitTimestampMonotonic "$unit")
  awk "BEGIN {printf \"%.2f\", ($line - $began) / 1e6}"
}

# bare_start: of a JVM that does nothing, by systemd
bare_start() {
  local began
  began=$(date +%s%N)
  in_host systemd-run --quiet --wait java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -version
  seconds_since "$began"
}

starts() {
  echo "start-bare $(bare_start)"
  echo "start-panel $(since_start npanel-panel health)"
  # the panel has been asked before, so that the agent is what is waited for
  echo "start-agent $(since_start npanel-agent dns/bench.example)"
}

# the time of a write of 512 bytes that reaches the disk, where the journal and the store are
bare_fsync() {
  local began
  began=$(date +%s%N)
  in_host dd if=/dev/zero of=/var/lib/npanel/fsync bs=512 count=1000 oflag=dsync status=none
  awk "BEGIN {printf \"%.2f\", ($(date +%s%N) - $began) / 1e9}"
  in_host rm /var/lib/npanel/fsync
}

# "POINTS HALF-MADE", as the last run of the crash matrix has left it
crash_matrix() {
  local result=$top/itests/crash/target/crash-matrix
  if [ ! -e "$result" ]; then
    say "the crash matrix (it is part of ./npanel test)" >&2
    quietly "$state/crash-matrix.log" maven -am -pl itests/crash -Dtest=CrashMatrixTest -Dsurefire.failIfNoSpecifiedTests=false test
  fi
  cat "$result"
}

# the most that both processes took while the load ran; looked at seldom, since looking takes the processor, too
peak() {
  local most=0 now
  while [ -e "$work/loading" ]; do
    now=$(pss)
    [ "$now" -le "$most" ] || most=$now
    sleep 5
  done
  echo "load-pss $most"
}

under_load() {
  touch "$work/loading"
  peak >> "$work/figures" &
  local peak=$!
  client load
  rm "$work/loading"
  wait $peak
  echo "load-asked $(wc -l < "$work/names")"
  echo "load-answered $(sed 's/$/ A/' "$work/names" | dig @$bench_ip +noall +answer -f - | grep -c 192.0.2.1)"
}

# The panel with DNS and nothing else, as the bars of DNS are meant.
install_dns() {
  say "installing nPanel with PowerDNS in bench"
  "$testhost" push bench "$debs" /root
  quietly "$state/install.log" in_host bash -c 'apt-get install -q -y /root/debs/npanel_*.deb /root/debs/npanel-plugin-dns_*.deb /root/debs/npanel-plugin-dns-powerdns_*.deb'
}

host_for_bench() {
  "$testhost" destroy bench
  "$testhost" up bench "$bench_ip" --disk durable
  install_dns
  host=bench address=$bench_ip credentials=$work/credentials
  passwords admin bench
  here=$top/packaging/demo
  trust_certificate
  await_panel
  administrator
  login admin
  account bench
  printf '{"domains": %s}' $((zones + 3000)) | json "the package of its accounts is made large" PUT packages/default
  password=$(password bench)
  pdns_key=$(in_host sed -n 's/^NPANEL_PDNS_API_KEY=//p' /etc/npanel/env.d/dns-powerdns.env)
}

measure() {
  say "measuring: idle with DNS alone (2 minutes)"
  idle idle-dns >> "$work/figures"
  client prepare
  say "measuring: one client"
  one_client >> "$work/figures"
  say "measuring: list"
  client list
  say "measuring: 100 clients"
  under_load >> "$work/figures"
  say "measuring: $zones zones"
  client zones "$zones"
  echo "fsync $(bare_fsync)" >> "$work/figures"
  say "measuring: starts"
  starts >> "$work/figures"
  install_in bench
  say "measuring: idle with everything (2 minutes)"
  idle idle >> "$work/figures"
  say "measuring: sites"
  measure_sites >> "$work/figures"
  say "measuring: certificates"
  measure_certificates >> "$work/figures"
  read -r points half_made < <(crash_matrix)
}

table() {
  row what bar measured holds
  row --- --- --- ---
  row "memory of panel + agent with DNS, 60 s after start" "PSS <= 130 MB" "$(figure idle-dns-pss) MB" "$(holds "$(figure idle-dns-pss) <= 130")"
  row "  with everything" "PSS <= 140 MB" "$(figure idle-pss) MB" "$(holds "$(figure idle-pss) <= 140")"
  row "processor, idle, with DNS" "<= 0.3 %" "$(figure idle-dns-cpu) %" "$(holds "$(figure idle-dns-cpu) <= 0.3")"
  row "  with everything" "" "$(figure idle-cpu) %" ""
  row "add a record, one client, warm" "p50 <= 8 ms, p99 <= 25 ms" "$(figure one-p50) ms, $(figure one-p99) ms" \
    "$(holds "$(figure one-p50) <= 8 && $(figure one-p99) <= 25")"
  row "  PowerDNS' own API beside it" "" "$(figure direct-p50) ms, $(figure direct-p99) ms" ""
  row "  a bare fsync of 512 bytes" "" "$(figure fsync) ms" ""
  row "100 clients adding records, 60 s" ">= 100/s, p99 <= 1 s, 0 errors" \
    "$(figure load-rate)/s, $(figure load-p99) ms, $(figure load-errors) errors" \
    "$(holds "$(figure load-rate) >= 100 && $(figure load-p99) <= 1000 && $(figure load-errors) == 0")"
  row "  memory of both meanwhile" "< 400 MB" "$(figure load-pss) MB" "$(holds "$(figure load-pss) < 400")"
  row "  records that dig sees" "all of them" "$(figure load-answered) of $(figure load-asked)" \
    "$(holds "$(figure load-answered) == $(figure load-asked)")"
  row "create a zone, $zones zones existing" "p50 <= 50 ms" "$(figure zone-p50) ms" "$(holds "$(figure zone-p50) <= 50")"
  row "  PowerDNS' own API beside it" "" "$(figure zone-direct-p50) ms" ""
  row "list 1,000 records" "p50 <= 50 ms" "$(figure list-p50) ms" "$(holds "$(figure list-p50) <= 50")"
  row "  PowerDNS' own API, the whole zone, beside it" "" "$(figure list-direct-p50) ms" ""
  row "panel: start to first answer" "<= 3 s" "$(figure start-panel) s" "$(holds "$(figure start-panel) <= 3")"
  row "agent: start to first answer" "<= 1 s" "$(figure start-agent) s" "$(holds "$(figure start-agent) <= 1")"
  row "  a JVM that does nothing beside it" "" "$(figure start-bare) s" ""
  table_of_sites
  table_of_certificates
  row "crash matrix" ">= 200 points, 0 half-made" "$points points, $half_made half-made" "$(holds "$points >= 200 && $half_made == 0")"
}

# What has failed is in the host's log; the host itself is of no use to anybody.
end_bench() {
  local status=$?
  if [ $status != 0 ]; then
    "$testhost" exec bench journalctl --no-pager > "$state/bench.log" 2> /dev/null || true
    echo "npanel: the bench was not finished; the host's log is in $state/bench.log. What was measured:" >&2
    cat "$work/figures" >&2
  fi
  rm -rf "$work"
  "$testhost" destroy bench
}

# more NAME NUMBER LEAST: refuses what a long run would stumble over
more() {
  { [[ $2 =~ ^[0-9]{1,6}$ ]] && (( 10#$2 > $3 )); } || die "$1 must be a whole number above $3, not '$2'"
}

bench() {
  more NPANEL_BENCH_ZONES "$zones" 0
  more NPANEL_BENCH_SITES "$sites" 135 # which are made before these are counted
  need_all
  build_beside_base
  work=$(mktemp -d)
  trap end_bench EXIT
  javac -d "$work/client" "$top"/itests/bench/*.java
  . "$top/packaging/demo/client.sh"
  host_for_bench
  measure
  table
}
