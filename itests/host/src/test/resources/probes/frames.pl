# frames.pl SOCKET [SECONDS] - sends standard input (hexadecimal; a line "pause S" waits, "close" ends) to a Unix socket, prints
# what comes back within SECONDS (default 3), until the other side closes, or says no more for a moment after a whole frame, in
# hexadecimal; then "closed" when it did.
use strict;
use warnings;
use IO::Socket::UNIX;
use IO::Select;

my ($path, $seconds) = @ARGV;
my $socket = IO::Socket::UNIX->new(Peer => $path) or do { print "refused\n"; exit 0 };
$SIG{PIPE} = 'IGNORE';
while (my $line = <STDIN>) {
    chomp $line;
    if ($line =~ /^pause (\S+)/) { select undef, undef, undef, $1 }
    elsif ($line eq 'close') { $socket->shutdown(1) }
    else { my $bytes = pack 'H*', $line; while (length $bytes) { my $n = syswrite $socket, $bytes; last unless $n; substr $bytes, 0, $n, '' } }
}
my $end = time + ($seconds || 3);
my $select = IO::Select->new($socket);
my $got = '';
my $closed = 0;
while (!$closed && time < $end) {
    my $whole = length $got >= 4 && length $got >= 4 + unpack 'N', $got;
    if (!$select->can_read(0.3)) { if ($whole) { last } next }
    my $n = sysread $socket, my $part, 65536;
    if ($n) { $got .= $part } else { $closed = 1 }
}
print unpack('H*', $got), "\n", $closed ? "closed\n" : "open\n";
