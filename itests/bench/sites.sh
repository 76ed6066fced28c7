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

measure_sites() {
  ask sites warm-up 1 5 > /dev/null
  ask sites site 6 35
  echo "site-reload $(bare_reload)"
  ask sites-at-once site-hundred 36 135 100
  ask sites-at-once site-many-made 136 "$sites" 20
  echo "site-check $(floor nginx -t -q)"
  echo "site-many-reload $(bare_reload)"
  ask sites site-many $((sites + 1)) $((sites + 30))
  ask sites-at-once site-many-hundred $((sites + 31)) $((sites + 130)) 100
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
