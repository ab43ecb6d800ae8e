// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// All strings of the tables, one after the other.
package enum TextPool {
    static let count = 42
    static var table: StaticString {
        """
        tokena wordtexta word, possibly emptyrestthe rest of the lineconditiona conditionacl-expression\
        a criterion, flags and patternslogformata log-format stringsamplea sample expressionregexa regular expression\
        durationa time (us, ms, s, m, h, d; milliseconds without a unit)duration-sa time (us, ms, s, m, h, d; seconds without a unit)\
        sizea size (k, m, g; bytes without a unit)integeran integercounta numberpositivea number from 1 on\
        porta portweighta weight from 0 to 256statusa status codestatus-liststatus codes and ranges (200,204 or 200-399)\
        methodan HTTP methodheader-namea header's namevariablea variable with its scope (proc, sess, txn, req, res, check)\
        namea nameproxy-namea proxy's nameserver-namea server's nameacl-namean ACL's namedefaults-ref\
        the name of a defaults sectionbackend-refa backend's namepatha file's pathnetworkan address, with a mask or a prefix length\
        bind-addressaddresses to listen on ([<address>]:<port>[-<last>], or a socket's path)server-address\
        a server's address and portaddress-ipan addressnumberbackendServers and the rules for what is sent to them.\
        4defaultsSettings that the proxies after it start from.frontendListening sockets and the rules for what arrives on them.\
        globalProcess-wide settings: security, limits, logging and defaults for TLS.2.1listenA frontend and a backend in one.\
        aclNames a condition.4.2balanceHow a server is chosen.bindAn address to listen on.default-server\
        Options that the servers after it start from.http-requestA rule for requests.logWhere logs go.\
        maxconnHow many connections the proxy serves at a time.modeWhat the proxy speaks.option forwardfor\
        Adds the client's address to requests.option httpchkChecks servers with an HTTP request.server\
        A server that requests are sent to.timeout clientHow long a client may be silent.timeout connect\
        How long to wait for a connection to a server to be made.use_backendSends requests that meet a condition to a backend.\
        How many connections the socket takes at a time.5.1A name for the socket, for statistics.ssl\
        Accepts TLS only.backupUsed when no other server is up.5.2checkChecks the server's health.\
        fallFailed checks that make a server DOWN.interTime between two checks.risePassed checks that make a server UP.\
        send-proxySends the PROXY protocol, version 1.The server's share of the load.denyRefuses the request or response.\
        4.4set-headerSets a header, replacing all of that name.set-varSets a variable to a sample.\
        track-scTracks a key in a table.srcThe client's address.7.3.3ipmaskMasks an address.7.3.1hdr\
        A hash of a header's value.leastconnThe server with the fewest connections.roundrobinEach server in turn, by weight.\
        uriA hash of the URI.defaultSets an option back to its default.noTurns an option off.ifThe rule applies where the condition holds.\
        7.2unlessThe rule applies where the condition does not hold.abns@A name in the abstract namespace.\
        2.9abnsz@A zero-terminated name in the abstract namespace.dgram+Forces a datagram socket.fd@\
        An inherited descriptor.ip@IPv4 or IPv6, told from the text.ipv4@An IPv4 address.ipv6@An IPv6 address.\
        mptcp4@Multipath TCP over IPv4.mptcp6@Multipath TCP over IPv6.mptcp@Multipath TCP over IPv4 or IPv6.\
        quic+Forces QUIC: streams over datagrams.quic4@QUIC over IPv4.quic6@QUIC over IPv6.rhttp@A reverse HTTP connection: the name of a backend and server.\
        sockpair@A descriptor of a socket pair.stream+Forces a stream socket.tcp4@TCP over IPv4.tcp6@\
        TCP over IPv6.tcp@TCP over IPv4 or IPv6.udp4@UDP over IPv4.udp6@UDP over IPv6.udp@UDP over IPv4 or IPv6.\
        unix@A unix socket's path.uxdg@A unix datagram socket's path.uxst@A unix stream socket's path.\
        offFalse.3.2onTrue.allEvery one.evenThose with even numbers.oddThose with odd numbers.One health check.\
        2.8procThe whole process.reqThe request, until the response begins.resThe response.sessThe session: a client's connection.\
        txnThe transaction: a request and its response.fromlenformattcphttpspophatermexceptheaderif-none\
        deny_statustableuse_domain_onlydepthwholepath-onlycriterionalgorithmaddressoptionactioncond\
        targetlengthfacilitylevelminimumversiontimevaluekeymask4mask6sectiondirectivebind-optionserver-option\
        fetchconverteracl-wordmatch-methodacl-flaglog-aliaslog-flagfilterpredicateenvironmentservice\
        log-targetcheck-optiontable-columnpseudo-variablemodifiercondition-wordaddress-prefixboolean-word\
        number-set-wordvariable-scopeforwardforhttpchktimeoutclientconnect
        """
    }
}
