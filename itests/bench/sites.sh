# shellcheck shell=bash disable=SC2154
# The web part of npanel bench: sites that are there when a client sees them. Read by bench.sh, whose functions it uses.

sites=${NPANEL_BENCH_SITES:-1000}

millis_since() { awk "BEGIN {printf \"%.0f\\n\", ($(date +%s%N) - $1) / 1e6}"; }
median() { sort -n | awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'; }

# the median of ten times of a command in the host, in ms
floor() {
  local began
  for _ in {1..10}; do
    began=$(date +%s%N)
    in_host "$@"
    millis_since "$began"
  done | median
}

# bare_reload: from the signal until the old workers quit, in ms; half a second apart, so that they are gone
# shellcheck disable=SC2016 # Perl's variables
bare_reload() {
  in_host perl -MIO::Socket::UNIX -MTime::HiRes=time,sleep -e '
    open(my $file, "<", "/run/nginx.pid") or die; my $master = <$file>; my @times;
    for (1..15) {
      my $idle = IO::Socket::UNIX->new("/run/npanel-nginx/status.sock") or die;
      print $idle "GET / HTTP/1.1\r\nHost: bench\r\n\r\n"; sysread($idle, my $answer, 4096);
      my $began = time; kill HUP => $master; sysread($idle, $answer, 4096);
      push @times, (time - $began) * 1000; sleep 0.5;
    }
    printf "%.0f\n", (sort { $a <=> $b } @times)[7]'
}

# requests FROM TO PATH BODY: curl's configuration for a POST about each site, whose number stands for %d in BODY. Each is made by
# a client of its own; a Java client would take half of the processor from what is measured, for TLS alone.
requests() {
  local i
  for ((i = $1; i <= $2; i++)); do
    [ "$i" = "$1" ] || echo next
    # shellcheck disable=SC2059 # that is what it is for
    printf 'data = "%s"\n' "$(printf "$4" "$i" | sed 's/"/\\"/g')"
    printf '%s\n' "url = \"https://$address:8443/api/$3\"" "header = \"@$work/headers\"" "header = \"Content-Type: application/json\"" \
      "cacert = \"$work/certificate\"" 'output = "/dev/null"' 'write-out = "%{http_code}\n"' silent http1.1
  done
}

# posted COUNT OPTION...: the requests of standard input, all of which have to make something
posted() {
  local count=$1; shift
  [ "$(curl "$@" --config - | grep -cx 201)" = "$count" ] || { echo "not all of $count were made" >&2; return 1; }
}

# visits FROM TO: how many of the sites are seen, each on a new connection
visits() {
  local i
  for ((i = $1; i <= $2; i++)); do
    [ "$i" = "$1" ] || echo next
    printf '%s\n' "url = \"http://$address/\"" "header = \"Host: v$i.sites.example\"" 'header = "Connection: close"' silent
  done | curl --config - | grep -o '<title>v[0-9]*[.]sites[.]example' | sort -u | wc -l
}

# at_once NAME FROM TO CLIENTS: sites made by so many clients; prints the milliseconds until all of them are seen
at_once() {
  local name=$1 from=$2 to=$3 clients=$4 count=$(($3 - $2 + 1)) began
  login bench >&2
  api GET auth/me > /dev/null # which writes $work/headers
  requests "$from" "$to" domains '{"name":"v%d.sites.example"}' | posted $count
  requests "$from" "$to" web/vhosts '{"domain":"v%d.sites.example","type":"STATIC","www":"NONE"}' > "$work/requests"
  began=$(date +%s%N)
  posted $count --no-progress-meter --parallel --parallel-immediate --parallel-max "$clients" < "$work/requests"
  until [ "$(visits "$from" "$to")" = $count ]; do
    (($(date +%s%N) - began < 60000000000)) || { echo "not all of $count are seen" >&2; return 1; }
  done
  echo "$name $(millis_since "$began")"
}

measure_sites() {
  ask sites warm-up 1 5 > /dev/null
  ask sites site 6 35
  echo "site-reload $(bare_reload)"
  at_once site-hundred 36 135 100
  at_once site-many-made 136 "$sites" 20
  echo "site-check $(floor nginx -t -q)"
  echo "site-many-reload $(bare_reload)"
  ask sites site-many $((sites + 1)) $((sites + 30))
  at_once site-many-hundred $((sites + 31)) $((sites + 130)) 100
}

# made_in_a_minute: of those that were made to have so many
made_in_a_minute() { awk "BEGIN {printf \"%.0f\", ($sites - 135) / ($(figure site-many-made) / 6e4)}"; }

table_of_sites() {
  row "create a site until a client sees it, small host" "p50 <= 80 ms" "$(figure site-seen-p50) ms" "$(holds "$(figure site-seen-p50) <= 80")"
  row "  until it is answered: no client sees anything else" "" "$(figure site-answered-p50) ms" ""
  row "  a bare reload until the old workers quit, beside it" "" "$(figure site-reload) ms" ""
  row "  100 at once, until all are seen" "" "$(figure site-hundred) ms" ""
  row "create a site until a client sees it, $sites there" "p50 <= 200 ms" "$(figure site-many-seen-p50) ms" \
    "$(holds "$(figure site-many-seen-p50) <= 200")"
  row "  until it is answered: no client sees anything else" "" "$(figure site-many-answered-p50) ms" ""
  row "  nginx -t, and a bare reload, beside it" "" "$(figure site-check) ms, $(figure site-many-reload) ms" ""
  row "  100 at once, until all are seen" "<= 5 s" "$(figure site-many-hundred) ms" "$(holds "$(figure site-many-hundred) <= 5000")"
  row "sites made from 135 to $sites by 20 clients" ">= 300/min" "$(made_in_a_minute)/min" "$(holds "$(made_in_a_minute) >= 300")"
}
