// What is said of each finding. The examples are checked: each has its finding (FindingPageTests).

extension FindingPage {
    /// Sections and directives.
    private static let sections: [FindingPage] = [
        FindingPage(
            "unknown-section", "No section begins with this word, at the start of a line where one should.",
            why: "HAProxy does not start; it would also read the lines below as part of the section before.",
            example: "frntend f\n  bind :80\n",
            instead: "frontend f",
            manual: "2.1"),
        FindingPage(
            "directive-outside-section", "A line stands before the first section.",
            why: "HAProxy cannot tell whom it is for, and does not start.",
            example: "maxconn 100\n",
            instead: "global\n  maxconn 100",
            manual: "2.1"),
        FindingPage(
            "unknown-keyword", "No keyword of this section has this name, in any release that Baton knows.",
            why: "HAProxy does not start.",
            example: "backend b\n  balnce roundrobin\n",
            instead: "balance roundrobin",
            manual: "4.1"),
        FindingPage(
            "keyword-elsewhere", "The keyword exists, but in other sections than the one it stands in.",
            why: "HAProxy does not start. The help names the sections that take it.",
            example: "backend b\n  nbthread 4\n",
            instead: "global\n  nbthread 4",
            manual: "4.1"),
        FindingPage(
            "removed-keyword", "The keyword existed in older releases and is gone in the target.",
            why: "HAProxy does not start after the upgrade. The help says what took its place, where something did.",
            example: "backend b\n  reqadd X-A:\\ 1\n",
            instead: "http-request add-header X-A 1",
            manual: "4.1"),
        FindingPage(
            "removed-section", "The section existed in older releases and is gone in the target.",
            why: "HAProxy does not start after the upgrade.",
            instead: "Leave the section out, or check for a target that has it.",
            manual: "2.1"),
        FindingPage(
            "keyword-too-new", "The keyword came with a later release than the target.",
            why: "The older HAProxy does not know it and does not start.",
            example: "backend b\n  guid b1\n",
            target: .v2_6,
            instead: "Leave it out, or check with a later --target.",
            manual: "4.1"),
        FindingPage(
            "baton-only", "The word exists in Baton and in no release of HAProxy.",
            why: "HAProxy does not start with it.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request set-header X-A %[file(/etc/a)]\n",
            instead: "Check with --target baton, or leave it out."),
        FindingPage(
            "deprecated-keyword", "The keyword works in the target, and is to go.",
            why: "The next release may refuse it. The help says what to write instead, where something took its place.",
            example: "defaults\n  mode http\n  option accept-invalid-http-request\n",
            instead: "option accept-unsafe-violations-in-http-request",
            manual: "4.1"),
        FindingPage(
            "experimental-keyword", "The keyword is an experiment and works only where experiments are allowed.",
            why: "HAProxy does not start without that permission.",
            example: "global\n  tune.fd.edge-triggered on\n",
            instead: "global\n  expose-experimental-directives\n  tune.fd.edge-triggered on",
            manual: "3.1"),
        FindingPage(
            "not-supported-yet", "HAProxy knows the word; Baton does not run it yet.",
            why: "The check says so as a note; 'baton compile' and 'baton run' refuse the configuration.",
            example: "backend b\n  cookie SRV insert\n",
            instead: "Nothing for HAProxy. For Baton, leave it out: docs/status.md lists what runs."),
        FindingPage(
            "no-form-not-supported", "The keyword has no 'no' or 'default' form.",
            why: "HAProxy does not start.",
            example: "backend b\n  no balance roundrobin\n",
            instead: "Leave out the 'no', or the line.",
            manual: "4.1"),
        FindingPage(
            "listen-address-in-section-line", "An address stands behind the name of a section, as in releases before 1.9.",
            why: "HAProxy does not start.",
            example: "listen l 10.0.0.1:80\n",
            instead: "listen l\n  bind 10.0.0.1:80",
            manual: "4.2 bind"),
    ]

    /// Expressions, ACLs and conditions.
    private static let expressions: [FindingPage] = [
        FindingPage(
            "missing-fetch", "A sample fetch should stand here: something to look at in the request, the response or the connection.",
            why: "An expression without one has no value; HAProxy does not start.",
            example: "frontend f\n  bind :80\n  acl a\n",
            instead: "acl a path /a",
            manual: "7.3"),
        FindingPage(
            "unknown-fetch", "No sample fetch has this name. Arguments stand in parentheses, not in brackets.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a pth /a\n",
            instead: "acl a path /a",
            manual: "7.3"),
        FindingPage(
            "unknown-converter", "No converter has this name.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path,lowr /a\n",
            instead: "acl a path,lower /a",
            manual: "7.3.1"),
        FindingPage(
            "converter-not-applicable", "A converter takes another type than what stands before it gives.",
            why: "HAProxy does not start.",
            example:
                "frontend f\n  mode http\n  bind :80\n  http-request set-header X-A %[src,ltrim(a)]\n  http-request set-header X-A %[ssl_fc,ipmask(24)]\n",
            instead: "%[src,ipmask(24)]",
            manual: "7.3.1"),
        FindingPage(
            "missing-comma", "Behind a fetch or converter something else than a comma follows.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path(x)lower /a\n  acl b hdr(host)lower x\n",
            instead: "acl b hdr(host),lower x",
            manual: "7.3.1"),
        FindingPage(
            "bad-sample-argument", "An argument of a fetch or converter is missing, of the wrong kind, or one too many.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path,field(x) b\n",
            instead: "acl a path,field(1,/) b",
            manual: "7.3"),
        FindingPage(
            "fetch-not-available-here",
            "The fetch looks at something that does not exist when this line runs, such as the response in a request rule.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request set-header X-A %[status]\n",
            instead: "http-response set-header X-A %[status]",
            manual: "7.3"),
        FindingPage(
            "condition-never-matches", "The condition asks for something that does not exist when its line runs.",
            why: "The rule does nothing: HAProxy starts with a warning.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if { status 500 }\n",
            instead: "http-response deny if { status 500 }",
            manual: "7.3"),
        FindingPage(
            "log-format-syntax", "A log format has a '%' that begins nothing, or an expression or flags that are not closed.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  log-format \"100%\"\n",
            instead: "log-format \"100%%\"",
            manual: "8.2.6"),
        FindingPage(
            "unknown-log-alias", "No log-format alias has this name.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  log-format \"%ZZ\"\n",
            instead: "log-format \"%ci\"",
            manual: "8.2.6"),
        FindingPage(
            "unknown-log-flag", "A flag of a log-format alias is not known.",
            why: "HAProxy passes over it silently, so the log is not what was meant.",
            example: "frontend f\n  mode http\n  bind :80\n  log-format \"%{+Z}ci\"\n",
            instead: "log-format \"%{+Q}ci\"",
            manual: "8.2.6"),
        FindingPage(
            "bad-variable", "A variable's name has no scope, or one that does not exist.",
            why: "HAProxy does not start.",
            instead: "set-var(txn.name): the scope is proc, sess, txn, req, res or check."),
        FindingPage(
            "bad-regex", "A regular expression cannot be compiled.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if { path_reg ^/(a }\n",
            instead: "Close its brackets and parentheses, and escape what is meant as a character."),
        FindingPage(
            "unknown-acl", "A condition names an ACL that is not defined above it in this section.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if admin\n",
            instead: "acl admin path_beg /admin\nhttp-request deny if admin",
            manual: "7.2"),
        FindingPage(
            "depends-on-broken-acl", "A condition names an ACL that has an error of its own.",
            why: "Mending the ACL mends this as well.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a pth /a\n  http-request deny if a\n",
            instead: "acl a path /a",
            manual: "7.2"),
        FindingPage(
            "bad-acl-name", "An ACL has a name that joins conditions.",
            why: "HAProxy does not start: 'or' could no longer join conditions.",
            example: "frontend f\n  mode http\n  bind :80\n  acl or path /a\n",
            instead: "acl is_a path /a",
            manual: "7.1"),
        FindingPage(
            "empty-if", "'if' or 'unless' is the last word of the line.",
            why: "HAProxy takes it for a condition that never holds, so the rule never runs.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if\n",
            instead: "http-request deny, or a condition behind 'if'.",
            manual: "7.2"),
        FindingPage(
            "unclosed-acl-brace", "An anonymous ACL is not closed by a '}' of its own.",
            why: "HAProxy does not start. The '}' must be a word: blanks on both sides.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if { path /a\n",
            instead: "http-request deny if { path /a }",
            manual: "7.2"),
        FindingPage(
            "unknown-match-method", "The word behind '-m' is no match method, or '-m' is there twice.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path -m beginning /a\n",
            instead: "acl a path -m beg /a",
            manual: "7.1"),
        FindingPage(
            "match-method-not-applicable", "The match method compares another type than the one that the expression gives.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a ssl_fc -m ip 10.0.0.1\n",
            instead: "acl a src -m ip 10.0.0.1",
            manual: "7.1"),
        FindingPage(
            "missing-match-method", "What the expression gives has no match method by itself, so '-m' must name one.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a req.payload(0,4) abcd\n  acl b path,sha1 abcd\n",
            instead: "acl b path,sha1,hex -m str ABCD",
            manual: "7.1"),
        FindingPage(
            "unknown-acl-flag", "A word that begins with '-' before the patterns is no flag, or lacks its value.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path -x /a\n",
            instead: "acl a path -i /a, or '--' before a pattern that begins with '-'.",
            manual: "7.1"),
        FindingPage(
            "bad-pattern", "A pattern cannot be read as what the match method compares.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a dst_port 90:80\n",
            instead: "acl a dst_port 80:90",
            manual: "7.1"),
        FindingPage(
            "no-patterns", "The condition has nothing to compare with.",
            why: "It never matches. '-m found' asks whether there is a value at all.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path_beg\n",
            instead: "acl a path_beg /a",
            manual: "7.1"),
    ]

    /// Names, references and proxies.
    private static let proxies: [FindingPage] = [
        FindingPage(
            "duplicate-proxy", "Two proxies that both have listeners, or both have servers, have the same name.",
            why: "HAProxy does not start: 'use_backend' and the statistics could not tell them apart.",
            example: "backend b\nbackend b\n",
            instead: "Rename one, or join the two sections.",
            manual: "4"),
        FindingPage(
            "duplicate-server", "Two servers of a backend have the same name.",
            why: "HAProxy does not start: states and commands are by name.",
            example: "backend b\n  server s 10.0.0.1:80\n  server s 10.0.0.2:80\n",
            instead: "Give each server a name of its own.",
            manual: "4.2 server"),
        FindingPage(
            "duplicate-name", "Two name servers, users or the like of a section have the same name.",
            why: "HAProxy does not start.",
            example: "resolvers r\n  nameserver n 10.0.0.1:53\n  nameserver n 10.0.0.2:53\n",
            instead: "Rename one of them."),
        FindingPage(
            "duplicate-id", "Two proxies, servers or listeners have the same number by 'id'.",
            why: "HAProxy does not start: statistics are by number.",
            example: "backend a\n  id 5\nbackend b\n  id 5\n",
            instead: "Give each another number, or none.",
            manual: "4.2 id"),
        FindingPage(
            "bad-name", "A name has characters that names cannot have.",
            why: "Tools that read statistics and logs stumble over it.",
            instead: "Letters, digits, '-', '_', '.' and ':'."),
        FindingPage(
            "unknown-reference", "The line names a proxy, server, resolver or other section that does not exist.",
            why: "HAProxy does not start.",
            example: "frontend f\n  bind :80\n  default_backend bb\nbackend b\n",
            instead: "default_backend b"),
        FindingPage(
            "unresolved-name", "The address is a name, which is looked up where the configuration runs.",
            why: "HAProxy looks it up at start, and does not start where that fails.",
            example: "backend b\n  server s origin.example:80\n",
            instead: "init-addr last,libc,none lets it start without an answer.",
            manual: "5.2 init-addr"),
        FindingPage(
            "unknown-account", "This machine has no user or group of that name.",
            why: "HAProxy looks them up while checking. --inputs strict makes it an error, skip does not look.",
            example: "global\n  user no-such-user\n",
            instead: "Check where the account is, or with --inputs skip.",
            manual: "3.1 user"),
        FindingPage(
            "missing-file", "A file that the line names cannot be read here.",
            why: "HAProxy does not start without it. --inputs strict makes it an error, skip does not look.",
            example: "frontend f\n  mode http\n  bind :80\n  acl a path -f /nonexistent/paths\n",
            instead: "Check where the files are, or with --inputs skip."),
        FindingPage(
            "unreadable-file", "A plan needs the bytes of a file that cannot be read.",
            why: "The plan would not be complete, so it is not written.",
            instead: "Compile where the file is and can be read."),
        FindingPage(
            "mode-mismatch", "Two proxies that work together are in different modes.",
            why: "HAProxy does not start: one speaks HTTP, the other passes bytes.",
            example: "frontend f\n  mode http\n  bind :80\n  default_backend b\nbackend b\n  mode tcp\n",
            instead: "backend b\n  mode http",
            manual: "4.2 mode"),
        FindingPage(
            "ignored-in-mode", "The keyword does nothing in the mode of this proxy.",
            why: "HAProxy starts with a warning and does not do what is written.",
            example: "frontend f\n  mode tcp\n  bind :80\n  option forwardfor\n  timeout client 5s\n",
            instead: "mode http, or leave the line out.",
            manual: "4.2 mode"),
        FindingPage(
            "ignored-here", "The words stand where HAProxy takes them and does nothing with them.",
            why: "The configuration does less than it says.",
            example: "frontend f\n  bind :80\n  balance roundrobin\n",
            instead: "Remove it, or move it to a section where it has an effect."),
        FindingPage(
            "missing-timeouts", "A proxy lacks timeouts for the client, the connection or the server.",
            why: "Connections of peers that vanished are kept for ever, until none are left.",
            example: "frontend f\n  bind :80\n",
            instead: "timeout client 30s",
            manual: "4.2 timeout client"),
        FindingPage(
            "no-bind", "A frontend or listen section has no 'bind' line.",
            why: "Nothing reaches it.",
            example: "frontend f\n  timeout client 5s\nfrontend g\n  bind :80\n",
            instead: "bind :80, or make it a backend.",
            manual: "4.2 bind"),
        FindingPage(
            "no-listener", "No section of the configuration listens.",
            why: "HAProxy ends at once: there is nothing for it to do.",
            example: "backend b\n",
            instead: "Add a frontend, or check this file together with the one that has it.",
            manual: "4.2 bind"),
        FindingPage(
            "check-without-port", "A server is checked, and neither its address nor 'port' says at which port.",
            why: "HAProxy does not start.",
            example: "backend b\n  server s 10.0.0.1 check\n",
            instead: "server s 10.0.0.1:80 check",
            manual: "5.2 port"),
        FindingPage(
            "rule-order", "A rule stands behind rules that run later.",
            why: "HAProxy starts with a warning, and rules run in another order than they are read.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny\n  tcp-request connection accept\n",
            instead: "Put the rules in the order in which they run.",
            manual: "4.2 http-request"),
        FindingPage(
            "incomplete-section", "A section lacks a line that it needs.",
            why: "It does nothing.",
            instead: "Add what it needs, or remove it."),
        FindingPage(
            "rule-in-anonymous-defaults", "A defaults section without a name holds rules.",
            why: "HAProxy does not start: only sections that name their defaults inherit rules.",
            example: "defaults\n  mode http\n  http-request deny\n",
            instead: "defaults d\n  mode http\n  http-request deny\nfrontend f from d",
            manual: "4"),
        FindingPage(
            "bad-line-in-file", "A line of a map or pattern file is not of the type that its reader compares or gives.",
            why: "HAProxy does not start.",
            instead: "Mend the line that the finding names: an address, a number or a range, as the match method or the map asks for.",
            manual: "2.7"),
        FindingPage(
            "bad-certificate", "A certificate, its private key or a file beside it cannot be used.",
            why: "HAProxy does not start: OpenSSL cannot read it, the key is not that of the certificate, or a part is missing.",
            example: "frontend f\n  mode http\n  bind :443 ssl crt /dev/null\n",
            instead: "A PEM file with the certificate, its chain and its private key.",
            manual: "5.1 crt"),
        FindingPage(
            "expired-certificate", "A certificate, or one of its chain or of the authorities, is expired.",
            why: "HAProxy starts, and clients or servers refuse what it shows them.",
            instead: "Replace it by a new one."),
        FindingPage(
            "bad-ca-file", "A file of authorities or revocations holds none, or is damaged.",
            why: "HAProxy does not start. What it cannot read in a directory it passes over with a warning.",
            example: "backend b\n  mode http\n  server s 192.0.2.1:443 ssl ca-file /dev/null\n",
            instead: "A file with the authorities' certificates in PEM form, or @system-ca.",
            manual: "5.1 ca-file"),
        FindingPage(
            "bad-dh-parameters", "The file holds no parameters for Diffie-Hellman.",
            why: "HAProxy does not start.",
            example: "global\n  ssl-dh-param-file /dev/null\n",
            instead: "A file that 'openssl dhparam -out FILE 2048' made.",
            manual: "3.1 ssl-dh-param-file"),
        FindingPage(
            "bad-ticket-keys", "A file of keys for TLS tickets has too few lines, or one that is no key.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :443 ssl crt a.pem tls-ticket-keys /dev/null\n",
            instead: "At least three lines that 'openssl rand -base64 80' made, each on one line, all of one size.",
            manual: "5.1 tls-ticket-keys"),
        FindingPage(
            "bad-certificate-list", "A line of a certificate list cannot be read, or names what is not there.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :443 ssl crt-list /dev/null\n",
            instead: "Lines of '<certificate> [<options>] <names>', each with an end of line.",
            manual: "5.1 crt-list"),
        FindingPage(
            "bad-spoe-file", "The file of an SPOE filter has a line that cannot be read, or names what is not there.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  filter spoe config /dev/null\n",
            instead: "A file with an spoe-agent, in the scope of the engine, whose messages and backend exist.",
            manual: "9.3"),
        FindingPage(
            "bad-lua-script", "A Lua script does not compile.",
            why: "HAProxy does not start. Scripts are compiled by a check, and not run.",
            instead: "Mend the line that the finding names.",
            manual: "3.1 lua-load"),
        FindingPage(
            "lua-not-checked", "A Lua script was not checked: there is no library of Lua here, or the script is compiled.",
            why: "HAProxy does not start where the script is wrong.",
            instead: "Install liblua5.4-0, or name the source of the script.",
            manual: "3.1 lua-load"),
        FindingPage(
            "bad-error-file", "A file with an answer is no HTTP answer that HAProxy can parse, or has no room in a buffer.",
            why: "HAProxy does not start.",
            instead: "A status line, headers, an empty line and the body, smaller than tune.bufsize, with the true Content-Length or none.",
            manual: "4.2 errorfile"),
        FindingPage(
            "no-such-error-status", "HAProxy has no message with this status that could be replaced.",
            why: "It does not start.",
            example: "backend b\n  mode http\n  errorfile 418 /dev/null\n",
            instead: "One of the codes that the help lists.",
            manual: "4.2 errorfile"),
        FindingPage(
            "headers-in-version", "Headers are hidden behind the version of a health check.",
            why: "Releases since 2.9 refuse it.",
            example: "backend b\n  option httpchk GET / \"HTTP/1.1\\r\\nHost: a\"\n",
            instead: "option httpchk GET /\nhttp-check send hdr Host a",
            manual: "4.2 option httpchk"),
        FindingPage(
            "inherited-rules", "A section starts from defaults with rules that it cannot hold.",
            why: "HAProxy does not start.",
            example: "defaults d\n  mode http\n  tcp-response content accept\nfrontend f from d\n  bind :80\n",
            instead: "Give each kind of section defaults of its own.",
            manual: "4"),
        FindingPage(
            "excludes-another-line", "Two lines of the section exclude each other.",
            why: "HAProxy does not start.",
            example: "peers p\n  bind :1024\n  peer a 10.0.0.1:1024\n",
            instead: "peers p\n  bind :1024\n  server a 10.0.0.1:1024",
            manual: "11.2"),
        FindingPage(
            "needs-another-line", "The line or section needs another one that is not there.",
            why: "HAProxy does not start, or the section does nothing.",
            example: "cache c\n  max-age 60\n",
            instead: "total-max-size 4",
            manual: "6.2"),
        FindingPage(
            "lua-word-not-known", "The word must be registered by a Lua script, which a check does not run.",
            why: "Whether it exists shows when HAProxy loads the script.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request lua.mine\n",
            instead: "Nothing, where the script registers it."),
        FindingPage(
            "repeated-directive", "The line sets again what a line above it set.",
            why: "HAProxy keeps the first one and passes over the others.",
            example: "global\n  maxconn 1000\n  maxconn 2000\n",
            instead: "Keep one of them."),
    ]

    /// Suppressions.
    private static let suppressions: [FindingPage] = [
        FindingPage(
            "malformed-suppression", "A comment begins with 'baton:' and cannot be read as a suppression.",
            why: "It suppresses nothing.",
            example: "# baton: ignore empty-if\nfrontend f\n  bind :80\n",
            instead: "# baton: allow empty-if -- the reason"),
        FindingPage(
            "suppression-without-reason", "A suppression does not say why.",
            why: "It suppresses nothing: whoever reads it next could not tell whether it still holds.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if # baton: allow empty-if\n",
            instead: "# baton: allow empty-if -- the reason"),
        FindingPage(
            "suppression-of-unknown-id", "A suppression names a finding that does not exist.",
            why: "It suppresses nothing.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny if # baton: allow emty-if -- off for now\n",
            instead: "# baton: allow empty-if -- off for now"),
        FindingPage(
            "unused-suppression", "The line has no finding of this ID.",
            why: "What it was there for is mended; left there, it would hide the next one.",
            example: "# baton: allow empty-if -- off for now\nfrontend f\n  bind :80\n",
            instead: "Remove it."),
        FindingPage(
            "suppression-of-error", "A suppression names an error.",
            why: "HAProxy would not start: the error stays.",
            example: "frontend f\n  bind :80\n  foo # baton: allow unknown-keyword -- we know\n",
            instead: "Mend the error."),
    ]

    /// Arguments.
    private static let signatures: [FindingPage] = [
        FindingPage(
            "missing-argument", "The line ends, or the parentheses are missing, where an argument should follow.",
            why: "HAProxy does not start.",
            example: "backend b\n  timeout connect\n",
            instead: "timeout connect 5s"),
        FindingPage(
            "missing-port", "The address has no port, and this line needs one.",
            why: "HAProxy does not start.",
            example: "frontend f\n  bind 10.0.0.1\n",
            instead: "bind 10.0.0.1:80",
            manual: "4.2 bind"),
        FindingPage(
            "invalid-value", "The word cannot be read as what should stand here: a number, time, size, address.",
            why: "HAProxy does not start.",
            example: "backend b\n  timeout connect 5x\n",
            instead: "timeout connect 5s",
            manual: "2.5"),
        FindingPage(
            "unexpected-argument", "The keyword takes fewer words.",
            why: "HAProxy does not start.",
            example: "backend b\n  mode http tcp\n",
            instead: "mode http"),
        FindingPage(
            "unexpected-word", "Only certain words can stand here, and this is none of them.",
            why: "HAProxy does not start.",
            example: "backend b\n  mode htp\n",
            instead: "mode http"),
        FindingPage(
            "unknown-action", "No action of rules has this name.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request dney\n",
            instead: "http-request deny",
            manual: "4.3"),
        FindingPage(
            "unknown-algorithm", "No balancing algorithm has this name.",
            why: "HAProxy does not start.",
            example: "backend b\n  balance leastcon\n",
            instead: "balance leastconn",
            manual: "4.2 balance"),
        FindingPage(
            "unknown-filter", "No filter has this name.",
            why: "HAProxy does not start.",
            example: "backend b\n  filter compresion\n",
            instead: "filter compression",
            manual: "9"),
        FindingPage(
            "unknown-option", "No option of servers or listeners has this name.",
            why: "HAProxy does not start.",
            example: "backend b\n  server s 10.0.0.1:80 chek\n",
            instead: "server s 10.0.0.1:80 check",
            manual: "5"),
        FindingPage(
            "action-not-here", "The action exists, and not in this set of rules.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-response set-path /a\n",
            instead: "http-request set-path /a",
            manual: "4.3"),
        FindingPage(
            "option-not-here", "The option exists, and not on this kind of line.",
            why: "HAProxy does not start.",
            instead: "Remove it, or move it to a line that takes it.",
            manual: "5"),
        FindingPage(
            "unexpected-parentheses", "The word takes no argument in parentheses.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request deny(403)\n",
            instead: "http-request deny deny_status 403"),
        FindingPage(
            "unclosed-parenthesis", "A parenthesis is not closed.",
            why: "HAProxy does not start.",
            example: "frontend f\n  mode http\n  bind :80\n  http-request set-var(txn.a path\n",
            instead: "http-request set-var(txn.a) path"),
    ]

    /// Bytes, quotes, variables and scopes.
    private static let text: [FindingPage] = [
        FindingPage(
            "nul-byte", "The file holds a NUL byte.",
            why: "HAProxy stops reading the file there.",
            example: "global\n  node a\0b\n",
            instead: "Remove it."),
        FindingPage(
            "byte-order-mark", "The file begins with a byte order mark.",
            why: "It becomes part of the first word, which is then unknown.",
            example: "\u{FEFF}global\n",
            instead: "Save the file as UTF-8 without a byte order mark."),
        FindingPage(
            "text-after-carriage-return", "A carriage return stands within the line.",
            why: "HAProxy ends the line there: what follows is not read.",
            example: "global\n  node a\r b\n",
            instead: "End lines in a line feed."),
        FindingPage(
            "control-character", "A word holds a control character.",
            why: "It is part of the word, and nobody sees it.",
            example: "global\n  node a\u{1}b\n",
            instead: "Remove it."),
        FindingPage(
            "no-break-space", "A no-break space stands where a blank seems to.",
            why: "It does not separate words.",
            example: "global\n  node\u{A0}a\n",
            instead: "Write an ordinary space."),
        FindingPage(
            "typographic-quote", "A typographic quote stands where one that quotes is meant.",
            why: "It becomes part of the word.",
            example: "global\n  node \u{201C}a\u{201D}\n",
            instead: "node \"a\"",
            manual: "2.2"),
        FindingPage(
            "missing-final-newline", "The last line does not end in a line feed.",
            why: "HAProxy does not start: the file may have been cut short.",
            example: "global\n  node a",
            instead: "End the file in a line feed."),
        FindingPage(
            "source-too-large", "The file is larger than 2 GiB.",
            why: "It is not read.",
            instead: "Split it: several files and directories can be given."),
        FindingPage(
            "unclosed-weak-quote", "A double quote is not closed on its line.",
            why: "HAProxy does not start.",
            example: "global\n  node \"a\n",
            instead: "node \"a\"",
            manual: "2.2"),
        FindingPage(
            "unclosed-strong-quote", "A single quote is not closed on its line.",
            why: "HAProxy does not start.",
            example: "global\n  node 'a\n",
            instead: "node 'a'",
            manual: "2.2"),
        FindingPage(
            "invalid-hex-escape", "'\\x' is not followed by two hexadecimal digits.",
            why: "HAProxy does not start.",
            example: "global\n  node a\\xz\n",
            instead: "Two digits, or '\\\\x' for a backslash and an x.",
            manual: "2.2"),
        FindingPage(
            "nul-escape", "'\\x00' stands in a word.",
            why: "The word ends there: nothing of it behind this is used.",
            example: "global\n  node a\\x00b\n",
            instead: "Remove it.",
            manual: "2.2"),
        FindingPage(
            "backslash-at-line-end", "A backslash stands at the end of the line.",
            why: "It does not continue the line: it is part of a word.",
            example: "backend b\n  server s 10.0.0.1:80 \\\n    check\n",
            instead: "Put everything on one line.",
            manual: "2.2"),
        FindingPage(
            "unclosed-brace", "'${' is not closed.",
            why: "HAProxy does not start.",
            example: "global\n  node \"${A\"\n",
            instead: "node \"${A}\"",
            manual: "2.3"),
        FindingPage(
            "invalid-variable-name", "'$' in double quotes is not followed by a name.",
            why: "HAProxy does not start.",
            example: "global\n  node \"a$1\"\n",
            instead: "'\\$' for a dollar sign; names begin with a letter or '_'.",
            manual: "2.3"),
        FindingPage(
            "unknown-pseudo-variable", "No pseudo-variable has this name.",
            why: "HAProxy does not start.",
            example: "global\n  node \"${.FIEL}\"\n",
            instead: "node \"${.FILE}\"",
            manual: "2.3"),
        FindingPage(
            "invalid-word-expansion", "Behind the name of a variable, '[' must begin '[*]'.",
            why: "HAProxy does not start.",
            example: "global\n  node \"${A[1]}\"\n",
            instead: "node \"${A[*]}\"",
            manual: "2.3"),
        FindingPage(
            "unset-variable", "The variable is not set, and has no default.",
            why: "Nothing stands in its place; where HAProxy runs it may be set.",
            example: "global\n  node \"a${BATON_NOT_SET}\"\n",
            instead: "node \"a${BATON_NOT_SET-b}\", or --env-file.",
            manual: "2.3"),
        FindingPage(
            "variable-outside-quotes", "A variable stands outside of double quotes.",
            why: "It is not expanded: the word stays as it is written.",
            example: "global\n  node ${A}\n",
            instead: "node \"${A}\"",
            manual: "2.3"),
        FindingPage(
            "default-value-lost", "A default value stands on a line longer than all before it.",
            why: "HAProxy enlarges its buffer for the line and loses the default.",
            instead: "Put a longer line before it, or set the variable.",
            manual: "2.3"),
        FindingPage(
            "too-many-words", "The line has more than 64 words.",
            why: "HAProxy does not start.",
            instead: "Split the line."),
        FindingPage(
            "line-too-long", "The line is longer than 16 MiB.",
            why: "It is not read.",
            instead: "Split the line."),
        FindingPage(
            "empty-argument", "A word is empty, often because a variable is.",
            why: "It would hide all words that follow, so HAProxy does not start.",
            example: "global\n  node \"\"\n",
            instead: "Remove it; for a variable, give a default: \"${NAME-default}\".",
            manual: "2.3"),
        FindingPage(
            "empty-first-word", "The first word of the line is empty.",
            why: "HAProxy ignores the whole line.",
            example: "global\n  \"\" node a\n",
            instead: "Remove the line, or its first word."),
        FindingPage(
            "empty-scope-name", "A line that begins with '[' names no scope.",
            why: "HAProxy does not start.",
            example: "[]\n",
            instead: "[name]"),
        FindingPage(
            "invalid-scope-character", "The name of a scope holds a character that it cannot hold.",
            why: "HAProxy does not start.",
            example: "[a b]\n",
            instead: "Letters, digits and '.', ':', '_', '-'."),
        FindingPage(
            "text-after-scope", "Something follows a scope on its line.",
            why: "HAProxy does not start.",
            example: "[a] b\n",
            instead: "Put it on the next line."),
    ]

    /// Conditional blocks.
    private static let conditionalBlocks: [FindingPage] = [
        FindingPage(
            "elif-without-if", "'.elif' stands outside of a block.",
            why: "HAProxy does not start.",
            example: ".elif 1\n",
            instead: "Remove it, or add '.if' above.",
            manual: "2.4"),
        FindingPage(
            "else-without-if", "'.else' stands outside of a block.",
            why: "HAProxy does not start.",
            example: ".else\n",
            instead: "Remove it, or add '.if' above.",
            manual: "2.4"),
        FindingPage(
            "endif-without-if", "'.endif' stands outside of a block.",
            why: "HAProxy does not start.",
            example: ".endif\n",
            instead: "Remove it, or add '.if' above.",
            manual: "2.4"),
        FindingPage(
            "elif-after-else", "'.elif' stands behind '.else'.",
            why: "HAProxy does not start.",
            example: ".if 1\n.else\n.elif 1\n.endif\n",
            instead: "Put '.else' last.",
            manual: "2.4"),
        FindingPage(
            "else-after-else", "A block has two '.else'.",
            why: "HAProxy does not start.",
            example: ".if 1\n.else\n.else\n.endif\n",
            instead: "Keep one.",
            manual: "2.4"),
        FindingPage(
            "unclosed-if", "A block is not closed by '.endif' in its file.",
            why: "HAProxy does not start.",
            example: ".if 1\n",
            instead: "Add '.endif'; blocks do not reach beyond their file.",
            manual: "2.4"),
        FindingPage(
            "too-many-nested-ifs", "Blocks are nested deeper than HAProxy allows.",
            why: "It does not start.",
            instead: "Join conditions by '&&'.",
            manual: "2.4"),
        FindingPage(
            "unexpected-directive-argument", "Something follows a directive that takes nothing more.",
            why: "HAProxy does not start.",
            example: ".if 1\n.endif x\n",
            instead: "Remove it; put a message with blanks in quotes.",
            manual: "2.4"),
        FindingPage(
            "unknown-directive", "No directive beginning with '.' has this name.",
            why: "HAProxy does not start.",
            example: ".iff 1\n",
            instead: "'.if 1'",
            manual: "2.4"),
        FindingPage(
            "empty-condition", "'.if' has no condition.",
            why: "It is false.",
            example: ".if\n.endif\n",
            instead: "'.if 1', or what is meant.",
            manual: "2.4"),
        FindingPage(
            "unparsable-condition", "The condition cannot be read.",
            why: "HAProxy does not start.",
            example: ".if !\n.endif\n",
            instead: "'.if defined(A)'",
            manual: "2.4"),
        FindingPage(
            "unknown-predicate", "No predicate of conditions has this name.",
            why: "HAProxy does not start.",
            example: ".if define(A)\n.endif\n",
            instead: "'.if defined(A)'",
            manual: "2.4"),
        FindingPage(
            "text-after-condition", "Something follows a condition that is complete.",
            why: "HAProxy does not start.",
            example: ".if defined(A) defined(B)\n.endif\n",
            instead: "'.if defined(A) && defined(B)'",
            manual: "2.4"),
        FindingPage(
            "condition-too-deep", "The condition has more steps than HAProxy allows.",
            why: "It does not start.",
            instead: "Split it into several blocks.",
            manual: "2.4"),
        FindingPage(
            "missing-predicate-argument", "The predicate needs an argument in parentheses.",
            why: "HAProxy does not start.",
            example: ".if streq(a)\n.endif\n",
            instead: "'.if streq(a,b)'",
            manual: "2.4"),
        FindingPage(
            "unclosed-predicate", "The arguments of a predicate are not closed.",
            why: "HAProxy does not start.",
            example: ".if defined(A\n.endif\n",
            instead: "'.if defined(A)'",
            manual: "2.4"),
        FindingPage(
            "extra-predicate-argument", "The predicate takes fewer arguments.",
            why: "HAProxy does not start.",
            example: ".if defined(A,B)\n.endif\n",
            instead: "'.if defined(A)'",
            manual: "2.4"),
        FindingPage(
            "predicate-argument-too-long", "An argument of a predicate is longer than HAProxy's buffer.",
            why: "It does not start.",
            instead: "Shorten it.",
            manual: "2.4"),
        FindingPage(
            "invalid-predicate-argument", "The argument is no version, or names another SSL library.",
            why: "HAProxy does not start.",
            example: ".if openssl_version_atleast(x)\n.endif\n",
            instead: "'.if openssl_version_atleast(3.0.0)'",
            manual: "2.4"),
        FindingPage(
            "invalid-version", "The argument is no version of HAProxy.",
            why: "It is taken for one older than all, so the condition holds.",
            example: ".if version_atleast(x)\n.endif\n",
            instead: "'.if version_atleast(2.6)'",
            manual: "2.4"),
        FindingPage(
            "diag-message", "'.diag' gives a message of the configuration itself, shown under -dD.",
            why: "Whoever wrote it wants it to be read.",
            example: ".diag \"to be read\"\n",
            instead: "Do what it asks for, or remove the line.",
            manual: "2.4"),
        FindingPage(
            "notice-message", "'.notice' gives a message of the configuration itself.",
            why: "Whoever wrote it wants it to be read.",
            example: ".notice \"to be read\"\n",
            instead: "Do what it asks for, or remove the line.",
            manual: "2.4"),
        FindingPage(
            "warning-message", "'.warning' gives a message of the configuration itself.",
            why: "Whoever wrote it wants it to be read.",
            example: ".warning \"to be read\"\n",
            instead: "Do what it asks for, or remove the line.",
            manual: "2.4"),
        FindingPage(
            "alert-message", "'.alert' gives a message of the configuration itself, and ends the start.",
            why: "Whoever wrote it wants it to be read.",
            example: ".alert \"to be read\"\n",
            instead: "Do what it asks for, or remove the line.",
            manual: "2.4"),
    ]

    private static let lints: [FindingPage] = [
        FindingPage(
            "unused-acl", "A named ACL is used by no condition of its section.",
            why: "It is compiled for nothing, or a rule that was to use it is missing.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  acl api path_beg /api\n",
            instead: "Use it in a condition, or remove it.",
            manual: "7.2"),
        FindingPage(
            "unused-backend", "Nothing sends to a backend.",
            why: "Its servers get no request; perhaps a rule is missing.",
            example: "listen l\n  bind :80\n  default_backend a\nbackend a\nbackend b\n",
            instead: "Name it by use_backend or default_backend, or remove it.",
            manual: "4.2"),
        FindingPage(
            "unreachable-rule", "A rule stands behind one that always ends its set.",
            why: "It never runs.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request deny\n  http-request set-header a b\n",
            instead: "Give the rule before it a condition, or change their order.",
            manual: "4.2"),
        FindingPage(
            "condition-always-true", "A condition always holds.",
            why: "The rule runs for everything, as it would without it.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request set-header a b if TRUE\n",
            instead: "Remove the condition.",
            manual: "7.2"),
        FindingPage(
            "condition-always-false", "A condition never holds.",
            why: "The rule never runs.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request set-header a b if FALSE\n",
            instead: "Remove the rule, or write the condition that was meant.",
            manual: "7.2"),
        FindingPage(
            "variable-never-read", "A variable is set and nowhere read.",
            why: "Setting it costs time for nothing, or its reader has another name for it.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request set-var(txn.a) src\n",
            instead: "Read it by var(txn.a), or remove the line.",
            manual: "2.8"),
        FindingPage(
            "variable-never-set", "A variable is read and nowhere set.",
            why: "It never has a value; a condition over it never holds.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request deny if { var(txn.a) -m found }\n",
            instead: "Set it by set-var before it is read.",
            manual: "2.8"),
        FindingPage(
            "overlapping-binds", "Two 'bind' lines take the same address and port.",
            why: "One of them cannot be bound, or connections go to either by chance.",
            example: "frontend f\n  bind :80\nfrontend g\n  bind :80\n",
            instead: "Give each an address or port of its own.",
            manual: "4.2"),
        FindingPage(
            "senseless-timeout", "A timeout makes no sense, or none beside another one.",
            why: "It never ends anything, or it ends what the other one allows.",
            instead: "Choose times in the order in which they run: connect, http-request, client and server.",
            manual: "4.2"),
        FindingPage(
            "odd-check-port", "One server of a section is checked on another port than all others.",
            why: "Mostly a slip of the finger: what answers there, or does not, is not what the others are asked.",
            example:
                "backend b\n  server s 10.0.0.1:80 check port 81\n  server t 10.0.0.2:80 check port 81\n  server u 10.0.0.3:80 check port 18\n",
            instead: "The port of the others; or a suppression that says why.",
            manual: "5.2 port"),
        FindingPage(
            "cancelling-options", "Two options of a section exclude each other.",
            why: "The last one holds, and the other does nothing.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  option httpclose\n  option http-keep-alive\n",
            instead: "Keep the one that is meant.",
            manual: "4.2"),
        FindingPage(
            "plain-secret", "A password stands in the text.",
            why: "Whoever reads the file has it.",
            example: "userlist u\n  user a insecure-password b\n",
            instead: "user a password with its hash, as crypt(3) gives it.",
            manual: "12.2"),
        FindingPage(
            "exponential-regex", "A regular expression repeats what repeats already.",
            why: "Some inputs take it a time that doubles with each character.",
            example: "frontend f\n  mode http\n  timeout client 5s\n  bind :80\n  http-request deny if { path_reg ^(a+)+$ }\n",
            instead: "One repetition is enough: ^a+$",
            manual: "7.1.6"),
        FindingPage(
            "unknown-backend-in-map", "A 'use_backend' takes the name from a map, and a value of it is no backend.",
            why: "Such requests go to the default backend, or get 503: the backend was renamed or removed, and the map was not.",
            example: "frontend f\n  mode http\n  bind :80\n  use_backend %[path,map(/etc/paths.map,ap)]\nbackend app\n  mode http\n",
            instead: "Correct the map, or add the backend.",
            manual: "4.2"),
        FindingPage(
            "variable-set-after-read", "A variable is read only by rules that run before those that set it.",
            why: "Rules run stage by stage, then from top to bottom: the reader finds no value.",
            example:
                "frontend f\n  mode http\n  bind :80\n  http-request deny if { var(txn.a) -m found }\n  http-request set-var(txn.a) src\n",
            instead: "Set it in an earlier rule, or read it in a later one.",
            manual: "4.2"),
        FindingPage(
            "variable-type", "A variable holds one type, and what stands behind 'var' never takes that type.",
            why: "The sample has no value, ever: written without the variable, HAProxy would refuse it.",
            example:
                "frontend f\n  mode http\n  bind :80\n  http-request set-var(txn.a) method\n  http-request deny if { var(txn.a) -m int 1 }\n",
            instead: "Convert the value where it is set, or read it by what takes its type.",
            manual: "7.2"),
        FindingPage(
            "duplicate-sni", "Certificate lists of one 'bind' line give a name to two certificates with keys of the same type.",
            why: "The first of them is sent; the other one, often its successor, never for that name.",
            instead: "Leave the name at one of them. An RSA and an ECDSA certificate may share it.",
            manual: "5.1"),
    ]

    /// All pages, by what they are about.
    package static let all: [FindingPage] = sections + expressions + proxies + suppressions + signatures + text + conditionalBlocks + lints
}
