# shellcheck shell=bash disable=SC2154
# A client of the API in curl and jq. Who reads it sets $host and $address (a test host and its address), $credentials
# (a file, made when missing, 0600), $work (a directory for the moment) and $testhost.
umask 077
SECONDS=${ELAPSED:-$SECONDS}
token=

say() { printf '[%4d s] %s\n' "$SECONDS" "$*"; }
die() { echo "$(basename "$0"): $*" >&2; exit 1; }

# api METHOD PATH [CONTENT-TYPE]: the body, if any, from standard input; the answer to standard output, the status to
# $work/status. Headers and body travel in files: a command line is for everybody to read.
api() {
  local method=$1 path=$2 type=${3:-} body=()
  [ -z "$type" ] || body=(--data-binary @- --header "Content-Type: $type")
  [ -z "$token" ] || printf 'Authorization: Bearer %s\n' "$token" > "$work/headers"
  curl --silent --show-error --cacert "$work/certificate" --max-time 30 --request "$method" --header "@$work/headers" \
    --write-out '%{stderr}%{http_code}' "${body[@]}" "https://$address:8443/api/$path" 2> "$work/status"
}

# make WHAT METHOD PATH [CONTENT-TYPE]: like api, and says what came of it; that it is there already is fine.
make() {
  local what=$1; shift
  api "$@" > "$work/answer" || die "$what: $(cat "$work/status")"
  case $(cat "$work/status") in
    2??) say "$what" ;;
    409) say "$what: was there" ;;
    *) die "$what: $(cat "$work/status") $(cat "$work/answer")" ;;
  esac
}

json() { make "$1" "$2" "$3" application/json; }

# job WHAT METHOD PATH: like json, and follows the job that it starts.
job() {
  json "$@"
  [ "$(cat "$work/status")" != 202 ] || follow "$1" "$(jq -er .id "$work/answer")"
}

# follow WHAT ID: a job, until it is done
follow() {
  local progress last='' tries=1200
  while ((tries-- > 0)); do
    api GET "jobs/$2" > "$work/job" || die "$1: $(cat "$work/status")"
    progress=$(jq -r .progress "$work/job")
    [ "$progress" = "$last" ] || say "    $progress"
    last=$progress
    case $(jq -r .state "$work/job") in
      DONE) return ;;
      FAILED | CANCELLED) die "$1: $(jq -r '.failed // .progress' "$work/job")" ;;
    esac
    sleep 0.1
  done
  die "$1 takes too long: $(cat "$work/job")"
}

password() { sed -n "s/^$1 //p" "$credentials"; }

# passwords NAME...: makes them, unless that was done before
passwords() {
  local name
  [ -e "$credentials" ] || for name; do echo "$name $(openssl rand -base64 18)"; done > "$credentials"
}

trust_certificate() {
  : > "$work/headers"
  "$testhost" exec "$host" openssl pkcs12 -nokeys -in /etc/npanel/tls/panel.p12 \
    -passin file:/etc/npanel/tls/panel.p12.password > "$work/certificate"
}

panel_answers() { [ "$(api GET health > /dev/null || true; cat "$work/status")" = 200 ]; }

await_panel() {
  local tries=300
  until panel_answers; do
    ((tries-- > 0)) || die "the panel does not answer: $(cat "$work/status")"
    sleep 0.1
  done
}

# login NAME: what follows is done as NAME
login() {
  token=
  : > "$work/headers"
  NAME=$1 PASSWORD=$(password "$1") jq -n '{username: $ENV.NAME, password: $ENV.PASSWORD}' |
    json "$1 logs in" POST auth/login
  token=$(jq -er .accessToken "$work/answer")
}

# authority_up: a certificate authority of the test host's own; the panel learns of the host's names, and may start again for it
authority_up() {
  "$testhost" push "$host" "$here/authority" /root
  "$testhost" exec "$host" /root/authority > "$work/authority.log" 2>&1 || { cat "$work/authority.log" >&2; die "no authority"; }
  "$testhost" exec "$host" cat /var/lib/demo-authority/ca.pem > "$work/ca.pem"
  "$testhost" exec "$host" cat /var/lib/demo-authority/roots.pem > "$work/roots.pem"
}

# authority: where the host's certificates come from
authority() {
  jq -n --rawfile ca "$work/ca.pem" \
    '{directory: "https://localhost:14000/dir", contacts: ["admin@harbour.example"], termsAccepted: true, roots: $ca}' |
    json "certificates come from an authority in $host (pebble), which refuses half of what it is sent" PUT ssl/authority
}

# certificate NAME...: issued, and the site of the first name forces HTTPS with it
certificate() {
  local names
  api GET "web/vhosts/$1" > "$work/answer"
  ! jq -e .tls "$work/answer" > "$work/tls" || { say "HTTPS at $1: was there"; return; }
  names=$(printf '"%s",' "$@")
  printf '{"names": [%s]}' "${names%,}" | job "certificate for $*" POST ssl
  printf '{"tls": {"certificate": "%s", "force": true, "hsts": 300}}' "$1" | json "HTTPS at $1" PUT "web/vhosts/$1"
}

administrator() {
  local setup
  setup=$("$testhost" exec "$host" cat /var/lib/npanel/panel/setup-token 2> /dev/null) || return 0
  TOKEN=$setup PASSWORD=$(password admin) jq -n '{token: $ENV.TOKEN, username: "admin", password: $ENV.PASSWORD}' |
    json "the first administrator is made with the token root reads in $host" POST setup
}

account() {
  NAME=$1 PASSWORD=$(password "$1") jq -n '{name: $ENV.NAME, password: $ENV.PASSWORD, email: "\($ENV.NAME)@mail.example"}' |
    json "account $1" POST accounts
  say "  in $host: $("$testhost" exec "$host" getent passwd "$1" || die "no Unix user $1")"
}

# whole_domain NAME ACCOUNT: with all that a site needs, by one request
whole_domain() {
  printf '{"name": "%s", "account": "%s", "services": ["zone", "https"]}' "$1" "$2" |
    json "domain $1 of $2, with a zone, a site and a certificate" POST domains
  [ "$(cat "$work/status")" != 201 ] || follow "domain $1" "$(jq -er .job "$work/answer")"
}

domain() { printf '{"name": "%s", "account": "%s"}' "$1" "$2" | json "domain $1 of $2" POST domains; }

zone() { printf '{"domain": "%s", "nameservers": ["ns1.%s", "ns2.%s"]}' "$1" "$1" "$1" | json "zone $1" POST dns; }

record() {
  printf '{"name": "%s", "type": "%s", "content": "%s", "ttl": 300}' "$2" "$3" "$4" |
    json "$2.$1 $3 $4" POST "dns/$1/records"
}
