# rubbish.pl PORT KIND - a web server that answers every request with rubbish of a kind.
use strict;
use warnings;
use IO::Socket::INET;

my ($port, $kind) = @ARGV;
my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 50, ReuseAddr => 1) or die "$!";
my %answers = (
    html => "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 26\r\n\r\n<html>It works!</html>\r\n\r\n",
    json => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n[{\"rrsets\": \"a lie\"}]\n",
    broken => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"name\": \"half",
    deep => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n" . ('[' x 100000),
    noise => join('', map { chr(($_ * 7919) % 256) } 1 .. 4096),
    error => "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
    other => "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\nUnauthorized",
);
my $answer = $answers{$kind};
while (my $client = $server->accept) {
    next if fork;
    sysread $client, my $request, 65536;
    if ($kind eq 'drip') {
        syswrite $client, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
        for (1 .. 600) { syswrite $client, ' ' or last; select undef, undef, undef, 0.2 }
    } elsif ($kind eq 'endless') {
        syswrite $client, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[";
        for (1 .. 3000) { syswrite $client, '"' . ('x' x 100000) . '",' or last }
    } else {
        syswrite $client, $answer;
    }
    exit 0;
}
