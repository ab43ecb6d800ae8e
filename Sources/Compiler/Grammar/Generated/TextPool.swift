// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// All strings of the tables, one after the other.
package enum TextPool {
    static let count = 990
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
        a server's address and portaddress-ipan addressnumbertable-refa stick table's nameserver-ref\
        backend-namefrontend-namea frontend's nameuserlist-refa userlist's namefile-modean octal file mode\
        log-targetwhere to send log linessocket-addressan address or a socket's pathpercent-0-50a number from 0 to 50\
        certificatethe path of a certificate, or of a directory of themcrt-listthe path of a list of certificates\
        ca-filethe path of a file of CA certificatescrl-filethe path of a file of revocationsmap-file\
        the path of a maplua-filethe path of a Lua scripterror-filethe path of a file that holds a whole answer\
        followed-filethe path of a file that is read while runningstatus-anycheck-addressan address, with a port where it is another one\
        maska mask or a prefix lengthlooseloose-countloose-positiveloose-percenta number from 0 to 100\
        loose-1-100a number from 1 to 100loose-1-9a number from 1 to 9loose-8-15a number from 8 to 15\
        loose-16a number from 0 to 16loose-10000a number from 1 to 10000loose-32767a number from 1 to 32767\
        loose-32-bitsa number of 32 bitsh2-table-sizea number from 4096 to 65536h2-frame-sizea number from 16384 to 16777215\
        count-64a number from 0 to 64count-100thread-counta number from 1 to 1024group-numbera number from 1 to 32\
        level-0-5a number from 0 to 5level-0-9a number from 0 to 9nice-19a number from -20 to 19duration-65535\
        a time up to 65535 millisecondsduration-1000a time from 1 to 1000 millisecondsduration-positive\
        a time that is not 0size-positivea size that is not 0numbersnumbers and ranges (0-3,5)node-name\
        a node's nameresolvers-refthe name of a resolvers sectionproxy-addressan address and a port\
        loose-1024source-addressdispatch-addressan address with a porthttp-errors-refthe name of an http-errors section\
        peers-refthe name of a peers sectionfcgi-app-refthe name of an fcgi-app sectionserver-range\
        a number of servers, or a range (1-5)mssa number from 1 to 65535, or from -65535 to -1nice\
        a number from -1024 to 1024level-0-2a number from 0 to 2loose-least-minus-1a number from -1 on\
        loose-portsource-rangean address, with a port or a range of portsagent-addressan address without a port\
        tlv-idthe number of a field (0xE1)sample-or-numbera number or a sample expressionsample-or-number-of-request\
        sample-of-requestttla number from 1 to 255cache-refthe name of a cache sectionlog-profile-ref\
        the name of a log-profile sectiontime-or-samplea time or a sample expressionhexhexadecimal digits, two for each byte\
        peer-addresspayload-sizea number from 12 to 65535cache-sizea number from 0 to 4095acme-ref\
        the name of an acme sectionacmeA certificate authority.12.9backendServers and the rules for what is sent to them.\
        4cacheA cache for responses.6crt-storeWhere certificates and keys are.12.7defaultsSettings that the proxies after it start from.\
        fcgi-appA FastCGI application.10frontendListening sockets and the rules for what arrives on them.\
        globalProcess-wide settings: security, limits, logging and defaults for TLS.2.1healthcheck\
        Rules of a health check that servers refer to.12http-errorsA set of error files.12.2listen\
        A frontend and a backend in one.log-forwardReceives log lines and forwards them.12.5log-profile\
        Log formats by step.12.6mailersMail servers for alerts.12.3peersPeers that share stick tables.\
        10.4programA program run beside the proxy.resolversDNS servers.5.3.2ringA ring buffer for logs and traces.\
        12.4tracesWhat is traced.12.8userlistUsers and groups.12.151degrees-cache-sizeHow many results of 51Degrees are remembered.\
        351degrees-data-fileThe data of 51Degrees.51degrees-property-name-listThe properties that 51Degrees loads.\
        51degrees-property-separatorWhat separates properties of 51Degrees.accepted_payload_sizeThe longest answer that is taken.\
        account-keyThe file with the key of the account.aclA named condition.4.2acme-varsVariables for the program that answers challenges.\
        acme.schedulerWhether certificates of ACME sections are renewed without being asked.anonkey\
        The key that makes shown configurations anonymous.appsessionKept a client on its server by a session cookie of the application.\
        stick-table with stick onbacking-fileThe file that holds the ring.backlogLength of the queues of connections not accepted yet.\
        Length of the queue of connections not accepted yet.balanceHow a server is chosen.bindAn address to listen on.\
        bind-processRan a proxy in some processes only.the 'process' or 'thread' option of bindbits\
        The length of RSA keys.blockRefused requests that met a condition.http-request denybusy-polling\
        Polls without ever sleeping.ca-baseWhere files of authorities are looked for when their path is relative.\
        capture cookieRecords a cookie of request and response for the log.capture request headerRecords a request header for logs and samples.\
        capture response headerRecords a response header for logs and samples.challengeHow the domain is proved: http-01, dns-01 or dns-persist-01.\
        challenge-readyWhat says that a challenge can be tried.chrootThe directory to change the root to.\
        clitcpka-cntUnanswered keep-alive probes after which a client's connection is given up.clitcpka-idle\
        Silence of a client after which keep-alive probes begin.clitcpka-intvlTime between two keep-alive probes to a client.\
        clitimeoutThe old name of 'timeout client'.timeout clientclose-spread-timeOver how long idle connections are closed when stopping.\
        cluster-secretThe secret that machines of one cluster share.commandThe program with its arguments.\
        compression algoCompression algorithms for responses.compression algo-reqCompression algorithm for requests.\
        compression algo-rescompression directionWhich messages are compressed.compression minsize-req\
        Requests below this size are not compressed.compression minsize-resResponses below this size are not compressed.\
        compression offloadTakes Accept-Encoding away from servers, so that compression happens here alone.\
        compression typeMedia types of responses that are compressed.compression type-reqMedia types of requests that are compressed.\
        compression type-rescontactThe mail address of the account.contimeoutThe old name of 'timeout connect'.\
        timeout connectcookieKeeps a client on its server with a cookie.cpu-affinityHow threads are bound to CPUs.\
        cpu-mapWhich CPUs threads run on.cpu-policyHow threads and groups are laid out over the CPUs.\
        cpu-setWhich CPUs may be used.crt-baseWhere certificates are looked for when their path is relative.\
        curvesThe curve of ECDSA keys.daemonRuns in the background.debugStays in the foreground and prints what passes.\
        debug.countersWhether event counters run, in builds that have them.declare captureReserves a slot to which rules can capture a sample.\
        default-bindOptions for all bind lines of the section.default-pathWhat relative paths start from.\
        default-serverOptions that the servers after it start from.Options that the peers after it start from.\
        default_backendThe backend where no use_backend applies.descriptionA text about this instance.\
        A text about the proxy.A text about the ring.deviceatlas-json-fileThe data of DeviceAtlas.\
        deviceatlas-log-levelHow much DeviceAtlas logs.deviceatlas-properties-cookieThe cookie with properties for DeviceAtlas.\
        deviceatlas-separatorWhat separates properties of DeviceAtlas.dgram-bindAn address to receive datagrams on.\
        directoryWhere the authority's directory is.disabledThe proxy does not run.The peers are not used.\
        dispatchThe one address to which everything is sent.dns-accept-familyWhich families of addresses are asked of DNS: auto, or a list of ipv4 and ipv6.\
        dns-delayHow long DNS needs to know a new record.dns-timeoutHow long is waited for DNS to know a new record.\
        docrootThe root of the application's documents.dynamic-cookie-keyThe secret from which cookies for servers are derived.\
        eab-key-idThe ID of the key that binds the account to another one.eab-mac-algThe algorithm of the binding.\
        eab-mac-keyThe key of the binding.email-alert fromSender of mail alerts.email-alert levelThe lowest log level for which a mail alert is sent.\
        email-alert mailersThe mailers section through which alerts are sent.email-alert myhostname\
        The host name used with mailers.email-alert toRecipients of mail alerts.enabledThe proxy runs.\
        The peers are used.error-log-formatThe format of log lines for failed connections.errorfile\
        The answer to an error, from a file.A file with the whole response for a status code.errorfiles\
        Takes answers to errors from an http-errors section.errorlocRedirects to a URL instead of answering with a status code; 302.\
        errorloc302Redirects with 302 instead of answering with a status code.errorloc303Redirects with 303 instead of answering with a status code.\
        expose-deprecated-directivesLets deprecated directives be used without a warning.expose-experimental-directives\
        Lets experimental directives be used.external-checkAllows checks by external programs.external-check command\
        The program that checks servers.external-check pathPATH for the program that checks servers.\
        fd-hard-limitHow many descriptors the process may have at most.filterAdds a filter to the streams.\
        filter-sequenceThe order in which filters run.force-be-switchLets use_backend choose a backend that is administratively unpublished.\
        force-cfg-parser-pauseHolds the start up while reading the configuration; for developers.force-persist\
        Keeps to a cookie's server even where it is down.formatThe format of the lines in the ring.\
        fullconnAt how many streams dynamic limits are full.gidThe group to run as, by number.grace\
        How long listeners stay open once the process is told to stop.hard-stop-afterKept a proxy alive for a while when stopping.\
        groupThe group to run as.A group of users.guidA name that stays the same when the proxy is renamed.\
        h1-accept-payload-with-any-methodTakes bodies of HTTP/1.0 requests with methods that have none.\
        h1-case-adjustHow the name of a header is written for peers that mind its case.h1-case-adjust-file\
        A file with the names of headers as peers that mind their case want them.h1-do-not-close-on-insecure-transfer-encoding\
        Keeps connections whose requests have both a length and a transfer encoding.h2-workaround-bogus-websocket-clients\
        Does not offer WebSocket over HTTP/2 to clients.How long a graceful stop may take.harden.reject-privileged-ports.quic\
        Drops QUIC packets that come from ports below 1024.harden.reject-privileged-ports.tcpDrops TCP connections that come from ports below 1024.\
        hash-balance-factorHow much more than the average a server may get under consistent hashing.\
        hash-preserve-affinityWhat happens when the server that a hash chose is full.hash-typeHow a hash is computed and mapped to servers.\
        holdHow long an answer of a kind is kept.http-after-responseA rule for responses.http-check comment\
        Names the steps behind it in reports.http-check connectOpens a connection.http-check disable-on-404\
        404 takes a server out of rotation softly.http-check expectWhat a check's answer must be.http-check send\
        What HTTP checks send.http-check send-stateTells servers their state in a header of checks.\
        http-check set-varSets a variable to a sample.http-check set-var-fmtSets a variable to a log-format string.\
        http-check unset-varDeletes a variable.http-err-codesWhich status codes count as errors of clients.\
        http-errorThe response for a status code, described in place.http-fail-codesWhich status codes count as failures of servers.\
        http-requestA rule for requests.http-responsehttp-reuseWhether connections to servers are shared between clients.\
        http-send-name-headerA request header with the chosen server's name.httpclient.resolvers.disabled\
        Keeps the internal HTTP client from resolving names.httpclient.resolvers.idThe resolvers section that the internal HTTP client asks.\
        httpclient.resolvers.preferThe family of addresses that the internal HTTP client prefers.httpclient.retries\
        How often the internal HTTP client tries again.httpclient.ssl.ca-fileAuthorities that the internal HTTP client verifies servers with.\
        httpclient.ssl.verifyWhether the internal HTTP client verifies servers.httpclient.timeout.connect\
        How long the internal HTTP client waits for a connection.idThe proxy's number.ignore-persist\
        Ignores a cookie's server where a condition holds.indexWhat is asked for where a path ends in a slash.\
        insecure-fork-wantedLets the process start programs.insecure-setuid-wantedLets the process change its user.\
        issuers-chain-pathWhere certificates of issuers are loaded from to complete chains.jwt.decrypt_alg_list\
        Key algorithms that tokens may be decrypted with, separated by colons.jwt.decrypt_enc_list\
        Content encryptions that tokens may be decrypted with, separated by colons.key-baseWhere private keys are looked for when their path is relative.\
        keytypeThe type of keys: RSA or ECDSA.limited-quicRuns QUIC with a TLS library that lacks parts of it.\
        loadA certificate with its key and settings.load-server-state-from-fileWhere servers' state is read from at start.\
        localpeerThe name under which this process stands in peers sections.logWhere log lines go.\
        Where log lines about peers go.log-formatThe format of log lines.log-format-sdStructured data of RFC 5424 lines.\
        log-send-hostnamePuts the host's name into log lines.log-stderrWhere what the application reports goes.\
        log-stepsAt which steps of a stream a log line is written.log-tagThe program's name in log lines.\
        The program's name in the lines.lua-loadLoads a Lua script, with arguments.lua-load-per-thread\
        Loads a Lua script into each thread, with arguments.lua-prepend-pathWhere Lua looks for modules first.\
        mailerA mail server.mapThe map with tokens of challenges.master-workerRuns as a master that watches over the worker.\
        max-ageHow long a response is kept at most, in seconds.max-keep-alive-queueQueue length above which a kept-alive client may change the server.\
        max-object-sizeThe longest response that is stored, in bytes.max-secondary-entriesHow many variants of one response are stored.\
        max-session-srv-connsIdle server connections that one client connection may keep.max-spread-checks\
        The longest time over which checks are spread at start.max-threads-per-groupHow many threads a group has at most.\
        maxcompcpuusageAbove which load nothing is compressed any more.maxcomprateHow many kilobytes a second are compressed at most.\
        maxconnHow many connections the process takes at a time.How many connections the proxy serves at a time.\
        How many connections are served at a time.maxconnrateHow many connections a second are accepted at most.\
        maxlenThe longest line.maxpipesHow many pipes move data in the kernel at most.maxsessrateHow many sessions a second are made at most.\
        maxsslconnHow many TLS connections the process takes at a time.maxsslrateHow many TLS sessions a second are made at most.\
        maxzlibmemHow much memory zlib may use, in megabytes.modeWhat the proxy speaks.monitor fail\
        Lets the monitor URI answer 503 where a condition holds.monitor-netAnswered monitors of a network at once.\
        http-request return with an ACL over srcmonitor-uriA URI that is answered at once, to be watched.\
        mworker-max-reloadsHow many reloads a worker may outlive.nameserverA DNS server.nbprocRan several processes.\
        nbthreadHow many threads serve.no-memory-trimmingKeeps memory that is free instead of giving it back.\
        no-quicOpened no QUIC listeners.tune.quic.listennodeThe node's name.noepollDoes not use epoll.\
        noevportsDoes not use event ports.nogetaddrinfoDoes not resolve names by getaddrinfo.nokqueue\
        Does not use kqueue.noktlsDoes not use TLS in the kernel.nopollDoes not use poll.noreuseport\
        Does not share ports between sockets.nospliceDoes not move data in the kernel.numa-cpu-mapping\
        Binds to the CPUs of one NUMA node.ocsp-update.disableTurns the refreshing of OCSP responses off.\
        ocsp-update.httpproxyThe HTTP proxy through which OCSP responses are fetched.ocsp-update.maxdelay\
        The longest time between two refreshes of an OCSP response, in seconds.ocsp-update.mindelay\
        The shortest time between two refreshes of an OCSP response, in seconds.ocsp-update.modeWhether OCSP responses are refreshed where a certificate does not say: on or off.\
        onWhat is logged at a step.option abortoncloseGives up requests whose client has gone while they wait.\
        option accept-invalid-http-requestLets requests pass that break the rules of HTTP.option accept-unsafe-violations-in-http-request\
        option accept-invalid-http-responseLets responses pass that break the rules of HTTP.option accept-unsafe-violations-in-http-response\
        option allbackupsUses all backup servers at a time instead of the first.option assume-rfc6587-ntf\
        Takes every line as one that ends in a newline.option checkcacheRefuses responses that set a cookie and may be cached.\
        option clitcpkaTCP keep-alive towards clients.option contstatsCounts bytes while a stream runs, not only at its end.\
        option disable-h2-upgradeNo upgrade from HTTP/1 to HTTP/2 by its preface.option dont-parse-log\
        Forwards lines as they are.option dontlog-normalLogs only what went wrong.option dontlognull\
        Does not log connections on which nothing was sent.option external-checkChecks servers with a program.\
        option forcecloseClosed both sides after each response.option httpcloseoption forwardedAdds the header Forwarded of RFC 7239.\
        option forwardforAdds X-Forwarded-For.option get-valuesAsks the application what it can do.\
        option h1-case-adjust-bogus-clientWrites header names to clients in the case that h1-case-adjust gives.\
        option h1-case-adjust-bogus-serverWrites header names to servers in the case that h1-case-adjust gives.\
        option hostWhich host name forwarded lines carry.option http-buffer-requestWaits for a request's body before rules run.\
        option http-drop-request-trailersDrops trailers of requests.option http-drop-response-trailers\
        Drops trailers of responses.option http-ignore-probesNeither logs nor answers connections that browsers open in advance.\
        option http-keep-aliveKeeps connections open on both sides; the default.option http-no-delay\
        Sends every piece at once, whatever it costs.option http-pretend-keepaliveDoes not tell servers that the connection will be closed.\
        option http-restrict-req-hdr-namesWhat happens to requests with unusual characters in header names.\
        option http-server-closeCloses the server's side after each response.option http-tunnelTreated all that followed the first response as a tunnel.\
        mode tcp, or nothing: upgrades are followed without itoption http-use-htxChose the internal form of HTTP messages.\
        option http-use-proxy-headerUses Proxy-Connection instead of Connection.option http_proxyMade the process a forward proxy without resolving names.\
        option httpchkChecks servers by HTTP.Closes both sides after each response.option httplogLogs requests in HTTP's format.\
        option httpslogLogs requests in HTTPS's format.option idle-close-on-responseWhen stopping, closes idle connections only after one more response.\
        option independent-streamsTimes the two directions of a stream apart.option keep-connLets the application keep connections open.\
        option ldap-checkChecks servers with an LDAP bind.option log-health-checksLogs the change of health-check results.\
        option log-separate-errorsLogs errors at a higher level.option logasapLogs as soon as the response's header is known.\
        option max-reqsHow many requests a connection carries at a time.option mpxs-connsLets connections carry several requests at a time.\
        option mysql-checkChecks servers with a MySQL login.option nolingerDrops unsent data when closing.\
        option originaltoAdds the original destination address to requests.option persistoption pgsql-check\
        Checks servers with a PostgreSQL login.option prefer-last-serverStays on the last server of a kept-alive client where possible.\
        option redis-checkChecks servers with a Redis PING.option redispatchLets a retry go to another server.\
        option smtpchkChecks servers with an SMTP greeting.option socket-statsStatistics for each listening socket.\
        option splice-autoLets the kernel move data between sockets where it seems worth it.option splice-request\
        Lets the kernel move request data between sockets.option splice-responseLets the kernel move response data between sockets.\
        option spop-checkChecks servers with an SPOP greeting.option srvtcpkaTCP keep-alive towards servers.\
        option ssl-hello-chkChecks servers with an SSL 3 client hello.option start-on-reloadWhether a reload starts the program again.\
        option tcp-checkChecks servers by tcp-check rules.option tcp-smart-acceptDelays the acknowledgement of a client's first data.\
        option tcp-smart-connectSends the first data with the acknowledgement of a server's connection.\
        option tcpkaTCP keep-alive on both sides.option tcplogLogs sessions in TCP's format.option tcpsplice\
        The old name of 'option splice-auto'.option transparentConnects to the address that the client connected to.\
        sourceoption use-small-buffersKeeps waiting requests in small buffers.parse-resolv-confTakes the DNS servers of the system.\
        pass-headerA request header that is passed on though it is not by default.path-infoWhat splits a path into script and path info.\
        peerA peer: its name, and where it is.persist rdp-cookieKeeps RDP clients on their server by cookie.\
        pidfileThe file with the number of the process.pp2-never-send-localSends addresses in the PROXY protocol for local connections too.\
        prealloc-fdReserves the table of descriptors at start.presetenvSets an environment variable that is not set.\
        process-varyWhether responses with Vary are stored.profileThe authority's profile that is asked for.\
        profiling.memoryWhether memory is profiled, in builds that can.profiling.tasksWhether tasks are profiled.\
        provider-nameThe DNS provider's name.quic-initialA rule for the first packet of a QUIC connection.\
        quietPrints nothing at start.rate-limit sessionsNew sessions accepted a second.redirectRedirects to another place.\
        redispatchThe old name of 'option redispatch'.reqaddAdded a header line to requests.http-request add-header\
        reqallowLet requests pass that matched a regular expression.http-request allowreqdelDeleted header lines of requests.\
        http-request del-headerreqdenyRefused requests by a regular expression.reqiallowLet requests pass that matched a regular expression, ignoring case.\
        reqidelDeleted header lines of requests, ignoring case.reqidenyRefused requests by a regular expression, ignoring case.\
        reqipassLeft header lines of requests alone, ignoring case.reqirepReplaced text in header lines of requests, ignoring case.\
        http-request replace-header, or replace-pathreqitarpitTarpitted requests by a regular expression, ignoring case.\
        http-request tarpitreqpassLeft header lines of requests alone.reqrepReplaced text in header lines of requests.\
        reqsetbeChose a backend by a regular expression.use_backendreqtarpitTarpitted requests by a regular expression.\
        resetenvRemoves all other environment variables.resolve_retriesHow often a question is asked again.\
        retriesHow often a failed connection is tried again.retry-onWhat makes a request be sent again.\
        reuse-keyWhether a new certificate keeps the old key.rspaddAdded a header line to responses.\
        http-response add-headerrspdelDeleted header lines of responses.http-response del-headerrspdeny\
        Refused responses by a regular expression.http-response denyrspidelDeleted header lines of responses, ignoring case.\
        rspidenyRefused responses by a regular expression, ignoring case.rspirepReplaced text in header lines of responses, ignoring case.\
        http-response replace-headerrsprepReplaced text in header lines of responses.serverA server that requests are sent to.\
        A peer or a server: its name, and where it is.Was never a word of mailers.server-state-base\
        Where files with the state of servers are.server-state-fileThe file with the state of servers.\
        server-state-file-nameThe file with the state of this backend's servers.server-templateServers of one name pattern, filled by DNS or while running.\
        set-dumpableLeaves a core file when the process fails.set-paramA parameter for the application.\
        set-varSets a variable of the process to a sample.set-var-fmtSets a variable of the process to a log-format string.\
        setcapCapabilities that the process keeps, separated by commas.setenvSets an environment variable.\
        shardsOver how many peers the keys of the tables are spread.shm-stats-fileA shared file in which counters outlive a reload.\
        shm-stats-file-max-objectsHow many objects the shared file of counters can hold.The size of the ring.\
        The address from which connections to servers are made.spread-checksBy how much check intervals vary, in percent.\
        srvtcpka-cntUnanswered keep-alive probes after which a server's connection is given up.srvtcpka-idle\
        Silence of a server after which keep-alive probes begin.srvtcpka-intvlTime between two keep-alive probes to a server.\
        srvtimeoutThe old name of 'timeout server'.timeout serverssl-default-bind-ciphersCiphers up to TLS 1.2 for sockets that name none.\
        ssl-default-bind-ciphersuitesCiphers of TLS 1.3 for sockets that name none.ssl-default-bind-client-sigalgs\
        Signature algorithms for client certificates on sockets that name none.ssl-default-bind-curves\
        Curves for sockets that name none.ssl-default-bind-optionsTLS options for all sockets.ssl-default-bind-sigalgs\
        Signature algorithms for sockets that name none.ssl-default-server-ciphersCiphers up to TLS 1.2 for servers that name none.\
        ssl-default-server-ciphersuitesCiphers of TLS 1.3 for servers that name none.ssl-default-server-client-sigalgs\
        Signature algorithms for the certificate shown to servers that name none.ssl-default-server-curves\
        Curves for servers that name none.ssl-default-server-optionsTLS options for all servers.ssl-default-server-sigalgs\
        Signature algorithms for servers that name none.ssl-dh-param-fileParameters for Diffie-Hellman where a certificate brings none.\
        ssl-engineLoads an engine of OpenSSL.ssl-f-useA certificate, with its settings, for the frontend's TLS sockets.\
        ssl-load-extra-del-extReplaces the extension of a certificate instead of adding one when looking for its other files.\
        ssl-load-extra-filesWhich files beside a certificate are loaded too.ssl-mode-asyncLets TLS work be done asynchronously by engines that can.\
        ssl-passphrase-cmdThe program that gives the passphrases of keys.ssl-propqueryWhich properties the algorithms of OpenSSL's providers must have.\
        ssl-providerLoads a provider of OpenSSL.ssl-provider-pathWhere providers of OpenSSL are looked for.\
        ssl-security-levelOpenSSL's security level.ssl-server-verifyWhether servers' certificates are verified where a server does not say.\
        ssl-skip-self-issued-caLeaves certificates that sign themselves off the chain that is sent.\
        stats adminWho may change servers on the statistics page.stats authA user and password for the statistics page: user:password.\
        stats bind-processBound command sockets to processes.stats enableServes the statistics page.\
        stats hide-versionLeaves the version off the statistics page.stats http-requestWho may see the statistics page.\
        stats maxconnConnections of command sockets at a time.stats realmThe realm in which the statistics page asks for a password.\
        stats refreshHow often the statistics page reloads itself.stats scopeShows this proxy on the statistics page; '.' is the one it stands in.\
        stats show-descShows a description on the statistics page.stats show-legendsShows more about each proxy and server on the statistics page.\
        stats show-modulesShows what modules count on the statistics page.stats show-nodeShows the node's name on the statistics page.\
        stats show-versionShows the version on the statistics page.stats socketA command socket.stats timeout\
        How long a command socket may be silent.stats uriThe URI of the statistics page.stats-file\
        The file from which counters are loaded at start.stick matchLooks a server up in a stick table.\
        stick onLooks a server up in a stick table, and stores the chosen one.stick store-requestStores the chosen server under a sample of the request.\
        stick store-responseStores the chosen server under a sample of the response.stick-tableThe proxy's stick table.\
        stress-levelHow hard the process tests itself; for developers.strict-limitsRefuses to start where limits cannot be set.\
        tableA stick table that belongs to the peers.tcp-check commenttcp-check connecttcp-check expect\
        What the answer must be.tcp-check sendThe data to send.tcp-check send-binaryThe data to send, in hexadecimal.\
        tcp-check send-binary-lfThe data to send, in hexadecimal, as a log-format string.tcp-check send-lf\
        The data to send, as a log-format string.tcp-check set-vartcp-check set-var-fmttcp-check unset-var\
        tcp-request connectionA rule for new connections.tcp-request contentA rule for a stream's first bytes.\
        tcp-request inspect-delayHow long tcp-request content rules may wait for data.tcp-request session\
        A rule for new sessions.tcp-response contentA rule for a server's first bytes.tcp-response inspect-delay\
        How long tcp-response content rules may wait for data.thread-groupWhich threads belong to a group.\
        thread-groupsHow many groups of threads there are.thread-hard-limitHow many threads are started at most where no number is given.\
        timeoutHow long answers may take, or when questions are asked again.How long sending a mail may take.\
        How long connections to the ring's servers may take or be silent.How long a client may be silent.\
        timeout checkHow long a check's answer may take.timeout client-finHow long a half-closed client may be silent.\
        timeout client-hsHow long a TLS handshake may take.How long a connection to a server may take.\
        timeout http-keep-aliveHow long a connection waits for the next request.timeout http-request\
        How long a request's head may take.timeout queueHow long a stream may wait for a server with room.\
        How long a server may be silent.timeout server-finHow long a half-closed server may be silent.\
        timeout tarpitHow long a tarpit holds.timeout tunnelHow long a tunnel may be silent.total-max-size\
        The size of the cache, in megabytes.traceSets tracing up; for developers.Sets tracing of a source up.\
        transparenttune.applet.zero-copy-forwardingWhether applets pass data on without copying.tune.buffers.limit\
        How many buffers a thread may have.tune.buffers.reserveHow many buffers a thread keeps in reserve.\
        tune.bufsizeSize of the buffers.tune.bufsize.largeThe size of large buffers.tune.bufsize.small\
        The size of small buffers.tune.chksizeThe size of the buffers of health checks.tune.cli.max-payload-size\
        How long the payload of a command may be.tune.comp.maxlevelThe highest level of compression.\
        tune.defaults.purgeForgets defaults sections once the configuration is read.tune.disable-fast-forward\
        Passes all data through the analysers, for finding faults.tune.disable-zero-copy-forwarding\
        Never passes data on without copying it.tune.epoll.mask-eventsEvents of epoll that are not listened to: err, hup, rdhup.\
        tune.events.max-events-at-onceHow many asynchronous events a task handles in a row.tune.fail-alloc\
        How often memory is refused, in percent; for developers.tune.fd.edge-triggeredWhether descriptors are reported once at each edge.\
        tune.glitches.kill.cpu-usageFrom which load on connections with too many glitches are closed.\
        tune.h1.be.glitches-thresholdAfter how many glitches a server's HTTP/1 connection is closed.\
        tune.h1.fe.glitches-thresholdAfter how many glitches a client's HTTP/1 connection is closed.\
        tune.h1.zero-copy-fwd-recvWhether HTTP/1 receives without copying.tune.h1.zero-copy-fwd-send\
        Whether HTTP/1 sends without copying.tune.h2.be.glitches-thresholdAfter how many glitches a server's HTTP/2 connection is closed.\
        tune.h2.be.initial-window-sizeThe window that servers' HTTP/2 streams begin with.tune.h2.be.max-concurrent-streams\
        How many streams an HTTP/2 connection to a server carries at a time.tune.h2.be.max-frames-at-once\
        How many frames of a server's HTTP/2 connection are handled in a row.tune.h2.be.rxbufReceive buffers of a server's HTTP/2 connection.\
        tune.h2.fe.glitches-thresholdAfter how many glitches a client's HTTP/2 connection is closed.\
        tune.h2.fe.initial-window-sizeThe window that clients' HTTP/2 streams begin with.tune.h2.fe.max-concurrent-streams\
        How many streams a client's HTTP/2 connection carries at a time.tune.h2.fe.max-frames-at-once\
        How many frames of a client's HTTP/2 connection are handled in a row.tune.h2.fe.max-rst-at-once\
        How many resets of streams on a client's HTTP/2 connection are handled in a row.tune.h2.fe.max-total-streams\
        After how many streams a client's HTTP/2 connection is closed.tune.h2.fe.rxbufReceive buffers of a client's HTTP/2 connection.\
        tune.h2.header-table-sizeThe size of HTTP/2's table of headers.tune.h2.initial-window-size\
        The window that HTTP/2 streams begin with.tune.h2.log-errorsWhich errors of HTTP/2 are logged.\
        tune.h2.max-concurrent-streamsHow many streams an HTTP/2 connection carries at a time.tune.h2.max-frame-size\
        The longest HTTP/2 frame that is taken.tune.h2.zero-copy-fwd-sendWhether HTTP/2 sends without copying.\
        tune.http.cookielenHow much of a cookie is captured.tune.http.logurilenHow much of a URI is logged.\
        tune.http.maxhdrHow many headers a message may have.tune.idle-pool.sharedWhether threads use each other's idle connections to servers.\
        tune.idletimerAfter which silence a stream counts as idle.tune.listener.default-shardsHow many sockets share an address where bind does not say.\
        tune.listener.multi-queueWhether threads pass new connections on to one another.tune.lua.bool-sample-conversion\
        Whether booleans stay booleans in Lua.tune.lua.burst-timeoutHow long Lua may run without a pause.\
        tune.lua.forced-yieldAfter how many instructions Lua makes room for others.tune.lua.log.loggers\
        Whether Lua's messages go to the logs.tune.lua.log.stderrWhether Lua's messages go to the standard error.\
        tune.lua.maxmemHow much memory Lua may use, in megabytes.tune.lua.openlibsWhich libraries Lua scripts get: all, none or a list.\
        tune.lua.service-timeoutHow long a Lua service may take.tune.lua.session-timeoutHow long Lua may take in a session.\
        tune.lua.task-timeoutHow long a Lua task may take.tune.max-checks-per-threadHow many health checks a thread runs at a time.\
        tune.max-rules-at-onceHow many rules are run before others get their turn.tune.maxacceptHow many connections are accepted in a row.\
        tune.maxpolleventsHow many events are handled in a row.tune.maxrewriteRoom in buffers for rewriting.\
        tune.memory.hot-sizeHow much free memory a thread keeps for itself.tune.notsent-lowat.client\
        How much unsent data the kernel holds for a client.tune.notsent-lowat.serverHow much unsent data the kernel holds for a server.\
        tune.pattern.cache-sizeHow many look-ups of patterns are remembered.tune.peers.max-updates-at-once\
        How many updates a peer is sent in a row.tune.pipesizeThe size of pipes for moving data in the kernel.\
        tune.pool-high-fd-ratioAbove which share of descriptors idle connections are closed at once.\
        tune.pool-low-fd-ratioAbove which share of descriptors idle connections are not kept.tune.pt.zero-copy-forwarding\
        Whether TCP passes data on without copying.tune.quic.be.cc.cubic-min-lossesQUIC to servers: losses after which CUBIC slows down.\
        tune.quic.be.cc.hystartQUIC to servers: whether the slow start ends early.tune.quic.be.cc.max-frame-loss\
        QUIC to servers: how often a frame may be lost.tune.quic.be.cc.max-win-sizeQUIC to servers: the largest congestion window.\
        tune.quic.be.cc.reorder-ratioQUIC to servers: how far packets may come out of order.tune.quic.be.max-idle-timeout\
        QUIC to servers: how long a connection may be silent.tune.quic.be.sec.glitches-thresholdQUIC to servers: glitches after which a connection is closed.\
        tune.quic.be.stream.data-ratioQUIC to servers: which share of the receive buffer a stream may fill.\
        tune.quic.be.stream.max-concurrentQUIC to servers: streams of a connection at a time.tune.quic.be.stream.rxbuf\
        QUIC to servers: receive buffers of a connection.tune.quic.be.tx.pacingQUIC to servers: whether sending is spread over time.\
        tune.quic.be.tx.udp-gsoQUIC to servers: whether the kernel splits packets.tune.quic.cc-hystart\
        QUIC: whether the slow start ends early.tune.quic.fe.cc.hystarttune.quic.cc.cubic.min-losses\
        QUIC: losses after which CUBIC slows down.tune.quic.fe.cc.cubic-min-lossestune.quic.disable-tx-pacing\
        QUIC: sends without spreading over time.tune.quic.fe.tx.pacingtune.quic.disable-udp-gsoQUIC: does not let the kernel split packets.\
        tune.quic.fe.tx.udp-gsoQUIC to clients: losses after which CUBIC slows down.QUIC to clients: whether the slow start ends early.\
        tune.quic.fe.cc.max-frame-lossQUIC to clients: how often a frame may be lost.tune.quic.fe.cc.max-win-size\
        QUIC to clients: the largest congestion window.tune.quic.fe.cc.reorder-ratioQUIC to clients: how far packets may come out of order.\
        tune.quic.fe.max-idle-timeoutQUIC to clients: how long a connection may be silent.tune.quic.fe.sec.glitches-threshold\
        QUIC to clients: glitches after which a connection is closed.tune.quic.fe.sec.retry-threshold\
        QUIC to clients: handshakes above which addresses must be proved.tune.quic.fe.sock-per-conn\
        QUIC to clients: whether each connection gets a socket.tune.quic.fe.stream.data-ratioQUIC to clients: which share of the receive buffer a stream may fill.\
        tune.quic.fe.stream.max-concurrentQUIC to clients: streams of a connection at a time.tune.quic.fe.stream.max-total\
        QUIC to clients: streams after which a connection is closed.tune.quic.fe.stream.rxbufQUIC to clients: receive buffers of a connection.\
        QUIC to clients: whether sending is spread over time.QUIC to clients: whether the kernel splits packets.\
        tune.quic.frontend.conn-tx-buffers.limitQUIC: buffers for sending that a connection may hold.\
        tune.quic.frontend.default-max-window-sizeQUIC: the largest congestion window.tune.quic.frontend.glitches-threshold\
        QUIC: glitches after which a connection is closed.tune.quic.frontend.max-data-sizeQUIC: receive buffers of a connection.\
        tune.quic.frontend.max-idle-timeoutQUIC: how long a connection may be silent.tune.quic.frontend.max-streams-bidi\
        QUIC: streams of a connection at a time.tune.quic.frontend.max-tx-memQUIC: memory for data that is being sent.\
        tune.quic.mem.tx-maxtune.quic.frontend.stream-data-ratioQUIC: which share of the receive buffer a stream may fill.\
        Whether QUIC listeners are opened.tune.quic.max-frame-lossQUIC: how often a frame may be lost.\
        tune.quic.reorder-ratioQUIC: how far packets may come out of order.tune.quic.retry-threshold\
        QUIC: handshakes above which addresses must be proved.tune.quic.socket-ownerQUIC: whether each connection gets a socket.\
        tune.quic.zero-copy-fwd-sendWhether QUIC sends without copying.tune.rcvbuf.backendReceive buffers of datagram sockets to servers, in the kernel.\
        tune.rcvbuf.clientReceive buffers of clients' sockets, in the kernel.tune.rcvbuf.frontendReceive buffers of datagram listeners, in the kernel.\
        tune.rcvbuf.serverReceive buffers of servers' sockets, in the kernel.tune.recv_enoughHow much received data is worth being processed at once.\
        tune.renice.runtimeThe scheduling priority of the running process.tune.renice.startupThe scheduling priority of the process while it starts.\
        tune.ring.queuesHow many queues lead into a ring.tune.runqueue-depthHow many tasks are run in a row.\
        tune.sched.low-latencyWhether large tasks make room for small ones.tune.sndbuf.backendSend buffers of datagram sockets to servers, in the kernel.\
        tune.sndbuf.clientSend buffers of clients' sockets, in the kernel.tune.sndbuf.frontendSend buffers of datagram listeners, in the kernel.\
        tune.sndbuf.serverSend buffers of servers' sockets, in the kernel.tune.ssl.cachesizeHow many TLS sessions are remembered.\
        tune.ssl.capture-buffer-sizeHow much of a client hello is captured.tune.ssl.capture-cipherlist-size\
        How much of a client hello's ciphers is captured.tune.ssl.certificate-compressionWhether certificates are compressed.\
        tune.ssl.default-dh-paramThe longest parameters for Diffie-Hellman, in bits.tune.ssl.force-private-cache\
        Keeps remembered TLS sessions to one process.tune.ssl.hard-maxrecordThe longest TLS record that is ever sent.\
        tune.ssl.keylogWhether TLS secrets can be logged.tune.ssl.lifetimeHow long a TLS session is remembered.\
        tune.ssl.maxrecordThe longest TLS record that is sent while a connection is young.tune.ssl.ocsp-update.maxdelay\
        tune.ssl.ocsp-update.mindelaytune.ssl.ssl-ctx-cache-sizeHow many generated certificates are remembered.\
        tune.stick-countersHow many counters a stream can track.tune.streams-elasticityHow much room for streams grows and shrinks with the load, in percent.\
        tune.takeover-other-tg-connectionsWhether idle connections of other thread groups are taken.\
        tune.vars.check-max-sizeMemory for variables of a check.tune.vars.global-max-sizeMemory for all variables.\
        tune.vars.proc-max-sizeMemory for variables of the process.tune.vars.reqres-max-sizeMemory for variables of a request or response.\
        tune.vars.sess-max-sizeMemory for variables of a session.tune.vars.txn-max-sizeMemory for variables of a transaction.\
        tune.zlib.memlevelHow much memory zlib uses.tune.zlib.windowsizeThe size of zlib's window, as a power of two.\
        typeWhat kind of check it is.uidThe user to run as, by number.ulimit-nHow many descriptors the process may have.\
        unique-id-formatThe format of the ID that each request gets.unique-id-headerThe request header that carries the unique ID.\
        unix-bindPrefix, owner and mode of unix sockets.unsetenvRemoves environment variables.use-fcgi-app\
        The FastCGI application that the servers run.use-serverThe server, where a condition holds.\
        The backend, where a condition holds.userThe user to run as.A user with a password and groups.\
        warn-blocked-traffic-afterAfter which time without progress a thread is reported.wurfl-cache-size\
        How many results of WURFL are remembered.wurfl-data-fileThe data of WURFL.wurfl-information-list\
        The properties that WURFL gives.wurfl-information-list-separatorWhat separates properties of WURFL.\
        zero-warningRefuses to start where there is a warning.accept-netscaler-cipExpects the NetScaler client IP header.\
        5.1accept-proxyExpects the PROXY protocol.allow-0rttTakes early data of TLS 1.3.alpnProtocols offered by ALPN.\
        How many connections the kernel may hold before they are accepted.Authorities that client certificates are verified with.\
        ca-ignore-errErrors in a certificate chain that are ignored.ca-sign-fileThe authority that signs generated certificates.\
        ca-sign-passThe passphrase of the signing authority.ca-verify-fileAuthorities that are verified with but not sent.\
        ccThe TCP congestion control of its connections.ciphersCiphers up to TLS 1.2.ciphersuitesCiphers of TLS 1.3.\
        client-sigalgsSignature algorithms for client authentication.Revoked certificates.crtA certificate with its key, or a directory of them.\
        crt-ignore-errErrors in a client certificate that are ignored.A list of certificates with options.\
        Curves for the key exchange.default-crtThe certificate for clients without a name that is known.\
        defer-acceptAccepts connections only once they send data.ecdheThe curve for the key exchange.\
        echKeys for encrypted client hellos.expose-fdLets the command socket pass listening sockets on.\
        force-sslv3SSL 3 only.force-tlsv10TLS 1.0 only.force-tlsv11TLS 1.1 only.force-tlsv12TLS 1.2 only.\
        force-tlsv13TLS 1.3 only.generate-certificatesMakes certificates for names as they are asked for.\
        The group ID of a unix socket.Group of a unix socket.guid-prefixThe beginning of the listeners' names that stay the same.\
        A number for the socket.idle-pingAfter which silence a connection is pinged.interfaceOnly connections that come through this interface.\
        ktlsTLS in the kernel.labelA label for the listeners.levelWhat a command socket allows.How many connections the socket takes at a time.\
        Permissions of a unix socket, octal.The largest TCP segment.A name for the socket, in statistics.\
        namespaceThe network namespace of the socket.nbconnReverse HTTP: how many connections are opened.\
        How urgently its connections are served.no-alpnNo ALPN.no-ca-namesSends no names of authorities.\
        no-sslv3No SSL 3.no-strict-sniTakes clients whose name no certificate has.no-tls-ticketsNo TLS tickets.\
        no-tlsv10No TLS 1.0.no-tlsv11No TLS 1.1.no-tlsv12No TLS 1.2.no-tlsv13No TLS 1.3.npnProtocols offered by NPN.\
        ocsp-updateThe crt-list option 'ocsp-update'.prefer-client-ciphersFollows the client's order of ciphers.\
        processThe processes that the socket belongs to.threadprotoThe protocol of its connections.\
        quic-cc-algoQUIC's congestion control.quic-force-retryMakes every QUIC client prove its address.\
        quic-socketWhether QUIC connections get sockets of their own.severity-outputCommand socket: how severities are shown.\
        How many sockets share the address: a number, by-thread or by-group.sigalgsSignature algorithms.\
        sslAccepts TLS.ssl-max-verThe highest version of TLS.ssl-min-verThe lowest version of TLS.\
        strict-sniRefuses clients whose name no certificate has.tcp-md5sigSigns TCP segments with a password.\
        tcp-ssKeeps clients' SYN packets to be looked at.tcp-utHow long sent data may stay unacknowledged.\
        tfoTCP fast open.The threads that serve the socket.tls-ticket-keysKeys of TLS tickets.tls-tickets\
        TLS tickets.Binds an address that is not the machine's.The user ID of a unix socket.Owner of a unix socket.\
        v4v6Takes IPv4 on an IPv6 socket too.v6onlyTakes IPv6 only.verifyWhether client certificates are asked for.\
        addrWhere checks go, when not to the server's address.5.2agent-addrThe address of the agent.\
        agent-checkAsks an agent for the server's state.agent-interTime between two agent checks.agent-port\
        The agent's port.agent-sendWhat is sent to the agent first.Sends early data over TLS 1.3.backup\
        Serves only when no other server is up.Authorities that the server's certificate is verified with.\
        checkChecks the server's health.check-alpnProtocols offered by ALPN in checks.check-pool-conn-name\
        The name of pooled connections that checks may use.check-protoThe protocol of checks.check-reuse-pool\
        Checks over idle connections.check-send-proxySends the PROXY protocol in checks.check-sniThe server name that checks ask for.\
        check-sni-autoTakes the checks' server name from the Host header.check-sslChecks over TLS.\
        check-via-socks4Checks through the SOCKS4 proxy.The cookie value that stands for the server.\
        The client certificate shown to the server.Starts in maintenance.downinterTime between two checks while the server is down.\
        The server starts in service, whatever its defaults say.error-limitObserved errors after which on-error acts.\
        fallFailed checks that make the server DOWN.fastinterTime between two checks while the state changes.\
        A name for the server that stays the same through reloads.hash-keyWhat consistent hashing knows the server by.\
        The section that describes its checks.A number for the server.init-addrHow the address is found at start, in order.\
        init-stateThe state in which the server starts.interTime between two checks.log-bufsizeLog servers: the size of the buffer.\
        log-protoHow log messages are framed over TCP.max-reuseHow often a connection is used again.\
        How many connections the server gets at a time.maxqueueHow many requests may wait for the server.\
        minconnThe lowest value of a maxconn that follows the load.The network namespace of its connections.\
        no-agent-checkNo agent.no-backupNot a backup server.no-checkNo health checks.no-check-reuse-pool\
        Checks never use idle connections.no-check-send-proxyNo PROXY protocol in checks.no-check-sni-auto\
        No server name from the Host header in checks.no-check-sslChecks without TLS.no-renegotiate\
        Refuses TLS renegotiation.no-send-proxyNo PROXY protocol, version 1.no-send-proxy-v2No PROXY protocol, version 2.\
        no-send-proxy-v2-sslNo TLS data in the PROXY protocol.no-send-proxy-v2-ssl-cnNo certificate name in the PROXY protocol.\
        no-sni-autoNo server name from the Host header.no-sslNo TLS.no-ssl-reuseNo reuse of TLS sessions.\
        no-tfoNo TCP fast open.no-verifyhostThe certificate's name is not checked.non-stickNever stored in a stick table.\
        observeWatches traffic for errors.on-errorWhat happens after observed errors.on-marked-down\
        What happens when the server goes down.on-marked-upWhat happens when the server comes up.pool-conn-name\
        The name that idle connections are found by.pool-low-connIdle connections below which none is taken from other threads.\
        pool-max-connHow many idle connections are kept.pool-purge-delayHow often half of the unused idle connections are closed.\
        The port that is checked, where it is not the server's.The protocol of its connections: h1, h2, fcgi, spop, none.\
        proxy-v2-optionsWhat the PROXY protocol carries.redirRedirects GET and HEAD requests to a prefix instead of forwarding them.\
        renegotiateAllows TLS renegotiation.resolve-netNetworks that resolved addresses are preferred in.\
        resolve-optsHow resolved addresses may be used.resolve-preferThe family of resolved addresses that is preferred.\
        The resolvers that the name is looked up with.risePassed checks that make the server UP.send-proxy\
        Sends the PROXY protocol, version 1.send-proxy-v2Sends the PROXY protocol, version 2.send-proxy-v2-ssl\
        Sends the PROXY protocol with TLS data.send-proxy-v2-ssl-cnSends the PROXY protocol with the certificate's name.\
        set-proxy-v2-tlv-fmtAdds a field to the PROXY protocol.shardPeers: which part of the keys it gets.\
        slowstartHow long the server's weight grows after it came up.sniThe server name that TLS asks for.\
        sni-autoTakes the server name from the Host header.socks4The SOCKS4 proxy through which it is reached.\
        The address from which it is connected to.TLS to the server.ssl-reuseReuses TLS sessions.stick\
        May be stored in a stick table.strict-maxconnCounts connections, not requests, for maxconn.\
        trackTakes its state from another server.usesrcThe address that the server sees; after 'source'.\
        Whether the server's certificate is verified.verifyhostThe name that the certificate must have.\
        The server's share of the load, 0 to 256.wsThe protocol for WebSocket.acceptStops the rules and lets the connection or data pass.\
        4.4add-aclAdds an entry to an ACL.add-headerAdds a header, whether or not there is one of that name.\
        add-headers-binAdds headers from a binary list.allowStops the rules and lets the message pass.\
        attach-srvGives the connection to a server, for reverse HTTP.authAsks for a user and password.\
        cache-storeStores the response in a cache.cache-useAnswers from a cache.captureRecords a sample for the log.\
        closeCloses the connection to the server.del-aclDeletes an entry of an ACL.del-headerDeletes headers of a name.\
        del-headers-binDeletes the headers of a binary list.del-mapDeletes an entry of a map.denyRefuses the message.\
        dgram-dropDrops the packet silently.disable-l7-retryDoes not send this request again when it fails.\
        do-logWrites a log line at once.do-resolveResolves a name and puts the address into a variable.\
        early-hintSends a 103 response with a header.expect-netscaler-cipexpect-proxylua.An action that a Lua script registers.\
        normalize-uriBrings the URI into a normal form.pauseWaits before the rules go on.Answers with a redirection.\
        rejectCloses the connection without an answer.replace-headerReplaces text in headers, whole values.\
        replace-pathReplaces text in the path.replace-pathqReplaces text in the path with its query.\
        replace-uriReplaces text in the URI.replace-valueReplaces text in headers, value by value between commas.\
        returnAnswers at once.sc-add-gpcAdds to a general-purpose counter of a tracked key.sc-inc-gpc\
        Counts a general-purpose counter of a tracked key up.sc-inc-gpc0Counts the first general-purpose counter of a tracked key up.\
        sc-inc-gpc1Counts the second general-purpose counter of a tracked key up.sc-set-gptSets a general-purpose tag of a tracked key.\
        sc-set-gpt0Sets the first general-purpose tag of a tracked key.send-retryAsks a QUIC client to prove its address.\
        send-spoe-groupSends a group of messages to an SPOE agent.set-bandwidth-limitTurns a bandwidth limit on for the stream.\
        set-bc-markMarks packets of the server's connection.set-bc-tosSets the TOS of the server's connection.\
        set-dstSets the destination address.set-dst-portSets the destination port.set-fc-markMarks packets of the client's connection.\
        set-fc-tosSets the TOS of the client's connection.set-headerSets a header, replacing all of that name.\
        set-headers-binSets headers from a binary list.set-log-levelSets the level of the log line.\
        set-mapSets an entry of a map.set-markThe old name of set-fc-mark.set-fc-mark !set-methodSets the method.\
        set-niceSets how urgently the stream is served.set-pathSets the path.set-pathqSets the path with its query.\
        set-priority-classSets the class in which the request queues.set-priority-offsetSets how much time the request gains or loses in the queue.\
        set-querySets the query string.set-retriesSets how often a connection is tried again.set-src\
        Sets the source address.set-src-portSets the source port.set-statusSets the status code.set-timeout\
        Sets a timeout for this stream.set-tosThe old name of set-fc-tos.set-fc-tos !set-uriSets the whole URI.\
        silent-dropDrops the connection without telling the client.strict-modeWhether a rule that fails ends the request.\
        switch-modeGoes on in HTTP mode.tarpitHolds the request for a while, then refuses it.track-sc\
        Tracks a key in a stick table.unset-varuse-serviceHands the stream to an internal service.\
        wait-for-bodyWaits for a message's body.wait-for-handshakeWaits for the end of the TLS handshake.\
        accept_dateThe sample 'accept_date', of type sint.7.3The sample 'acl', of type bool.act_conn\
        The sample 'act_conn', of type sint.always_falseFalse.always_trueTrue.avg_queueThe sample 'avg_queue', of type sint.\
        baseHost and path of the request.base32The sample 'base32', of type sint.base32+srcThe sample 'base32+src', of type bin.\
        baseqThe sample 'baseq', of type str.bc.timer.connectThe sample 'bc.timer.connect', of type sint.\
        bc_be_queueThe sample 'bc_be_queue', of type sint.bc_dstThe sample 'bc_dst', of type addr.\
        The sample 'bc_dst', of type sint.bc_dst_portThe sample 'bc_dst_port', of type sint.bc_err\
        The sample 'bc_err', of type sint.bc_err_nameThe sample 'bc_err_name', of type str.bc_err_str\
        The sample 'bc_err_str', of type str.bc_glitchesThe sample 'bc_glitches', of type sint.bc_http_major\
        The sample 'bc_http_major', of type sint.bc_nb_streamsThe sample 'bc_nb_streams', of type sint.\
        bc_reusedThe sample 'bc_reused', of type bool.bc_rttThe sample 'bc_rtt', of type sint.bc_rttvar\
        The sample 'bc_rttvar', of type sint.bc_setting_streams_limitThe sample 'bc_setting_streams_limit', of type sint.\
        bc_settings_streams_limitThe sample 'bc_settings_streams_limit', of type sint.bc_srcThe sample 'bc_src', of type addr.\
        The sample 'bc_src', of type sint.bc_src_portThe sample 'bc_src_port', of type sint.bc_srv_queue\
        The sample 'bc_srv_queue', of type sint.be_connThe sample 'be_conn', of type sint.be_conn_free\
        The sample 'be_conn_free', of type sint.be_connect_timeoutThe sample 'be_connect_timeout', of type sint.\
        be_idThe sample 'be_id', of type sint.be_nameThe backend's name.be_queue_timeoutThe sample 'be_queue_timeout', of type sint.\
        be_server_timeoutThe sample 'be_server_timeout', of type sint.be_sess_rateThe sample 'be_sess_rate', of type sint.\
        be_tarpit_timeoutThe sample 'be_tarpit_timeout', of type sint.be_tunnel_timeoutThe sample 'be_tunnel_timeout', of type sint.\
        binThe sample 'bin', of type bin.boolThe sample 'bool', of type bool.bs.abortedThe sample 'bs.aborted', of type sint.\
        bs.debug_strThe sample 'bs.debug_str', of type str.bs.idThe sample 'bs.id', of type sint.bs.rst_code\
        The sample 'bs.rst_code', of type sint.bytes_inThe sample 'bytes_in', of type sint.bytes_out\
        The sample 'bytes_out', of type sint.capture.req.hdrThe sample 'capture.req.hdr', of type str.\
        capture.req.methodThe sample 'capture.req.method', of type str.capture.req.uriThe sample 'capture.req.uri', of type str.\
        capture.req.verThe sample 'capture.req.ver', of type str.capture.res.hdrThe sample 'capture.res.hdr', of type str.\
        capture.res.verThe sample 'capture.res.ver', of type str.connslotsThe sample 'connslots', of type sint.\
        cookThe sample 'cook', of type str.cook_cntThe sample 'cook_cnt', of type sint.cook_valThe sample 'cook_val', of type sint.\
        The sample 'cookie', of type str.cpu_callsThe sample 'cpu_calls', of type sint.cpu_ns_avgThe sample 'cpu_ns_avg', of type sint.\
        cpu_ns_totThe sample 'cpu_ns_tot', of type sint.cpu_usage_grpThe sample 'cpu_usage_grp', of type sint.\
        cpu_usage_procThe sample 'cpu_usage_proc', of type sint.cpu_usage_thrThe sample 'cpu_usage_thr', of type sint.\
        cur_client_timeoutThe sample 'cur_client_timeout', of type sint.cur_connect_timeoutThe sample 'cur_connect_timeout', of type sint.\
        cur_queue_timeoutThe sample 'cur_queue_timeout', of type sint.cur_server_timeoutThe sample 'cur_server_timeout', of type sint.\
        cur_tarpit_timeoutThe sample 'cur_tarpit_timeout', of type sint.cur_tunnel_timeoutThe sample 'cur_tunnel_timeout', of type sint.\
        dateThe present time.date_usThe sample 'date_us', of type sint.distcc_bodyThe sample 'distcc_body', of type bin.\
        distcc_paramThe sample 'distcc_param', of type sint.dstThe address that the client connected to.\
        dst_connThe sample 'dst_conn', of type sint.dst_is_localThe sample 'dst_is_local', of type bool.\
        dst_portThe sample 'dst_port', of type sint.dump_all_varsThe sample 'dump_all_vars', of type str.\
        envAn environment variable, as it was at start.fc.timer.handshakeThe sample 'fc.timer.handshake', of type sint.\
        fc.timer.totalThe sample 'fc.timer.total', of type sint.fc_dstThe sample 'fc_dst', of type addr.\
        The sample 'fc_dst', of type ipv4.fc_dst_is_localThe sample 'fc_dst_is_local', of type bool.\
        fc_dst_portThe sample 'fc_dst_port', of type sint.fc_errThe sample 'fc_err', of type sint.\
        fc_err_nameThe sample 'fc_err_name', of type str.fc_err_strThe sample 'fc_err_str', of type str.\
        fc_facketsThe sample 'fc_fackets', of type sint.fc_glitchesThe sample 'fc_glitches', of type sint.\
        fc_http_majorThe sample 'fc_http_major', of type sint.fc_lostThe sample 'fc_lost', of type sint.\
        fc_nb_streamsThe sample 'fc_nb_streams', of type sint.fc_pp_authorityThe sample 'fc_pp_authority', of type str.\
        fc_pp_tlvThe sample 'fc_pp_tlv', of type str.fc_pp_unique_idThe sample 'fc_pp_unique_id', of type str.\
        fc_rcvd_proxyThe sample 'fc_rcvd_proxy', of type bool.fc_reorderingThe sample 'fc_reordering', of type sint.\
        fc_retransThe sample 'fc_retrans', of type sint.fc_rttThe sample 'fc_rtt', of type sint.fc_rttvar\
        The sample 'fc_rttvar', of type sint.fc_sackedThe sample 'fc_sacked', of type sint.fc_saved_syn\
        The sample 'fc_saved_syn', of type bin.fc_settings_streams_limitThe sample 'fc_settings_streams_limit', of type sint.\
        fc_srcThe sample 'fc_src', of type addr.The sample 'fc_src', of type ipv4.fc_src_is_localThe sample 'fc_src_is_local', of type bool.\
        fc_src_portThe sample 'fc_src_port', of type sint.fc_unackedThe sample 'fc_unacked', of type sint.\
        fcgi.docrootThe sample 'fcgi.docroot', of type str.fcgi.indexThe sample 'fcgi.index', of type str.\
        fe_client_timeoutThe sample 'fe_client_timeout', of type sint.fe_connThe sample 'fe_conn', of type sint.\
        fe_defbeThe sample 'fe_defbe', of type str.fe_idThe sample 'fe_id', of type sint.fe_nameThe frontend's name.\
        fe_req_rateThe sample 'fe_req_rate', of type sint.fe_sess_rateThe sample 'fe_sess_rate', of type sint.\
        fe_tarpit_timeoutThe sample 'fe_tarpit_timeout', of type sint.fileThe first line of a small file, followed while running.\
        fs.abortedThe sample 'fs.aborted', of type sint.fs.debug_strThe sample 'fs.debug_str', of type str.\
        fs.idThe sample 'fs.id', of type str.fs.rst_codeThe sample 'fs.rst_code', of type sint.hdr\
        Values of a header: of the request in requests, of the response in responses.hdr_cntThe sample 'hdr_cnt', of type sint.\
        hdr_ipThe sample 'hdr_ip', of type addr.The sample 'hdr_ip', of type ipv4.hdr_valThe sample 'hdr_val', of type sint.\
        hostnameThe sample 'hostname', of type str.http_authThe sample 'http_auth', of type bool.http_auth_bearer\
        The sample 'http_auth_bearer', of type str.http_auth_groupThe sample 'http_auth_group', of type str.\
        http_auth_passThe sample 'http_auth_pass', of type str.http_auth_typeThe sample 'http_auth_type', of type str.\
        http_auth_userThe sample 'http_auth_user', of type str.http_first_reqThe sample 'http_first_req', of type bool.\
        intThe sample 'int', of type sint.internal.htx.dataThe sample 'internal.htx.data', of type sint.\
        internal.htx.freeThe sample 'internal.htx.free', of type sint.internal.htx.free_dataThe sample 'internal.htx.free_data', of type sint.\
        internal.htx.has_eomThe sample 'internal.htx.has_eom', of type bool.internal.htx.nbblksThe sample 'internal.htx.nbblks', of type sint.\
        internal.htx.sizeThe sample 'internal.htx.size', of type sint.internal.htx.usedThe sample 'internal.htx.used', of type sint.\
        internal.htx_blk.dataThe sample 'internal.htx_blk.data', of type bin.internal.htx_blk.hdrname\
        The sample 'internal.htx_blk.hdrname', of type str.internal.htx_blk.hdrvalThe sample 'internal.htx_blk.hdrval', of type str.\
        internal.htx_blk.sizeThe sample 'internal.htx_blk.size', of type sint.internal.htx_blk.start_line\
        The sample 'internal.htx_blk.start_line', of type str.internal.htx_blk.typeThe sample 'internal.htx_blk.type', of type str.\
        internal.strm.is_htxThe sample 'internal.strm.is_htx', of type bool.ipv4The sample 'ipv4', of type ipv4.\
        ipv6The sample 'ipv6', of type ipv6.last_entityThe sample 'last_entity', of type str.last_rule_file\
        The sample 'last_rule_file', of type str.last_rule_lineThe sample 'last_rule_line', of type sint.\
        lat_ns_avgThe sample 'lat_ns_avg', of type sint.lat_ns_totThe sample 'lat_ns_tot', of type sint.\
        A fetch that a Lua script registers.methThe sample 'meth', of type meth.The request's method.\
        The sample 'nbproc', of type sint.nbsrvHow many servers of a backend are usable.The path of the request's URI, without the query.\
        pathqThe sample 'pathq', of type str.payloadThe sample 'payload', of type bin.payload_lvThe sample 'payload_lv', of type bin.\
        pidThe sample 'pid', of type sint.prio_classThe sample 'prio_class', of type sint.prio_offset\
        The sample 'prio_offset', of type sint.procThe sample 'proc', of type sint.queryThe query part of the request's URI.\
        queueThe sample 'queue', of type sint.quic_enabledThe sample 'quic_enabled', of type bool.\
        randA random number.rdp_cookieThe sample 'rdp_cookie', of type str.rdp_cookie_cntThe sample 'rdp_cookie_cnt', of type sint.\
        rep_ssl_hello_typeThe sample 'rep_ssl_hello_type', of type sint.req.bodyThe sample 'req.body', of type bin.\
        req.body_lenThe sample 'req.body_len', of type sint.req.body_paramThe sample 'req.body_param', of type bin.\
        req.body_sizeThe sample 'req.body_size', of type sint.req.bytes_inThe sample 'req.bytes_in', of type sint.\
        req.bytes_outThe sample 'req.bytes_out', of type sint.req.cookThe sample 'req.cook', of type str.\
        req.cook_cntThe sample 'req.cook_cnt', of type sint.req.cook_namesThe sample 'req.cook_names', of type str.\
        req.cook_valThe sample 'req.cook_val', of type sint.req.fhdrWhole values of a request header.\
        req.fhdr_cntThe sample 'req.fhdr_cnt', of type sint.req.hdrValues of a request header, one per element of its list.\
        req.hdr_cntThe sample 'req.hdr_cnt', of type sint.req.hdr_ipThe sample 'req.hdr_ip', of type addr.\
        The sample 'req.hdr_ip', of type ipv4.req.hdr_namesThe sample 'req.hdr_names', of type str.\
        req.hdr_valThe sample 'req.hdr_val', of type sint.req.hdrsThe sample 'req.hdrs', of type bin.\
        req.hdrs_binThe sample 'req.hdrs_bin', of type bin.req.lenThe sample 'req.len', of type sint.\
        req.payloadThe sample 'req.payload', of type bin.req.payload_lvThe sample 'req.payload_lv', of type bin.\
        req.proto_httpThe sample 'req.proto_http', of type bool.req.rdp_cookieThe sample 'req.rdp_cookie', of type str.\
        req.rdp_cookie_cntThe sample 'req.rdp_cookie_cnt', of type sint.req.ssl_alpnThe sample 'req.ssl_alpn', of type str.\
        req.ssl_cipherlistThe sample 'req.ssl_cipherlist', of type bin.req.ssl_ec_extThe sample 'req.ssl_ec_ext', of type bool.\
        req.ssl_hello_typeThe sample 'req.ssl_hello_type', of type sint.req.ssl_keyshare_groupsThe sample 'req.ssl_keyshare_groups', of type bin.\
        req.ssl_sigalgsThe sample 'req.ssl_sigalgs', of type bin.req.ssl_sniThe sample 'req.ssl_sni', of type str.\
        req.ssl_st_extThe sample 'req.ssl_st_ext', of type sint.req.ssl_supported_groupsThe sample 'req.ssl_supported_groups', of type bin.\
        req.ssl_verThe sample 'req.ssl_ver', of type sint.req.timer.hdrThe sample 'req.timer.hdr', of type sint.\
        req.timer.idleThe sample 'req.timer.idle', of type sint.req.timer.queueThe sample 'req.timer.queue', of type sint.\
        req.timer.tqThe sample 'req.timer.tq', of type sint.req.verThe sample 'req.ver', of type str.\
        req_lenThe sample 'req_len', of type sint.req_proto_httpThe sample 'req_proto_http', of type bool.\
        req_ssl_hello_typeThe sample 'req_ssl_hello_type', of type sint.req_ssl_sniThe sample 'req_ssl_sni', of type str.\
        req_ssl_verThe sample 'req_ssl_ver', of type sint.req_verThe sample 'req_ver', of type str.\
        request_dateThe sample 'request_date', of type sint.res.bodyThe sample 'res.body', of type bin.\
        res.body_lenThe sample 'res.body_len', of type sint.res.body_sizeThe sample 'res.body_size', of type sint.\
        res.bytes_inThe sample 'res.bytes_in', of type sint.res.bytes_outThe sample 'res.bytes_out', of type sint.\
        res.cache_hitThe sample 'res.cache_hit', of type bool.res.cache_nameThe sample 'res.cache_name', of type str.\
        res.compThe sample 'res.comp', of type bool.res.comp_algoThe sample 'res.comp_algo', of type str.\
        res.cookThe sample 'res.cook', of type str.res.cook_cntThe sample 'res.cook_cnt', of type sint.\
        res.cook_namesThe sample 'res.cook_names', of type str.res.cook_valThe sample 'res.cook_val', of type sint.\
        res.fhdrThe sample 'res.fhdr', of type str.res.fhdr_cntThe sample 'res.fhdr_cnt', of type sint.\
        res.hdrThe sample 'res.hdr', of type str.res.hdr_cntThe sample 'res.hdr_cnt', of type sint.\
        res.hdr_ipThe sample 'res.hdr_ip', of type addr.The sample 'res.hdr_ip', of type ipv4.res.hdr_names\
        The sample 'res.hdr_names', of type str.res.hdr_valThe sample 'res.hdr_val', of type sint.\
        res.hdrsThe sample 'res.hdrs', of type bin.res.hdrs_binThe sample 'res.hdrs_bin', of type bin.\
        res.lenThe sample 'res.len', of type sint.res.payloadThe sample 'res.payload', of type bin.\
        res.payload_lvThe sample 'res.payload_lv', of type bin.res.ssl_hello_typeThe sample 'res.ssl_hello_type', of type sint.\
        res.timer.dataThe sample 'res.timer.data', of type sint.res.timer.hdrThe sample 'res.timer.hdr', of type sint.\
        res.verThe sample 'res.ver', of type str.resp_verThe sample 'resp_ver', of type str.sc0_bytes_in_rate\
        The sample 'sc0_bytes_in_rate', of type sint.sc0_bytes_out_rateThe sample 'sc0_bytes_out_rate', of type sint.\
        sc0_clr_gpc0The sample 'sc0_clr_gpc0', of type sint.sc0_clr_gpc1The sample 'sc0_clr_gpc1', of type sint.\
        sc0_conn_cntThe sample 'sc0_conn_cnt', of type sint.sc0_conn_curThe sample 'sc0_conn_cur', of type sint.\
        sc0_conn_rateThe sample 'sc0_conn_rate', of type sint.sc0_get_gpc0The sample 'sc0_get_gpc0', of type sint.\
        sc0_get_gpc1The sample 'sc0_get_gpc1', of type sint.sc0_get_gpt0The sample 'sc0_get_gpt0', of type sint.\
        sc0_glitch_cntThe sample 'sc0_glitch_cnt', of type sint.sc0_glitch_rateThe sample 'sc0_glitch_rate', of type sint.\
        sc0_gpc0_rateThe sample 'sc0_gpc0_rate', of type sint.sc0_gpc1_rateThe sample 'sc0_gpc1_rate', of type sint.\
        sc0_http_err_cntThe sample 'sc0_http_err_cnt', of type sint.sc0_http_err_rateThe sample 'sc0_http_err_rate', of type sint.\
        sc0_http_fail_cntThe sample 'sc0_http_fail_cnt', of type sint.sc0_http_fail_rateThe sample 'sc0_http_fail_rate', of type sint.\
        sc0_http_req_cntThe sample 'sc0_http_req_cnt', of type sint.sc0_http_req_rateThe sample 'sc0_http_req_rate', of type sint.\
        sc0_inc_gpc0The sample 'sc0_inc_gpc0', of type sint.sc0_inc_gpc1The sample 'sc0_inc_gpc1', of type sint.\
        sc0_kbytes_inThe sample 'sc0_kbytes_in', of type sint.sc0_kbytes_outThe sample 'sc0_kbytes_out', of type sint.\
        sc0_keyThe sample 'sc0_key', of type any.sc0_sess_cntThe sample 'sc0_sess_cnt', of type sint.\
        sc0_sess_rateThe sample 'sc0_sess_rate', of type sint.sc0_trackedThe sample 'sc0_tracked', of type bool.\
        sc0_trackersThe sample 'sc0_trackers', of type sint.sc1_bytes_in_rateThe sample 'sc1_bytes_in_rate', of type sint.\
        sc1_bytes_out_rateThe sample 'sc1_bytes_out_rate', of type sint.sc1_clr_gpcThe sample 'sc1_clr_gpc', of type sint.\
        sc1_clr_gpc0The sample 'sc1_clr_gpc0', of type sint.sc1_clr_gpc1The sample 'sc1_clr_gpc1', of type sint.\
        sc1_conn_cntThe sample 'sc1_conn_cnt', of type sint.sc1_conn_curThe sample 'sc1_conn_cur', of type sint.\
        sc1_conn_rateThe sample 'sc1_conn_rate', of type sint.sc1_get_gpc0The sample 'sc1_get_gpc0', of type sint.\
        sc1_get_gpc1The sample 'sc1_get_gpc1', of type sint.sc1_get_gpt0The sample 'sc1_get_gpt0', of type sint.\
        sc1_glitch_cntThe sample 'sc1_glitch_cnt', of type sint.sc1_glitch_rateThe sample 'sc1_glitch_rate', of type sint.\
        sc1_gpc0_rateThe sample 'sc1_gpc0_rate', of type sint.sc1_gpc1_rateThe sample 'sc1_gpc1_rate', of type sint.\
        sc1_http_err_cntThe sample 'sc1_http_err_cnt', of type sint.sc1_http_err_rateThe sample 'sc1_http_err_rate', of type sint.\
        sc1_http_fail_cntThe sample 'sc1_http_fail_cnt', of type sint.sc1_http_fail_rateThe sample 'sc1_http_fail_rate', of type sint.\
        sc1_http_req_cntThe sample 'sc1_http_req_cnt', of type sint.sc1_http_req_rateThe sample 'sc1_http_req_rate', of type sint.\
        sc1_inc_gpc0The sample 'sc1_inc_gpc0', of type sint.sc1_inc_gpc1The sample 'sc1_inc_gpc1', of type sint.\
        sc1_kbytes_inThe sample 'sc1_kbytes_in', of type sint.sc1_kbytes_outThe sample 'sc1_kbytes_out', of type sint.\
        sc1_keyThe sample 'sc1_key', of type any.sc1_sess_cntThe sample 'sc1_sess_cnt', of type sint.\
        sc1_sess_rateThe sample 'sc1_sess_rate', of type sint.sc1_trackedThe sample 'sc1_tracked', of type bool.\
        sc1_trackersThe sample 'sc1_trackers', of type sint.sc2_bytes_in_rateThe sample 'sc2_bytes_in_rate', of type sint.\
        sc2_bytes_out_rateThe sample 'sc2_bytes_out_rate', of type sint.sc2_clr_gpc0The sample 'sc2_clr_gpc0', of type sint.\
        sc2_clr_gpc1The sample 'sc2_clr_gpc1', of type sint.sc2_conn_cntThe sample 'sc2_conn_cnt', of type sint.\
        sc2_conn_curThe sample 'sc2_conn_cur', of type sint.sc2_conn_rateThe sample 'sc2_conn_rate', of type sint.\
        sc2_get_gpc0The sample 'sc2_get_gpc0', of type sint.sc2_get_gpc1The sample 'sc2_get_gpc1', of type sint.\
        sc2_get_gpt0The sample 'sc2_get_gpt0', of type sint.sc2_glitch_cntThe sample 'sc2_glitch_cnt', of type sint.\
        sc2_glitch_rateThe sample 'sc2_glitch_rate', of type sint.sc2_gpc0_rateThe sample 'sc2_gpc0_rate', of type sint.\
        sc2_gpc1_rateThe sample 'sc2_gpc1_rate', of type sint.sc2_http_err_cntThe sample 'sc2_http_err_cnt', of type sint.\
        sc2_http_err_rateThe sample 'sc2_http_err_rate', of type sint.sc2_http_fail_cntThe sample 'sc2_http_fail_cnt', of type sint.\
        sc2_http_fail_rateThe sample 'sc2_http_fail_rate', of type sint.sc2_http_req_cntThe sample 'sc2_http_req_cnt', of type sint.\
        sc2_http_req_rateThe sample 'sc2_http_req_rate', of type sint.sc2_inc_gpc0The sample 'sc2_inc_gpc0', of type sint.\
        sc2_inc_gpc1The sample 'sc2_inc_gpc1', of type sint.sc2_kbytes_inThe sample 'sc2_kbytes_in', of type sint.\
        sc2_kbytes_outThe sample 'sc2_kbytes_out', of type sint.sc2_keyThe sample 'sc2_key', of type any.\
        sc2_sess_cntThe sample 'sc2_sess_cnt', of type sint.sc2_sess_rateThe sample 'sc2_sess_rate', of type sint.\
        sc2_trackedThe sample 'sc2_tracked', of type bool.sc2_trackersThe sample 'sc2_trackers', of type sint.\
        sc_bytes_in_rateThe sample 'sc_bytes_in_rate', of type sint.sc_bytes_out_rateThe sample 'sc_bytes_out_rate', of type sint.\
        sc_clr_gpcThe sample 'sc_clr_gpc', of type sint.sc_clr_gpc0The sample 'sc_clr_gpc0', of type sint.\
        sc_clr_gpc1The sample 'sc_clr_gpc1', of type sint.sc_conn_cntThe sample 'sc_conn_cnt', of type sint.\
        sc_conn_curThe sample 'sc_conn_cur', of type sint.sc_conn_rateThe sample 'sc_conn_rate', of type sint.\
        sc_get_gpcThe sample 'sc_get_gpc', of type sint.sc_get_gpc0The sample 'sc_get_gpc0', of type sint.\
        sc_get_gpc1The sample 'sc_get_gpc1', of type sint.sc_get_gptThe sample 'sc_get_gpt', of type sint.\
        sc_get_gpt0The sample 'sc_get_gpt0', of type sint.sc_glitch_cntThe sample 'sc_glitch_cnt', of type sint.\
        sc_glitch_rateThe sample 'sc_glitch_rate', of type sint.sc_gpc0_rateThe sample 'sc_gpc0_rate', of type sint.\
        sc_gpc1_rateThe sample 'sc_gpc1_rate', of type sint.sc_gpc_rateThe sample 'sc_gpc_rate', of type sint.\
        sc_http_err_cntThe sample 'sc_http_err_cnt', of type sint.sc_http_err_rateThe sample 'sc_http_err_rate', of type sint.\
        sc_http_fail_cntThe sample 'sc_http_fail_cnt', of type sint.sc_http_fail_rateThe sample 'sc_http_fail_rate', of type sint.\
        sc_http_req_cntThe sample 'sc_http_req_cnt', of type sint.sc_http_req_rateThe sample 'sc_http_req_rate', of type sint.\
        sc_inc_gpcThe sample 'sc_inc_gpc', of type sint.sc_inc_gpc0The sample 'sc_inc_gpc0', of type sint.\
        sc_inc_gpc1The sample 'sc_inc_gpc1', of type sint.sc_kbytes_inThe sample 'sc_kbytes_in', of type sint.\
        sc_kbytes_outThe sample 'sc_kbytes_out', of type sint.sc_keyThe sample 'sc_key', of type any.\
        sc_sess_cntThe sample 'sc_sess_cnt', of type sint.sc_sess_rateThe sample 'sc_sess_rate', of type sint.\
        sc_trackedThe sample 'sc_tracked', of type bool.sc_trackersThe sample 'sc_trackers', of type sint.\
        scookThe sample 'scook', of type str.scook_cntThe sample 'scook_cnt', of type sint.scook_val\
        The sample 'scook_val', of type sint.server_statusThe sample 'server_status', of type sint.\
        shdrThe sample 'shdr', of type str.shdr_cntThe sample 'shdr_cnt', of type sint.shdr_ipThe sample 'shdr_ip', of type addr.\
        The sample 'shdr_ip', of type ipv4.shdr_valThe sample 'shdr_val', of type sint.so_idThe sample 'so_id', of type sint.\
        so_nameThe sample 'so_name', of type str.spoe.engine-idThe sample 'spoe.engine-id', of type str.\
        srcThe client's address.src_bytes_in_rateThe sample 'src_bytes_in_rate', of type sint.src_bytes_out_rate\
        The sample 'src_bytes_out_rate', of type sint.src_clr_gpcThe sample 'src_clr_gpc', of type sint.\
        src_clr_gpc0The sample 'src_clr_gpc0', of type sint.src_clr_gpc1The sample 'src_clr_gpc1', of type sint.\
        src_conn_cntThe sample 'src_conn_cnt', of type sint.src_conn_curThe sample 'src_conn_cur', of type sint.\
        src_conn_rateThe sample 'src_conn_rate', of type sint.src_get_gpcThe sample 'src_get_gpc', of type sint.\
        src_get_gpc0The sample 'src_get_gpc0', of type sint.src_get_gpc1The sample 'src_get_gpc1', of type sint.\
        src_get_gptThe sample 'src_get_gpt', of type sint.src_get_gpt0The sample 'src_get_gpt0', of type sint.\
        src_glitch_cntThe sample 'src_glitch_cnt', of type sint.src_glitch_rateThe sample 'src_glitch_rate', of type sint.\
        src_gpc0_rateThe sample 'src_gpc0_rate', of type sint.src_gpc1_rateThe sample 'src_gpc1_rate', of type sint.\
        src_gpc_rateThe sample 'src_gpc_rate', of type sint.src_http_err_cntThe sample 'src_http_err_cnt', of type sint.\
        src_http_err_rateThe sample 'src_http_err_rate', of type sint.src_http_fail_cntThe sample 'src_http_fail_cnt', of type sint.\
        src_http_fail_rateThe sample 'src_http_fail_rate', of type sint.src_http_req_cntThe sample 'src_http_req_cnt', of type sint.\
        src_http_req_rateThe sample 'src_http_req_rate', of type sint.src_inc_gpcThe sample 'src_inc_gpc', of type sint.\
        src_inc_gpc0The sample 'src_inc_gpc0', of type sint.src_inc_gpc1The sample 'src_inc_gpc1', of type sint.\
        src_is_localThe sample 'src_is_local', of type bool.src_kbytes_inThe sample 'src_kbytes_in', of type sint.\
        src_kbytes_outThe sample 'src_kbytes_out', of type sint.src_portThe sample 'src_port', of type sint.\
        src_sess_cntThe sample 'src_sess_cnt', of type sint.src_sess_rateThe sample 'src_sess_rate', of type sint.\
        src_updt_conn_cntThe sample 'src_updt_conn_cnt', of type sint.srv_connThe sample 'srv_conn', of type sint.\
        srv_conn_freeThe sample 'srv_conn_free', of type sint.srv_idThe sample 'srv_id', of type sint.\
        srv_is_upThe sample 'srv_is_up', of type bool.srv_iweightThe sample 'srv_iweight', of type sint.\
        srv_nameThe server's name.srv_queueThe sample 'srv_queue', of type sint.srv_sess_rateThe sample 'srv_sess_rate', of type sint.\
        srv_uweightThe sample 'srv_uweight', of type sint.srv_weightThe sample 'srv_weight', of type sint.\
        ssl_bcThe sample 'ssl_bc', of type bool.ssl_bc_alg_keysizeThe sample 'ssl_bc_alg_keysize', of type sint.\
        ssl_bc_alpnThe sample 'ssl_bc_alpn', of type str.ssl_bc_cipherThe sample 'ssl_bc_cipher', of type str.\
        ssl_bc_client_early_traffic_secretThe sample 'ssl_bc_client_early_traffic_secret', of type str.\
        ssl_bc_client_handshake_traffic_secretThe sample 'ssl_bc_client_handshake_traffic_secret', of type str.\
        ssl_bc_client_randomThe sample 'ssl_bc_client_random', of type bin.ssl_bc_client_traffic_secret_0\
        The sample 'ssl_bc_client_traffic_secret_0', of type str.ssl_bc_curveThe sample 'ssl_bc_curve', of type str.\
        ssl_bc_early_exporter_secretThe sample 'ssl_bc_early_exporter_secret', of type str.ssl_bc_err\
        The sample 'ssl_bc_err', of type sint.ssl_bc_err_strThe sample 'ssl_bc_err_str', of type str.\
        ssl_bc_exporter_secretThe sample 'ssl_bc_exporter_secret', of type str.ssl_bc_is_resumedThe sample 'ssl_bc_is_resumed', of type bool.\
        ssl_bc_npnThe sample 'ssl_bc_npn', of type str.ssl_bc_protocolThe sample 'ssl_bc_protocol', of type str.\
        ssl_bc_server_handshake_traffic_secretThe sample 'ssl_bc_server_handshake_traffic_secret', of type str.\
        ssl_bc_server_randomThe sample 'ssl_bc_server_random', of type bin.ssl_bc_server_traffic_secret_0\
        The sample 'ssl_bc_server_traffic_secret_0', of type str.ssl_bc_session_idThe sample 'ssl_bc_session_id', of type bin.\
        ssl_bc_session_keyThe sample 'ssl_bc_session_key', of type bin.ssl_bc_sniThe sample 'ssl_bc_sni', of type str.\
        ssl_bc_unique_idThe sample 'ssl_bc_unique_id', of type bin.ssl_bc_use_keysizeThe sample 'ssl_bc_use_keysize', of type sint.\
        ssl_c_ca_errThe sample 'ssl_c_ca_err', of type sint.ssl_c_ca_err_depthThe sample 'ssl_c_ca_err_depth', of type sint.\
        ssl_c_chain_derThe sample 'ssl_c_chain_der', of type bin.ssl_c_derThe sample 'ssl_c_der', of type bin.\
        ssl_c_errThe sample 'ssl_c_err', of type sint.ssl_c_i_dnThe sample 'ssl_c_i_dn', of type str.\
        ssl_c_key_algThe sample 'ssl_c_key_alg', of type str.ssl_c_notafterThe sample 'ssl_c_notafter', of type str.\
        ssl_c_notbeforeThe sample 'ssl_c_notbefore', of type str.ssl_c_r_dnThe sample 'ssl_c_r_dn', of type str.\
        ssl_c_s_dnThe sample 'ssl_c_s_dn', of type str.ssl_c_sanThe sample 'ssl_c_san', of type str.\
        ssl_c_serialThe sample 'ssl_c_serial', of type bin.ssl_c_sha1The sample 'ssl_c_sha1', of type bin.\
        ssl_c_sig_algThe sample 'ssl_c_sig_alg', of type str.ssl_c_usedThe sample 'ssl_c_used', of type bool.\
        ssl_c_verifyThe sample 'ssl_c_verify', of type sint.ssl_c_versionThe sample 'ssl_c_version', of type sint.\
        ssl_f_derThe sample 'ssl_f_der', of type bin.ssl_f_i_dnThe sample 'ssl_f_i_dn', of type str.\
        ssl_f_key_algThe sample 'ssl_f_key_alg', of type str.ssl_f_notafterThe sample 'ssl_f_notafter', of type str.\
        ssl_f_notbeforeThe sample 'ssl_f_notbefore', of type str.ssl_f_s_dnThe sample 'ssl_f_s_dn', of type str.\
        ssl_f_serialThe sample 'ssl_f_serial', of type bin.ssl_f_sha1The sample 'ssl_f_sha1', of type bin.\
        ssl_f_sig_algThe sample 'ssl_f_sig_alg', of type str.ssl_f_versionThe sample 'ssl_f_version', of type sint.\
        ssl_fcThe sample 'ssl_fc', of type bool.ssl_fc_alg_keysizeThe sample 'ssl_fc_alg_keysize', of type sint.\
        ssl_fc_alpnThe sample 'ssl_fc_alpn', of type str.ssl_fc_cipherThe sample 'ssl_fc_cipher', of type str.\
        ssl_fc_cipherlist_binThe sample 'ssl_fc_cipherlist_bin', of type str.ssl_fc_cipherlist_hex\
        The sample 'ssl_fc_cipherlist_hex', of type bin.ssl_fc_cipherlist_strThe sample 'ssl_fc_cipherlist_str', of type str.\
        ssl_fc_cipherlist_xxhThe sample 'ssl_fc_cipherlist_xxh', of type sint.ssl_fc_client_early_traffic_secret\
        The sample 'ssl_fc_client_early_traffic_secret', of type str.ssl_fc_client_handshake_traffic_secret\
        The sample 'ssl_fc_client_handshake_traffic_secret', of type str.ssl_fc_client_randomThe sample 'ssl_fc_client_random', of type bin.\
        ssl_fc_client_traffic_secret_0The sample 'ssl_fc_client_traffic_secret_0', of type str.ssl_fc_crtname\
        The sample 'ssl_fc_crtname', of type str.ssl_fc_curveThe sample 'ssl_fc_curve', of type str.\
        ssl_fc_early_exporter_secretThe sample 'ssl_fc_early_exporter_secret', of type str.ssl_fc_early_rcvd\
        The sample 'ssl_fc_early_rcvd', of type bool.ssl_fc_ecformats_binThe sample 'ssl_fc_ecformats_bin', of type str.\
        ssl_fc_eclist_binThe sample 'ssl_fc_eclist_bin', of type str.ssl_fc_errThe sample 'ssl_fc_err', of type sint.\
        ssl_fc_err_strThe sample 'ssl_fc_err_str', of type str.ssl_fc_exporter_secretThe sample 'ssl_fc_exporter_secret', of type str.\
        ssl_fc_extlist_binThe sample 'ssl_fc_extlist_bin', of type str.ssl_fc_has_crtThe sample 'ssl_fc_has_crt', of type bool.\
        ssl_fc_has_earlyThe sample 'ssl_fc_has_early', of type bool.ssl_fc_has_sniThe sample 'ssl_fc_has_sni', of type bool.\
        ssl_fc_is_resumedThe sample 'ssl_fc_is_resumed', of type bool.ssl_fc_npnThe sample 'ssl_fc_npn', of type str.\
        ssl_fc_protocolThe sample 'ssl_fc_protocol', of type str.ssl_fc_protocol_hello_idThe sample 'ssl_fc_protocol_hello_id', of type sint.\
        ssl_fc_server_handshake_traffic_secretThe sample 'ssl_fc_server_handshake_traffic_secret', of type str.\
        ssl_fc_server_randomThe sample 'ssl_fc_server_random', of type bin.ssl_fc_server_traffic_secret_0\
        The sample 'ssl_fc_server_traffic_secret_0', of type str.ssl_fc_session_idThe sample 'ssl_fc_session_id', of type bin.\
        ssl_fc_session_keyThe sample 'ssl_fc_session_key', of type bin.ssl_fc_sigalgs_binThe sample 'ssl_fc_sigalgs_bin', of type bin.\
        ssl_fc_sniThe sample 'ssl_fc_sni', of type str.ssl_fc_supported_versions_binThe sample 'ssl_fc_supported_versions_bin', of type bin.\
        ssl_fc_unique_idThe sample 'ssl_fc_unique_id', of type bin.ssl_fc_use_keysizeThe sample 'ssl_fc_use_keysize', of type sint.\
        ssl_ocsp_certidThe sample 'ssl_ocsp_certid', of type str.ssl_ocsp_certnameThe sample 'ssl_ocsp_certname', of type str.\
        ssl_ocsp_fail_cntThe sample 'ssl_ocsp_fail_cnt', of type sint.ssl_ocsp_statusThe sample 'ssl_ocsp_status', of type sint.\
        ssl_ocsp_status_strThe sample 'ssl_ocsp_status_str', of type str.ssl_ocsp_success_cntThe sample 'ssl_ocsp_success_cnt', of type sint.\
        ssl_s_chain_derThe sample 'ssl_s_chain_der', of type bin.ssl_s_derThe sample 'ssl_s_der', of type bin.\
        ssl_s_i_dnThe sample 'ssl_s_i_dn', of type str.ssl_s_key_algThe sample 'ssl_s_key_alg', of type str.\
        ssl_s_notafterThe sample 'ssl_s_notafter', of type str.ssl_s_notbeforeThe sample 'ssl_s_notbefore', of type str.\
        ssl_s_s_dnThe sample 'ssl_s_s_dn', of type str.ssl_s_serialThe sample 'ssl_s_serial', of type bin.\
        ssl_s_sha1The sample 'ssl_s_sha1', of type bin.ssl_s_sig_algThe sample 'ssl_s_sig_alg', of type str.\
        ssl_s_versionThe sample 'ssl_s_version', of type sint.The response's status code.stoppingThe sample 'stopping', of type bool.\
        strThe sample 'str', of type str.table_avlThe sample 'table_avl', of type sint.table_cntThe sample 'table_cnt', of type sint.\
        term_eventsThe sample 'term_events', of type str.tgroupThe sample 'tgroup', of type sint.The sample 'thread', of type sint.\
        txn.conn_retriesThe sample 'txn.conn_retries', of type sint.txn.id32The sample 'txn.id32', of type sint.\
        txn.redispatchedThe sample 'txn.redispatched', of type bool.txn.sess_term_stateThe sample 'txn.sess_term_state', of type str.\
        txn.statusThe sample 'txn.status', of type sint.txn.timer.totalThe sample 'txn.timer.total', of type sint.\
        txn.timer.userThe sample 'txn.timer.user', of type sint.unique-idThe sample 'unique-id', of type str.\
        uptimeThe sample 'uptime', of type sint.urlThe request's target as sent.url32The sample 'url32', of type sint.\
        url32+srcThe sample 'url32+src', of type bin.url_ipThe sample 'url_ip', of type ipv4.url_param\
        The sample 'url_param', of type str.url_portThe sample 'url_port', of type sint.urlpThe sample 'urlp', of type str.\
        urlp_valThe sample 'urlp_val', of type sint.uuidThe sample 'uuid', of type str.varThe sample 'var', of type any.\
        wait_endThe sample 'wait_end', of type bool.waiting_entityThe sample 'waiting_entity', of type str.\
        addTurns sint into sint: 'add'.7.3.1add_itemTurns str into str: 'add_item'.aes_cbc_decTurns bin into bin: 'aes_cbc_dec'.\
        aes_cbc_encTurns bin into bin: 'aes_cbc_enc'.aes_gcm_decTurns bin into bin: 'aes_gcm_dec'.\
        aes_gcm_encTurns bin into bin: 'aes_gcm_enc'.andTurns sint into sint: 'and'.b64decTurns str into bin: 'b64dec'.\
        base2Turns bin into str: 'base2'.base64Turns bin into str: 'base64'.be2decTurns bin into str: 'be2dec'.\
        be2hexTurns bin into str: 'be2hex'.Turns sint into bool: 'bool'.bytesTurns bin into bin: 'bytes'.\
        capture-reqTurns str into str: 'capture-req'.capture-resTurns str into str: 'capture-res'.\
        concatTurns str into str: 'concat'.cplTurns sint into sint: 'cpl'.crc32Turns bin into sint: 'crc32'.\
        crc32cTurns bin into sint: 'crc32c'.cut_crlfTurns str into str: 'cut_crlf'.Turns str into sint: 'date'.\
        Turns any into any: 'debug'.Turns any into same: 'debug'.digestTurns bin into bin: 'digest'.\
        divTurns sint into sint: 'div'.djb2Turns bin into sint: 'djb2'.eth.dataTurns bin into bin: 'eth.data'.\
        eth.dstTurns bin into bin: 'eth.dst'.eth.hdrTurns bin into bin: 'eth.hdr'.eth.protoTurns bin into sint: 'eth.proto'.\
        eth.srcTurns bin into bin: 'eth.src'.eth.vlanTurns bin into sint: 'eth.vlan'.evenTurns sint into bool: 'even'.\
        fe_existsTurns str into bool: 'fe_exists'.fieldTurns str into str: 'field'.fix_is_validTurns bin into bool: 'fix_is_valid'.\
        fix_tag_valueTurns bin into bin: 'fix_tag_value'.Turns bin into str: 'hex'.hex2iTurns str into sint: 'hex2i'.\
        hmacTurns bin into bin: 'hmac'.host_onlyTurns str into str: 'host_only'.htonlTurns sint into bin: 'htonl'.\
        http_dateTurns sint into str: 'http_date'.iifTurns bool into str: 'iif'.in_tableTurns any into bool: 'in_table'.\
        ip.dataTurns bin into bin: 'ip.data'.ip.dfTurns bin into sint: 'ip.df'.ip.dstTurns bin into addr: 'ip.dst'.\
        ip.fpTurns bin into bin: 'ip.fp'.ip.hdrTurns bin into bin: 'ip.hdr'.ip.protoTurns bin into sint: 'ip.proto'.\
        ip.srcTurns bin into addr: 'ip.src'.ip.tosTurns bin into sint: 'ip.tos'.ip.ttlTurns bin into sint: 'ip.ttl'.\
        ip.verTurns bin into sint: 'ip.ver'.ipmaskTurns addr into addr: 'ipmask'.Turns addr into ipv4: 'ipmask'.\
        jsonTurns str into str: 'json'.json_queryTurns str into any: 'json_query'.jwt_decrypt_cert\
        Turns bin into bin: 'jwt_decrypt_cert'.jwt_decrypt_jwkTurns bin into bin: 'jwt_decrypt_jwk'.\
        jwt_decrypt_secretTurns bin into bin: 'jwt_decrypt_secret'.jwt_header_queryTurns bin into any: 'jwt_header_query'.\
        jwt_payload_queryTurns bin into any: 'jwt_payload_query'.jwt_verifyTurns bin into sint: 'jwt_verify'.\
        jwt_verify_certTurns bin into sint: 'jwt_verify_cert'.languageTurns str into str: 'language'.\
        le2decTurns bin into str: 'le2dec'.lengthTurns str into sint: 'length'.lowerTurns str into str: 'lower'.\
        ltimeTurns sint into str: 'ltime'.ltrimTurns str into str: 'ltrim'.A converter that a Lua script registers.\
        Turns str into str: 'map'.map_begTurns str into str: 'map_beg'.map_beg_intTurns str into sint: 'map_beg_int'.\
        map_beg_ipTurns str into addr: 'map_beg_ip'.map_beg_keyTurns str into str: 'map_beg_key'.map_dir\
        Turns str into str: 'map_dir'.map_dir_intTurns str into sint: 'map_dir_int'.map_dir_ipTurns str into addr: 'map_dir_ip'.\
        map_dir_keyTurns str into str: 'map_dir_key'.map_domTurns str into str: 'map_dom'.map_dom_int\
        Turns str into sint: 'map_dom_int'.map_dom_ipTurns str into addr: 'map_dom_ip'.map_dom_key\
        Turns str into str: 'map_dom_key'.map_endTurns str into str: 'map_end'.map_end_intTurns str into sint: 'map_end_int'.\
        map_end_ipTurns str into addr: 'map_end_ip'.map_end_keyTurns str into str: 'map_end_key'.map_int\
        Turns sint into str: 'map_int'.map_int_intTurns sint into sint: 'map_int_int'.map_int_ipTurns sint into addr: 'map_int_ip'.\
        map_int_keyTurns sint into str: 'map_int_key'.map_ipTurns addr into str: 'map_ip'.map_ip_int\
        Turns addr into sint: 'map_ip_int'.map_ip_ipTurns addr into addr: 'map_ip_ip'.map_ip_keyTurns addr into str: 'map_ip_key'.\
        map_regTurns str into str: 'map_reg'.map_reg_intTurns str into sint: 'map_reg_int'.map_reg_ip\
        Turns str into addr: 'map_reg_ip'.map_reg_keyTurns str into str: 'map_reg_key'.map_regmTurns str into str: 'map_regm'.\
        map_strTurns str into str: 'map_str'.map_str_intTurns str into sint: 'map_str_int'.map_str_ip\
        Turns str into addr: 'map_str_ip'.map_str_keyTurns str into str: 'map_str_key'.map_subTurns str into str: 'map_sub'.\
        map_sub_intTurns str into sint: 'map_sub_int'.map_sub_ipTurns str into addr: 'map_sub_ip'.\
        map_sub_keyTurns str into str: 'map_sub_key'.modTurns sint into sint: 'mod'.mqtt_field_value\
        Turns bin into str: 'mqtt_field_value'.mqtt_is_validTurns bin into bool: 'mqtt_is_valid'.ms_ltime\
        Turns sint into str: 'ms_ltime'.ms_utimeTurns sint into str: 'ms_utime'.mulTurns sint into sint: 'mul'.\
        Turns str into sint: 'nbsrv'.negTurns sint into sint: 'neg'.notTurns sint into bool: 'not'.\
        oddTurns sint into bool: 'odd'.orTurns sint into sint: 'or'.paramTurns str into str: 'param'.\
        port_onlyTurns str into sint: 'port_only'.protobufTurns bin into bin: 'protobuf'.regsubTurns str into str: 'regsub'.\
        reverseTurns str into str: 'reverse'.reverse_domTurns str into str: 'reverse_dom'.rfc7239_field\
        Turns str into str: 'rfc7239_field'.rfc7239_is_validTurns str into bool: 'rfc7239_is_valid'.\
        rfc7239_n2nnTurns str into any: 'rfc7239_n2nn'.rfc7239_n2npTurns str into any: 'rfc7239_n2np'.\
        rfc7239_nnTurns any into str: 'rfc7239_nn'.rfc7239_npTurns any into str: 'rfc7239_np'.rtrim\
        Turns str into str: 'rtrim'.sdbmTurns bin into sint: 'sdbm'.secure_memcmpTurns bin into bool: 'secure_memcmp'.\
        Turns any into any: 'set-var'.sha1Turns bin into bin: 'sha1'.sha2Turns bin into bin: 'sha2'.\
        Turns str into bool: 'srv_is_up'.Turns str into sint: 'srv_queue'.strcmpTurns str into sint: 'strcmp'.\
        subTurns sint into sint: 'sub'.table_bytes_in_rateTurns any into sint: 'table_bytes_in_rate'.\
        table_bytes_out_rateTurns any into sint: 'table_bytes_out_rate'.table_clr_gpcTurns any into sint: 'table_clr_gpc'.\
        table_clr_gpc0Turns any into sint: 'table_clr_gpc0'.table_clr_gpc1Turns any into sint: 'table_clr_gpc1'.\
        table_conn_cntTurns any into sint: 'table_conn_cnt'.table_conn_curTurns any into sint: 'table_conn_cur'.\
        table_conn_rateTurns any into sint: 'table_conn_rate'.table_expireTurns any into sint: 'table_expire'.\
        table_glitch_cntTurns any into sint: 'table_glitch_cnt'.table_glitch_rateTurns any into sint: 'table_glitch_rate'.\
        table_gpcTurns any into sint: 'table_gpc'.table_gpc0Turns any into sint: 'table_gpc0'.table_gpc0_rate\
        Turns any into sint: 'table_gpc0_rate'.table_gpc1Turns any into sint: 'table_gpc1'.table_gpc1_rate\
        Turns any into sint: 'table_gpc1_rate'.table_gpc_rateTurns any into sint: 'table_gpc_rate'.\
        table_gptTurns any into sint: 'table_gpt'.table_gpt0Turns any into sint: 'table_gpt0'.table_http_err_cnt\
        Turns any into sint: 'table_http_err_cnt'.table_http_err_rateTurns any into sint: 'table_http_err_rate'.\
        table_http_fail_cntTurns any into sint: 'table_http_fail_cnt'.table_http_fail_rateTurns any into sint: 'table_http_fail_rate'.\
        table_http_req_cntTurns any into sint: 'table_http_req_cnt'.table_http_req_rateTurns any into sint: 'table_http_req_rate'.\
        table_idleTurns any into sint: 'table_idle'.table_inc_gpcTurns any into sint: 'table_inc_gpc'.\
        table_inc_gpc0Turns any into sint: 'table_inc_gpc0'.table_inc_gpc1Turns any into sint: 'table_inc_gpc1'.\
        table_kbytes_inTurns any into sint: 'table_kbytes_in'.table_kbytes_outTurns any into sint: 'table_kbytes_out'.\
        table_server_idTurns any into sint: 'table_server_id'.table_sess_cntTurns any into sint: 'table_sess_cnt'.\
        table_sess_rateTurns any into sint: 'table_sess_rate'.table_trackersTurns any into sint: 'table_trackers'.\
        tcp.dstTurns bin into sint: 'tcp.dst'.tcp.flagsTurns bin into sint: 'tcp.flags'.tcp.options.mss\
        Turns bin into sint: 'tcp.options.mss'.tcp.options.sackTurns bin into sint: 'tcp.options.sack'.\
        tcp.options.tsoptTurns bin into sint: 'tcp.options.tsopt'.tcp.options.tsvalTurns bin into sint: 'tcp.options.tsval'.\
        tcp.options.wscaleTurns bin into sint: 'tcp.options.wscale'.tcp.options.wsoptTurns bin into sint: 'tcp.options.wsopt'.\
        tcp.options_listTurns bin into bin: 'tcp.options_list'.tcp.seqTurns bin into sint: 'tcp.seq'.\
        tcp.srcTurns bin into sint: 'tcp.src'.tcp.winTurns bin into sint: 'tcp.win'.ub64decTurns str into bin: 'ub64dec'.\
        ub64encTurns bin into str: 'ub64enc'.ungrpcTurns bin into bin: 'ungrpc'.Turns any into any: 'unset-var'.\
        upperTurns str into str: 'upper'.url_decTurns str into str: 'url_dec'.url_encTurns str into str: 'url_enc'.\
        us_ltimeTurns sint into str: 'us_ltime'.us_utimeTurns sint into str: 'us_utime'.utimeTurns sint into str: 'utime'.\
        whenTurns any into any: 'when'.wordTurns str into str: 'word'.wt6Turns bin into sint: 'wt6'.\
        x509_v_err_strTurns sint into str: 'x509_v_err_str'.xorTurns sint into sint: 'xor'.xxh3Turns bin into sint: 'xxh3'.\
        xxh32Turns bin into sint: 'xxh32'.xxh64Turns bin into sint: 'xxh64'.Compares 'base' by -m str.\
        7.1base_begCompares 'base' by -m beg.base_dirCompares 'base' by -m dir.base_domCompares 'base' by -m dom.\
        base_endCompares 'base' by -m end.base_lenCompares 'base' by -m len.base_regCompares 'base' by -m reg.\
        base_subCompares 'base' by -m sub.Compares 'req.cook' by -m str.cook_begCompares 'req.cook' by -m beg.\
        cook_dirCompares 'req.cook' by -m dir.cook_domCompares 'req.cook' by -m dom.cook_endCompares 'req.cook' by -m end.\
        cook_lenCompares 'req.cook' by -m len.cook_regCompares 'req.cook' by -m reg.cook_subCompares 'req.cook' by -m sub.\
        Compares 'req.hdr' by -m str.hdr_begCompares 'req.hdr' by -m beg.hdr_dirCompares 'req.hdr' by -m dir.\
        hdr_domCompares 'req.hdr' by -m dom.hdr_endCompares 'req.hdr' by -m end.hdr_lenCompares 'req.hdr' by -m len.\
        hdr_regCompares 'req.hdr' by -m reg.hdr_subCompares 'req.hdr' by -m sub.Compares 'http_auth_group' by -m str.\
        Compares 'method' by -m str.Compares 'path' by -m str.path_begCompares 'path' by -m beg.path_dir\
        Compares 'path' by -m dir.path_domCompares 'path' by -m dom.path_endCompares 'path' by -m end.\
        path_lenCompares 'path' by -m len.path_regCompares 'path' by -m reg.path_subCompares 'path' by -m sub.\
        Compares 'req.payload' by -m bin.Compares 'req.payload_lv' by -m bin.Compares 'req.ssl_ver' by -m int.\
        req_rdp_cookieCompares 'req.rdp_cookie' by -m str.req_rdp_cookie_cntCompares 'req.rdp_cookie_cnt' by -m int.\
        Compares 'req.ssl_sni' by -m str.Compares 'req.ver' by -m str.Compares 'res.ver' by -m str.\
        Compares 'res.cook' by -m str.scook_begCompares 'res.cook' by -m beg.scook_dirCompares 'res.cook' by -m dir.\
        scook_domCompares 'res.cook' by -m dom.scook_endCompares 'res.cook' by -m end.scook_lenCompares 'res.cook' by -m len.\
        scook_regCompares 'res.cook' by -m reg.scook_subCompares 'res.cook' by -m sub.Compares 'res.hdr' by -m str.\
        shdr_begCompares 'res.hdr' by -m beg.shdr_dirCompares 'res.hdr' by -m dir.shdr_domCompares 'res.hdr' by -m dom.\
        shdr_endCompares 'res.hdr' by -m end.shdr_lenCompares 'res.hdr' by -m len.shdr_regCompares 'res.hdr' by -m reg.\
        shdr_subCompares 'res.hdr' by -m sub.ssl_fc_sni_endCompares 'ssl_fc_sni' by -m end.ssl_fc_sni_reg\
        Compares 'ssl_fc_sni' by -m reg.Compares 'url' by -m str.url_begCompares 'url' by -m beg.url_dir\
        Compares 'url' by -m dir.url_domCompares 'url' by -m dom.url_endCompares 'url' by -m end.url_len\
        Compares 'url' by -m len.url_regCompares 'url' by -m reg.url_subCompares 'url' by -m sub.Compares 'urlp' by -m str.\
        urlp_begCompares 'urlp' by -m beg.urlp_dirCompares 'urlp' by -m dir.urlp_domCompares 'urlp' by -m dom.\
        urlp_endCompares 'urlp' by -m end.urlp_lenCompares 'urlp' by -m len.urlp_regCompares 'urlp' by -m reg.\
        urlp_subCompares 'urlp' by -m sub.begPrefixes.Bytes in hexadecimal.The sample is true.dirWhole path components.\
        domWhole domain labels.endSuffixes.foundThe sample exists.Integers and ranges.ipNetworks.len\
        Lengths.regRegular expressions.Exact strings.Substrings.--Ends the flags.-MThe file is a map: its values are ignored.\
        -fPatterns from a file, one a line.-iIgnores case.-mChooses the match method.-nNever resolves names.\
        -uA number for the command socket.BThe alias %B.8.2.6CCThe alias %CC.CSThe alias %CS.HThe alias %H.\
        HMThe alias %HM.HPThe alias %HP.HPOThe alias %HPO.HQThe alias %HQ.HUThe alias %HU.HVThe alias %HV.\
        IDThe alias %ID.OGThe alias %OG.STThe alias %ST.TThe alias %T.TRThe alias %TR.TaThe alias %Ta.\
        TcThe alias %Tc.TdThe alias %Td.ThThe alias %Th.TiThe alias %Ti.TlThe alias %Tl.TqThe alias %Tq.\
        TrThe alias %Tr.TsThe alias %Ts.TtThe alias %Tt.TuThe alias %Tu.TwThe alias %Tw.UThe alias %U.\
        acThe alias %ac.bThe alias %b.bcThe alias %bc.biThe alias %bi.bpThe alias %bp.bqThe alias %bq.\
        ciThe alias %ci.cpThe alias %cp.fThe alias %f.fcThe alias %fc.fiThe alias %fi.fpThe alias %fp.\
        ftThe alias %ft.hrThe alias %hr.hrlThe alias %hrl.hsThe alias %hs.hslThe alias %hsl.lcThe alias %lc.\
        msThe alias %ms.oThe alias %o.The alias %pid.rThe alias %r.rcThe alias %rc.rtThe alias %rt.\
        sThe alias %s.scThe alias %sc.siThe alias %si.spThe alias %sp.sqThe alias %sq.sslcThe alias %sslc.\
        sslvThe alias %sslv.tThe alias %t.trThe alias %tr.trgThe alias %trg.trlThe alias %trl.tsThe alias %ts.\
        tscThe alias %tsc.EEscapes quotes, backslashes and brackets.MWrites - where there is no value.\
        QQuotes the value.XWrites numbers in hexadecimal.Keeps bytes as they are.cborWrites CBOR.Writes JSON.\
        firstThe first server with room.hashA hash of a sample.A hash of a header's value.leastconn\
        The server with the fewest streams per weight.log-hashA hash of a log message.randomThe less loaded of some servers drawn at random.\
        rdp-cookieThe server that an RDP cookie names.roundrobinEach server in turn, by weight.A hash of the client's address.\
        static-rrEach server in turn; weights are those of the configuration.stickyOne server until it fails.\
        uriA hash of the URI.A hash of a parameter of the query.bwlim-inLimits the bandwidth of received data.\
        9bwlim-outLimits the bandwidth of sent data.Stores responses in a cache; says where among the filters.\
        comp-reqCompresses requests; says where among the filters.comp-resCompresses responses; says where among the filters.\
        compressionCompresses messages; says where among the filters.Speaks FastCGI to the servers; says where among the filters.\
        A filter that a Lua script registers.opentracingReports streams to OpenTracing, in builds with it.\
        spoeAsks agents about streams.Prints what passes; for developers.A service written in Lua.\
        prometheus-exporterGives statistics in the format of Prometheus.defaultSets an option back to its default.\
        noTurns an option off.ifThe rule applies where the condition holds.7.2unlessThe rule applies where the condition does not hold.\
        abns@A name in the abstract namespace.2.9abnsz@A zero-terminated name in the abstract namespace.\
        dgram+Forces a datagram socket.fd@An inherited descriptor.ip@IPv4 or IPv6, told from the text.\
        ipv4@An IPv4 address.ipv6@An IPv6 address.mptcp4@Multipath TCP over IPv4.mptcp6@Multipath TCP over IPv6.\
        mptcp@Multipath TCP over IPv4 or IPv6.quic+Forces QUIC: streams over datagrams.quic4@QUIC over IPv4.\
        quic6@QUIC over IPv6.rhttp@A reverse HTTP connection: the name of a backend and server.sockpair@\
        A descriptor of a socket pair.stream+Forces a stream socket.tcp4@TCP over IPv4.tcp6@TCP over IPv6.\
        tcp@TCP over IPv4 or IPv6.udp4@UDP over IPv4.udp6@UDP over IPv6.udp@UDP over IPv4 or IPv6.\
        unix@A unix socket's path.uxdg@A unix datagram socket's path.uxst@A unix stream socket's path.\
        off3.2allEvery one.Those with even numbers.Those with odd numbers.One health check.2.8The whole process.\
        reqThe request, until the response begins.resThe response.sessThe session: a client's connection.\
        txnThe transaction: a request and its response.FALSEStands for 'always_false'.7.4HTTPStands for 'req.proto_http'.\
        HTTP_1.0Stands for 'req.ver 1.0'.req.ver 1.0HTTP_1.1Stands for 'req.ver 1.1'.req.ver 1.1HTTP_2.0\
        Stands for 'req.ver 2.0'.req.ver 2.0HTTP_3.0Stands for 'req.ver 3.0'.req.ver 3.0HTTP_CONTENT\
        Stands for 'req.hdr_val(content-length) gt 0'.req.hdr_val(content-length) gt 0HTTP_URL_ABS\
        Stands for 'url_reg ^[^/:]*://'.url_reg ^[^/:]*://HTTP_URL_SLASHStands for 'url_beg /'.url_beg /\
        HTTP_URL_STARStands for 'url *'.url *LOCALHOSTStands for 'src 127.0.0.1/8 ::1'.src 127.0.0.1/8 ::1\
        METH_CONNECTStands for 'method CONNECT'.method CONNECTMETH_DELETEStands for 'method DELETE'.\
        method DELETEMETH_GETStands for 'method GET HEAD'.method GET HEADMETH_HEADStands for 'method HEAD'.\
        method HEADMETH_OPTIONSStands for 'method OPTIONS'.method OPTIONSMETH_POSTStands for 'method POST'.\
        method POSTMETH_PUTStands for 'method PUT'.method PUTMETH_TRACEStands for 'method TRACE'.method TRACE\
        RDP_COOKIEStands for 'req.rdp_cookie_cnt gt 0'.req.rdp_cookie_cnt gt 0REQ_CONTENTStands for 'req.len gt 0'.\
        req.len gt 0TRUEStands for 'always_true'.WAIT_ENDStands for 'wait_end'.fromautoidentitygzip\
        deflateraw-deflaterequestresponsebothrewriteinsertprefixindirectnocachepostonlypreservehttponly\
        securedynamicdomainmaxidlemaxlifeattrper-groupper-coreper-threadper-ccxnoneperformancegroup-by-ccx\
        group-by-2-ccxgroup-by-3-ccxgroup-by-4-ccxgroup-by-clustergroup-by-2-clustersgroup-by-3-clusters\
        group-by-4-clustersefficiencyresourcefirst-usable-nodethreads-per-core1resetdrop-cpuonly-cpu\
        drop-nodeonly-nodedrop-clusteronly-clusterdrop-coreonly-coredrop-threadonly-threadorigincurrent\
        configparentemergalertcriterrwarningnoticeinfo200400401403404405407408410413414421422425429\
        431500501502503504preserve-envrfc3164rfc5424isorawshortprioritytimedlocalusersalwaysmap-based\
        consistentavalanchenxrefusedvalidobsoleteothervia-socks4lingercommentmin-recvok-statusL4OK\
        L6OKL7OKL7OKCerror-statusL4CONL6RSPL7RSPL7STStout-statusL4TOUTL6TOUTL7TOUTon-successstatus-code\
        !rstatusstringrstring!status!rstatus!string!rstringcustomname-lfvaluevalue-lffhdrstring-lf\
        !hdr!fhdr!string-lfuri-lfverbodybody-lfcontent-typedefault-errorfileslf-filelf-stringnever\
        safeaggressiverequiredkeyocspissuersctljwtdomainsipsgenerate-dummyaliasstdoutstderrlocal0local1\
        local2local3local4local5local6local7kernmailsysloglprnewsuucpcronauth2ftpntpauditcron2cpath\
        no-exit-on-failuretcphttpspophatermdropsdhosthost-exprbyby-exprby_portby_port-exprforfor-expr\
        for_portfor_port-exprexceptheaderif-nonereplacefillkeepappenddeleteclfpre-41post-41post-80\
        l7-retrieslockno-lockmemoryno-memorylocationschemecode301302303307308drop-querykeep-queryappend-slash\
        ignore-emptyset-cookieset-cookie-fmtclear-cookieconn-failureempty-responsejunk-responseresponse-timeout\
        0rtt-rejectedall-retryable-errorsSSLv3TLSv1.0TLSv1.1TLSv1.2TLSv1.3algooptionalbundlebinary\
        expirebrates-factornopurgerecv-onlysrvkeystorewrite-torbinarybinary-lf!binary!rbinary!binary-lf\
        resolveretryconnectclientrq-loadminconnectionstreamfullby-processby-threadby-groupfairnormal\
        pre-3.1-bugdefault-onforce-offlistenerrestrictedtcp-checkhttpchkssl-hello-chksmtpchkpgsql-check\
        redis-checkmysql-checkldap-checkspop-checkpasswordinsecure-passwordgroupslistenersoperator\
        adminid32addr-portfully-upupdownfully-downoctet-countlegacylayer4layer7fail-checksudden-death\
        mark-downshutdown-sessionsshutdown-backup-sessionsh1h2realmdeny_statusfragment-encodefragment-strip\
        path-merge-slashespath-strip-dotpath-strip-dotdotpercent-decode-unreservedstrictpercent-to-uppercase\
        query-sort-by-namelimitperiodsilentreasontunnelrst-ttltimeat-leastuse-large-bufferuse_domain_only\
        depthwholepath-onlycheck_postdefault-limitdefault-periodmin-sizeenginerandom-parsingrandom-forwarding\
        hexdumpmax-fwdmax-parsepropertycharacterignoredexprvariablesoldalgorithmaddressoptionkindconditions\
        secretargumentsdirectionmimeidlelifeattributecpusthreadspolicyset1set2set3set4set5set6set7\
        set8set9set10curvestatefamiliessectionfilterscondargstofactorfunctionwhatactionprotocolsprotocol\
        leastpassedfailedtimed-outformat1format2matchpatternname-methodvalue-methodformat3urilfversion\
        bodylfcodesfamilylistupdatedummytargetfacilityminlevelstepstagsecondspercentratemegabytesstep\
        expressionsecondintervalhelloeventrangecapabilitiesmostalgorithmssetproxycolumnsdataevents\
        librariesownerappmagicerrorspassphrasemethodsoptionsnetworksheaderscookie-formatcounterwhich\
        servicetext2text3text4text5text6text7text8text9text10text11text12number2convertersdrawsparameter\
        directivebind-optionserver-optionfetchconverteracl-wordmatch-methodacl-flaglog-aliaslog-flag\
        predicateenvironmentcheck-optiontable-columnpseudo-variablemodifiercondition-wordaddress-prefix\
        boolean-wordnumber-set-wordvariable-scopepredefined-aclalgo-reqalgo-resminsize-reqminsize-res\
        offloadtype-reqtype-resdeclareemail-alertmyhostnamehttp-checkdisable-on-404expectsendsend-state\
        monitorfailabortoncloseaccept-invalid-http-requestaccept-invalid-http-responseaccept-unsafe-violations-in-http-request\
        accept-unsafe-violations-in-http-responseallbackupsassume-rfc6587-ntfcheckcacheclitcpkacontstats\
        disable-h2-upgradedont-parse-logdontlog-normaldontlognullforcecloseforwardedforwardforget-values\
        h1-case-adjust-bogus-clienth1-case-adjust-bogus-serverhttp-buffer-requesthttp-drop-request-trailers\
        http-drop-response-trailershttp-ignore-probeshttp-keep-alivehttp-no-delayhttp-pretend-keepalive\
        http-restrict-req-hdr-nameshttp-server-closehttp-tunnelhttp-use-htxhttp-use-proxy-headerhttp_proxy\
        httpclosehttploghttpslogidle-close-on-responseindependent-streamskeep-connlog-health-checks\
        log-separate-errorslogasapmax-reqsmpxs-connsnolingeroriginaltopersistprefer-last-serversocket-stats\
        splice-autosplice-requestsplice-responsesrvtcpkastart-on-reloadtcp-smart-accepttcp-smart-connect\
        tcpkatcplogtcpspliceuse-small-buffersrate-limitsessionsstatsenablehide-versionrefreshscope\
        show-descshow-legendsshow-modulesshow-nodeshow-versionsocketstore-requeststore-responsesend-binary\
        send-binary-lfsend-lftcp-requestcontentinspect-delaysessiontcp-responseclient-finclient-hs\
        server-fin
        """
    }
}
