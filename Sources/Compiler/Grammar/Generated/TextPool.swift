// Written by grammar-gen from grammar/. Do not edit: `swift run grammar-gen`.

/// All strings of the tables, one after the other.
package enum TextPool {
    static let count = 1083
    package static var table: StaticString {
        """
        tokena wordtexta word, possibly emptyrestthe rest of the lineconditiona conditionacl-expression\
        a criterion, flags and patternslogformata log-format stringsamplea sample expressionregexa regular expression\
        durationa time (us, ms, s, m, h, d; milliseconds without a unit)duration-sa time (us, ms, s, m, h, d; seconds without a unit)\
        sizea size (k, m, g; bytes without a unit)integeran integercounta numberpositivea number from 1 on\
        porta portweighta weight from 0 to 256statusa status codestatus-liststatus codes and ranges (200,204 or 200-399)\
        methodan HTTP methodheader-namea header's namevariablea variable with its scope (proc, sess, txn, req, res, check)\
        namea nameproxy-namea proxy's nameserver-namea server's nameacl-namean ACL's namedefaults-ref\
        the name of a defaults sectionbackend-refa backend's namepatha file's pathwritten-filenetwork\
        an address, with a mask or a prefix lengthbind-addressaddresses to listen on ([<address>]:<port>[-<last>], or a socket's path)\
        server-addressa server's address and portaddress-ipan addressnumbertable-refa stick table's name\
        server-refbackend-namefrontend-namea frontend's nameuserlist-refa userlist's namefile-mode\
        an octal file modelog-targetwhere to send log linessocket-addressan address or a socket's path\
        percent-0-50a number from 0 to 50certificatethe path of a certificate, or of a directory of them\
        crt-listthe path of a list of certificatesca-filethe path of a file of CA certificatescrl-file\
        the path of a file of revocationsmap-filethe path of a maplua-filethe path of a Lua script\
        error-filethe path of a file that holds a whole answerfollowed-filethe path of a file that is read while running\
        status-anycheck-addressan address, with a port where it is another onemaska mask or a prefix length\
        looseloose-countloose-positiveloose-percenta number from 0 to 100loose-1-100a number from 1 to 100\
        loose-1-9a number from 1 to 9loose-8-15a number from 8 to 15loose-16a number from 0 to 16loose-10000\
        a number from 1 to 10000loose-32767a number from 1 to 32767loose-32-bitsa number of 32 bits\
        h2-table-sizea number from 4096 to 65536h2-frame-sizea number from 16384 to 16777215count-64\
        a number from 0 to 64count-100thread-counta number from 1 to 1024thread-count-256a number from 1 to 256\
        thread-count-64a number from 1 to 64group-numbera number from 1 to 32group-number-16a number from 1 to 16\
        group-number-11: there is one grouplevel-0-5a number from 0 to 5level-0-9a number from 0 to 9\
        nice-19a number from -20 to 19duration-65535a time up to 65535 millisecondsduration-1000a time from 1 to 1000 milliseconds\
        duration-positivea time that is not 0size-positivea size that is not 0cpusnumbers and ranges below 1024 (0-3,5)\
        thread-binding'all', 'odd', 'even', a number from 1 to 64 or a range, of groups and, behind a slash, of threads (auto:1/1-4)\
        threads'all', 'odd', 'even', numbers and ranges from 1 to 1024, or such numbers up to 64 behind a group and a slash (1/1-4)\
        thread-rangea number from 1 to 1024, or a rangestatus-rangesstatus codes and ranges from 100 to 599 (+400-410,429)\
        sample-rangesnumbers and ranges out of a size (1-2,5:8)columnscolumns of a stick table with their arguments (gpc0,http_req_rate(10s))\
        variable-conditiona condition of variablesarray-sizedirectorythe path of a directoryuser-name\
        a user's namegroup-namea group's namedh-bitsa number from 1024 onlog-lengtha number from 80 to 65535\
        source-of-serveran address, client, clientip or hdr_ip(<header>)node-namea node's nameresolvers-ref\
        the name of a resolvers sectionproxy-addressan address and a portloose-1024source-addressdispatch-address\
        an address with a porthttp-errors-refthe name of an http-errors sectionpeers-refthe name of a peers section\
        fcgi-app-refthe name of an fcgi-app sectionserver-rangea number of servers, or a range (1-5)\
        mssa number from 1 to 65535, or from -65535 to -1nicea number from -1024 to 1024level-0-2a number from 0 to 2\
        loose-least-minus-1a number from -1 onloose-portsource-rangean address, with a port or a range of ports\
        agent-addressan address without a porttlv-idthe number of a field (0xE1)sample-or-numbera number or a sample expression\
        sample-or-number-of-requestsample-of-servera sample expression in one wordmarka number, decimal or hexadecimal (0x..)\
        sample-of-requestttla number from 1 to 255cache-refthe name of a cache sectionlog-profile-ref\
        the name of a log-profile sectiontime-or-samplea time or a sample expressionhexhexadecimal digits, two for each byte\
        peer-addresspayload-sizea number from 12 to 65535cache-sizea number from 1 to 4095acme-ref\
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
        account-keyThe file with the key of the account.aclA named condition.4.29.3acme-varsVariables for the program that answers challenges.\
        acme.schedulerWhether certificates of ACME sections are renewed without being asked.anonkey\
        The key that makes shown configurations anonymous.appsessionKept a client on its server by a session cookie of the application.\
        stick-table with stick onargsThe values of the message: <name>=<sample>, or a sample.backing-file\
        The file that holds the ring.backlogLength of the queues of connections not accepted yet.Length of the queue of connections not accepted yet.\
        balanceHow a server is chosen.bindAn address to listen on.bind-processRan a proxy in some processes only.\
        the 'process' or 'thread' option of bindbitsThe length of RSA keys.blockRefused requests that met a condition.\
        http-request denybusy-pollingPolls without ever sleeping.ca-baseWhere files of authorities are looked for when their path is relative.\
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
        the option -d of the command linedebug.countersWhether event counters run, in builds that have them.\
        declare captureReserves a slot to which rules can capture a sample.default-bindOptions for all bind lines of the section.\
        default-pathWhat relative paths start from.default-serverOptions that the servers after it start from.\
        Options that the peers after it start from.default_backendThe backend where no use_backend applies.\
        descriptionA text about this instance.A text about the proxy.A text about the ring.deviceatlas-json-file\
        The data of DeviceAtlas.deviceatlas-log-levelHow much DeviceAtlas logs.deviceatlas-properties-cookie\
        The cookie with properties for DeviceAtlas.deviceatlas-separatorWhat separates properties of DeviceAtlas.\
        dgram-bindAn address to receive datagrams on.Where the authority's directory is.disabledThe proxy does not run.\
        The peers are not used.dispatchThe one address to which everything is sent.dns-accept-family\
        Which families of addresses are asked of DNS: auto, or a list of ipv4 and ipv6.dns-delayHow long DNS needs to know a new record.\
        dns-timeoutHow long is waited for DNS to know a new record.docrootThe root of the application's documents.\
        dynamic-cookie-keyThe secret from which cookies for servers are derived.eab-key-idThe ID of the key that binds the account to another one.\
        eab-mac-algThe algorithm of the binding.eab-mac-keyThe key of the binding.email-alert from\
        Sender of mail alerts.email-alert levelThe lowest log level for which a mail alert is sent.\
        email-alert mailersThe mailers section through which alerts are sent.email-alert myhostname\
        The host name used with mailers.email-alert toRecipients of mail alerts.enabledThe proxy runs.\
        The peers are used.error-log-formatThe format of log lines for failed connections.errorfile\
        The answer to an error, from a file.A file with the whole response for a status code.errorfiles\
        Takes answers to errors from an http-errors section.errorlocRedirects to a URL instead of answering with a status code; 302.\
        errorloc302Redirects with 302 instead of answering with a status code.errorloc303Redirects with 303 instead of answering with a status code.\
        eventWhen the message is sent.expose-deprecated-directivesLets deprecated directives be used without a warning.\
        expose-experimental-directivesLets experimental directives be used.external-checkAllows checks by external programs.\
        external-check commandThe program that checks servers.external-check pathPATH for the program that checks servers.\
        fd-hard-limitHow many descriptors the process may have at most.filterAdds a filter to the streams.\
        filter-sequenceThe order in which filters run.force-be-switchLets use_backend choose a backend that is administratively unpublished.\
        force-cfg-parser-pauseHolds the start up while reading the configuration; for developers.force-persist\
        Keeps to a cookie's server even where it is down.formatThe format of the lines in the ring.\
        fullconnAt how many streams dynamic limits are full.gidThe group to run as, by number.grace\
        How long listeners stay open once the process is told to stop.hard-stop-afterKept a proxy alive for a while when stopping.\
        groupThe group to run as.A group of users.groupsGroups that rules can send.guidA name that stays the same when the proxy is renamed.\
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
        Where log lines about peers go.Where log lines about the agents go.log-formatThe format of log lines.\
        log-format-sdStructured data of RFC 5424 lines.log-send-hostnamePuts the host's name into log lines.\
        log-stderrWhere what the application reports goes.log-stepsAt which steps of a stream a log line is written.\
        log-tagThe program's name in log lines.The program's name in the lines.lua-loadLoads a Lua script, with arguments.\
        lua-load-per-threadLoads a Lua script into each thread, with arguments.lua-prepend-pathWhere Lua looks for modules first.\
        mailerA mail server.mapThe map with tokens of challenges.master-workerRuns as a master that watches over the worker.\
        max-ageHow long a response is kept at most, in seconds.max-frame-sizeHow many bytes a frame may have.\
        max-keep-alive-queueQueue length above which a kept-alive client may change the server.max-object-size\
        The longest response that is stored, in bytes.max-secondary-entriesHow many variants of one response are stored.\
        max-session-srv-connsIdle server connections that one client connection may keep.max-spread-checks\
        The longest time over which checks are spread at start.max-threads-per-groupHow many threads a group has at most.\
        max-waiting-framesHow many frames may wait; ignored since 3.1.maxcompcpuusageAbove which load nothing is compressed any more.\
        maxcomprateHow many kilobytes a second are compressed at most.maxconnHow many connections the process takes at a time.\
        How many connections the proxy serves at a time.How many connections are served at a time.\
        maxconnrateHow many connections a second are accepted at most.How many connections a second are made; ignored since 3.1.\
        maxerrrateHow many errors a second are borne; ignored since 3.1.maxlenThe longest line.maxpipes\
        How many pipes move data in the kernel at most.maxsessrateHow many sessions a second are made at most.\
        maxsslconnHow many TLS connections the process takes at a time.maxsslrateHow many TLS sessions a second are made at most.\
        maxzlibmemHow much memory zlib may use, in megabytes.messagesMessages that are sent on their events.\
        The messages of the group.modeWhat the proxy speaks.monitor failLets the monitor URI answer 503 where a condition holds.\
        monitor-netAnswered monitors of a network at once.http-request return with an ACL over src\
        monitor-uriA URI that is answered at once, to be watched.mworker-max-reloadsHow many reloads a worker may outlive.\
        nameserverA DNS server.nbprocRan several processes.nbthreadHow many threads serve.no-memory-trimming\
        Keeps memory that is free instead of giving it back.no-quicOpened no QUIC listeners.tune.quic.listen\
        nodeThe node's name.noepollDoes not use epoll.noevportsDoes not use event ports.nogetaddrinfo\
        Does not resolve names by getaddrinfo.nokqueueDoes not use kqueue.noktlsDoes not use TLS in the kernel.\
        nopollDoes not use poll.noreuseportDoes not share ports between sockets.nospliceDoes not move data in the kernel.\
        numa-cpu-mappingBinds to the CPUs of one NUMA node.ocsp-update.disableTurns the refreshing of OCSP responses off.\
        ocsp-update.httpproxyThe HTTP proxy through which OCSP responses are fetched.ocsp-update.maxdelay\
        The longest time between two refreshes of an OCSP response, in seconds.ocsp-update.mindelay\
        The shortest time between two refreshes of an OCSP response, in seconds.ocsp-update.modeWhether OCSP responses are refreshed where a certificate does not say: on or off.\
        onWhat is logged at a step.option abortoncloseGives up requests whose client has gone while they wait.\
        option accept-invalid-http-requestLets requests pass that break the rules of HTTP.option accept-unsafe-violations-in-http-request\
        option accept-invalid-http-responseLets responses pass that break the rules of HTTP.option accept-unsafe-violations-in-http-response\
        option allbackupsUses all backup servers at a time instead of the first.option assume-rfc6587-ntf\
        Takes every line as one that ends in a newline.option asyncAnswers may come out of order; ignored since 3.1.\
        option checkcacheRefuses responses that set a cookie and may be cached.option clitcpkaTCP keep-alive towards clients.\
        option continue-on-errorGoes on with the other events after an error.option contstatsCounts bytes while a stream runs, not only at its end.\
        option disable-h2-upgradeNo upgrade from HTTP/1 to HTTP/2 by its preface.option dont-parse-log\
        Forwards lines as they are.option dontlog-normalLogs only what went wrong.No log lines where all went well.\
        option dontlognullDoes not log connections on which nothing was sent.option external-check\
        Checks servers with a program.option force-set-varLets agents set variables that the configuration does not know.\
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
        Checks servers with a PostgreSQL login.option pipeliningSends frames without waiting for answers.\
        option prefer-last-serverStays on the last server of a kept-alive client where possible.option redis-check\
        Checks servers with a Redis PING.option redispatchLets a retry go to another server.option send-frag-payload\
        Sends long messages in pieces; ignored since 3.1.option set-on-errorThe variable for the code of an error.\
        option set-process-timeThe variable for the time of one event.option set-total-timeThe variable for the time of all events of a stream.\
        option smtpchkChecks servers with an SMTP greeting.option socket-statsStatistics for each listening socket.\
        option splice-autoLets the kernel move data between sockets where it seems worth it.option splice-request\
        Lets the kernel move request data between sockets.option splice-responseLets the kernel move response data between sockets.\
        option spop-checkChecks servers with an SPOP greeting.option srvtcpkaTCP keep-alive towards servers.\
        option ssl-hello-chkChecks servers with an SSL 3 client hello.option start-on-reloadWhether a reload starts the program again.\
        option tcp-checkChecks servers by tcp-check rules.option tcp-smart-acceptDelays the acknowledgement of a client's first data.\
        option tcp-smart-connectSends the first data with the acknowledgement of a server's connection.\
        option tcpkaTCP keep-alive on both sides.option tcplogLogs sessions in TCP's format.option tcpsplice\
        The old name of 'option splice-auto'.option transparentConnects to the address that the client connected to.\
        sourceoption use-small-buffersKeeps waiting requests in small buffers.option var-prefixWhat the names of the agent's variables begin with.\
        parse-resolv-confTakes the DNS servers of the system.pass-headerA request header that is passed on though it is not by default.\
        path-infoWhat splits a path into script and path info.peerA peer: its name, and where it is.\
        persist rdp-cookieKeeps RDP clients on their server by cookie.pidfileThe file with the number of the process.\
        pp2-never-send-localSends addresses in the PROXY protocol for local connections too.prealloc-fd\
        Reserves the table of descriptors at start.presetenvSets an environment variable that is not set.\
        process-varyWhether responses with Vary are stored.profileThe authority's profile that is asked for.\
        profiling.memoryWhether memory is profiled, in builds that can.profiling.tasksWhether tasks are profiled.\
        provider-nameThe DNS provider's name.quic-initialA rule for the first packet of a QUIC connection.\
        quietPrints nothing at start.rate-limit sessionsNew sessions accepted a second.redirectRedirects to another place.\
        redispatchThe old name of 'option redispatch'.register-var-namesVariables that the agents set.\
        reqaddAdded a header line to requests.http-request add-headerreqallowLet requests pass that matched a regular expression.\
        http-request allowreqdelDeleted header lines of requests.http-request del-headerreqdenyRefused requests by a regular expression.\
        reqiallowLet requests pass that matched a regular expression, ignoring case.reqidelDeleted header lines of requests, ignoring case.\
        reqidenyRefused requests by a regular expression, ignoring case.reqipassLeft header lines of requests alone, ignoring case.\
        reqirepReplaced text in header lines of requests, ignoring case.http-request replace-header, or replace-path\
        reqitarpitTarpitted requests by a regular expression, ignoring case.http-request tarpitreqpass\
        Left header lines of requests alone.reqrepReplaced text in header lines of requests.reqsetbe\
        Chose a backend by a regular expression.use_backendreqtarpitTarpitted requests by a regular expression.\
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
        timeout helloHow long an agent may take to greet; ignored since 3.1.timeout http-keep-alive\
        How long a connection waits for the next request.timeout http-requestHow long a request's head may take.\
        timeout idleHow long a connection may be idle; ignored since 3.1.timeout processingHow long an event may take.\
        timeout queueHow long a stream may wait for a server with room.How long a server may be silent.\
        timeout server-finHow long a half-closed server may be silent.timeout tarpitHow long a tarpit holds.\
        timeout tunnelHow long a tunnel may be silent.total-max-sizeThe size of the cache, in megabytes.\
        traceSets tracing up; for developers.Sets tracing of a source up.transparenttune.applet.zero-copy-forwarding\
        Whether applets pass data on without copying.tune.buffers.limitHow many buffers a thread may have.\
        tune.buffers.reserveHow many buffers a thread keeps in reserve.tune.bufsizeSize of the buffers.\
        tune.bufsize.largeThe size of large buffers.tune.bufsize.smallThe size of small buffers.tune.chksize\
        The size of the buffers of health checks.tune.cli.max-payload-sizeHow long the payload of a command may be.\
        tune.comp.maxlevelThe highest level of compression.tune.defaults.purgeForgets defaults sections once the configuration is read.\
        tune.disable-fast-forwardPasses all data through the analysers, for finding faults.tune.disable-zero-copy-forwarding\
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
        unix-bindPrefix, owner and mode of unix sockets.unsetenvRemoves environment variables.use-backend\
        The backend with the agents.use-fcgi-appThe FastCGI application that the servers run.use-server\
        The server, where a condition holds.The backend, where a condition holds.userThe user to run as.\
        A user with a password and groups.warn-blocked-traffic-afterAfter which time without progress a thread is reported.\
        wurfl-cache-sizeHow many results of WURFL are remembered.wurfl-data-fileThe data of WURFL.\
        wurfl-information-listThe properties that WURFL gives.wurfl-information-list-separatorWhat separates properties of WURFL.\
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
        ocsp-updateWhether the OCSP response of the certificate is refreshed.prefer-client-ciphers\
        Follows the client's order of ciphers.processThe processes that the socket belongs to.thread\
        protoThe protocol of its connections.quic-cc-algoQUIC's congestion control.quic-force-retry\
        Makes every QUIC client prove its address.quic-socketWhether QUIC connections get sockets of their own.\
        severity-outputCommand socket: how severities are shown.How many sockets share the address: a number, by-thread or by-group.\
        sigalgsSignature algorithms.sslAccepts TLS.ssl-max-verThe highest version of TLS.ssl-min-ver\
        The lowest version of TLS.strict-sniRefuses clients whose name no certificate has.tcp-md5sig\
        Signs TCP segments with a password.tcp-ssKeeps clients' SYN packets to be looked at.tcp-ut\
        How long sent data may stay unacknowledged.tfoTCP fast open.The threads that serve the socket.\
        tls-ticket-keysKeys of TLS tickets.tls-ticketsTLS tickets.Binds an address that is not the machine's.\
        The user ID of a unix socket.Owner of a unix socket.v4v6Takes IPv4 on an IPv6 socket too.v6only\
        Takes IPv6 only.verifyWhether client certificates are asked for.addrWhere checks go, when not to the server's address.\
        5.2agent-addrThe address of the agent.agent-checkAsks an agent for the server's state.agent-inter\
        Time between two agent checks.agent-portThe agent's port.agent-sendWhat is sent to the agent first.\
        Sends early data over TLS 1.3.backupServes only when no other server is up.Authorities that the server's certificate is verified with.\
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
        Records a sample for the log, in a slot that is declared.closeCloses the connection to the server.\
        del-aclDeletes an entry of an ACL.del-headerDeletes headers of a name.del-headers-binDeletes the headers of a binary list.\
        del-mapDeletes an entry of a map.denyRefuses the message.dgram-dropDrops the packet silently.\
        disable-l7-retryDoes not send this request again when it fails.do-logWrites a log line at once.\
        do-resolveResolves a name and puts the address into a variable.early-hintSends a 103 response with a header.\
        expect-netscaler-cipexpect-proxylua.An action that a Lua script registers.normalize-uriBrings the URI into a normal form.\
        pauseWaits before the rules go on.Answers with a redirection.rejectCloses the connection without an answer.\
        replace-headerReplaces text in headers, whole values.replace-pathReplaces text in the path.\
        replace-pathqReplaces text in the path with its query.replace-uriReplaces text in the URI.\
        replace-valueReplaces text in headers, value by value between commas.returnAnswers at once.\
        sc-add-gpcAdds to a general-purpose counter of a tracked key.sc-inc-gpcCounts a general-purpose counter of a tracked key up.\
        sc-inc-gpc0Counts the first general-purpose counter of a tracked key up.sc-inc-gpc1Counts the second general-purpose counter of a tracked key up.\
        sc-set-gptSets a general-purpose tag of a tracked key.sc-set-gpt0Sets the first general-purpose tag of a tracked key.\
        send-retryAsks a QUIC client to prove its address.send-spoe-groupSends a group of messages to an SPOE agent.\
        set-bandwidth-limitTurns a bandwidth limit on for the stream.set-bc-markMarks packets of the server's connection.\
        set-bc-tosSets the TOS of the server's connection.set-dstSets the destination address.set-dst-port\
        Sets the destination port.set-fc-markMarks packets of the client's connection.set-fc-tosSets the TOS of the client's connection.\
        set-headerSets a header, replacing all of that name.set-headers-binSets headers from a binary list.\
        set-log-levelSets the level of the log line.set-mapSets an entry of a map.set-markMarks the packets to the client.\
        The old name of set-fc-mark.set-fc-mark !set-methodSets the method.set-niceSets how urgently the stream is served.\
        set-pathSets the path.set-pathqSets the path with its query.set-priority-classSets the class in which the request queues.\
        set-priority-offsetSets how much time the request gains or loses in the queue.set-querySets the query string.\
        set-retriesSets how often a connection is tried again.set-srcSets the source address.set-src-port\
        Sets the source port.set-statusSets the status code.set-timeoutSets a timeout for this stream.\
        set-tosSets the DSCP field of the packets to the client.The old name of set-fc-tos.set-fc-tos !\
        set-uriSets the whole URI.silent-dropDrops the connection without telling the client.strict-mode\
        Whether a rule that fails ends the request.switch-modeGoes on in HTTP mode.tarpitHolds the request for a while, then refuses it.\
        track-scTracks a key in a stick table.unset-varuse-serviceHands the stream to an internal service.\
        wait-for-bodyWaits for a message's body.wait-for-handshakeWaits for the end of the TLS handshake.\
        accept_dateWhen the connection was accepted.7.3Whether ACLs hold, all of those named.act_conn\
        How many connections the process has.always_falseFalse.always_trueTrue.avg_queueHow long queues are, on average over the servers of a backend.\
        baseHost and path of the request.base32A hash of the host and path of the request.base32+src\
        A hash of the host and path of the request, with the client's address.baseqThe host and path of the request, with its query.\
        bc.timer.connectMilliseconds that the connection to the server took.bc_be_queueHow many requests waited in the backend's queue before this one.\
        bc_dstWhere the connection to the server goes to, before anything changed it.bc_dst_portThe port that the connection to the server goes to, before anything changed it.\
        bc_errThe error of the connection to the server, as a number.bc_err_nameThe error of the connection to the server, by its name.\
        bc_err_strThe error of the connection to the server, in words.bc_glitchesHow many glitches the connection to the server had.\
        bc_http_majorThe major version of HTTP on the connection to the server.bc_nb_streamsHow many streams the connection to the server carries now.\
        bc_reusedWhether the connection to the server was used before.bc_rttThe round-trip time of the connection to the server.\
        bc_rttvarHow much the round-trip time of the connection to the server varies.bc_setting_streams_limit\
        How many streams the connection to the server may carry at a time.bc_settings_streams_limit\
        bc_srcWhere the connection to the server comes from, before anything changed it.bc_src_port\
        The port that the connection to the server comes from, before anything changed it.bc_srv_queue\
        How many requests waited in the server's queue before this one.be_connHow many connections a backend has.\
        be_conn_freeHow many connections the servers of a backend can still take.be_connect_timeout\
        The backend's connect timeout, in milliseconds.be_idThe number of the backend.be_nameThe backend's name.\
        be_queue_timeoutThe backend's queue timeout, in milliseconds.be_server_timeoutThe backend's server timeout, in milliseconds.\
        be_sess_rateNew sessions a second of a backend.be_tarpit_timeoutThe backend's tarpit timeout, in milliseconds.\
        be_tunnel_timeoutThe backend's tunnel timeout, in milliseconds.binA constant of bytes, in hexadecimal.\
        boolA constant: true or false.bs.abortedWhether the server's stream was aborted.bs.debug_str\
        The state of the server's stream, for developers.bs.idThe number of the server's stream in its connection.\
        bs.rst_codeThe code with which the server's stream was reset.bytes_inHow many bytes the client sent.\
        bytes_outHow many bytes the client was sent.capture.req.hdrA captured header of the request, by its number.\
        capture.req.methodThe method of the request, as captured.capture.req.uriThe URI of the request, as captured.\
        capture.req.verThe HTTP version of the request, as captured.capture.res.hdrA captured header of the response, by its number.\
        capture.res.verThe HTTP version of the response, as captured.connslotsHow many connections and queue places a backend still has.\
        cookThe value of a cookie of the request.cook_cntHow often a cookie stands in the request.\
        cook_valThe value of a cookie of the request, as a number.The value of a cookie of the request, else of the response.\
        cpu_callsHow often the stream's task was run.cpu_ns_avgNanoseconds that a run of the stream's task took, on average.\
        cpu_ns_totNanoseconds that all runs of the stream's task took.cpu_usage_grpThe load of the thread group, in percent.\
        cpu_usage_procThe load of the process, in percent.cpu_usage_thrThe load of the thread, in percent.\
        cur_client_timeoutThe client timeout that holds for this stream now, in milliseconds.cur_connect_timeout\
        The connect timeout that holds for this stream now, in milliseconds.cur_queue_timeoutThe queue timeout that holds for this stream now, in milliseconds.\
        cur_server_timeoutThe server timeout that holds for this stream now, in milliseconds.cur_tarpit_timeout\
        The tarpit timeout that holds for this stream now, in milliseconds.cur_tunnel_timeoutThe tunnel timeout that holds for this stream now, in milliseconds.\
        dateThe present time.date_usMicroseconds of the current time, within the second.distcc_body\
        The body of a message of distcc.distcc_paramA parameter of a message of distcc.dstThe address that the client connected to.\
        dst_connHow many connections there are to the address that the client connected to.dst_is_local\
        Whether the address that the client connected to is one of this machine's.dst_portThe port that the client connected to.\
        dump_all_varsAll variables with a prefix, with their values.envAn environment variable, as it was at start.\
        fc.timer.handshakeMilliseconds that handshakes with the client took.fc.timer.totalMilliseconds since the client's connection was accepted.\
        fc_dstWhere the client's connection goes to, before anything changed it.fc_dst_is_localWhether the client's connection goes to an address of this machine.\
        fc_dst_portThe port that the client's connection goes to, before anything changed it.fc_err\
        The error of the client's connection, as a number.fc_err_nameThe error of the client's connection, by its name.\
        fc_err_strThe error of the client's connection, in words.fc_facketsHow many segments of the client's connection were acknowledged out of order.\
        fc_glitchesHow many glitches the client's connection had.fc_http_majorThe major version of HTTP on the client's connection.\
        fc_lostHow many segments of the client's connection are taken for lost.fc_nb_streamsHow many streams the client's connection carries now.\
        fc_pp_authorityThe host name in the PROXY protocol's header.fc_pp_tlvA field of the PROXY protocol's header.\
        fc_pp_unique_idThe unique ID in the PROXY protocol's header.fc_rcvd_proxyWhether the client sent a PROXY protocol header.\
        fc_reorderingHow far segments of the client's connection come out of order.fc_retransHow many segments of the client's connection are being sent again.\
        fc_rttThe round-trip time of the client's connection.fc_rttvarHow much the round-trip time of the client's connection varies.\
        fc_sackedHow many segments of the client's connection were acknowledged selectively.fc_saved_syn\
        The SYN packet of the client's connection, where it was kept.fc_settings_streams_limitHow many streams the client's connection may carry at a time.\
        fc_srcWhere the client's connection comes from, before anything changed it.fc_src_is_local\
        Whether the client's connection comes from an address of this machine.fc_src_portThe port that the client's connection comes from, before anything changed it.\
        fc_unackedHow many segments of the client's connection are not acknowledged.fcgi.docrootThe docroot of the FastCGI application.\
        fcgi.indexThe index of the FastCGI application.fe_client_timeoutThe frontend's client timeout, in milliseconds.\
        fe_connHow many connections a frontend has.fe_defbeThe name of the frontend's default backend.\
        fe_idThe number of the frontend.fe_nameThe frontend's name.fe_req_rateRequests a second of a frontend.\
        fe_sess_rateNew sessions a second of a frontend.fe_tarpit_timeoutThe frontend's tarpit timeout, in milliseconds.\
        fileThe first line of a small file, followed while running.fs.abortedWhether the client's stream was aborted.\
        fs.debug_strThe state of the client's stream, for developers.fs.idThe number of the client's stream in its connection.\
        fs.rst_codeThe code with which the client's stream was reset.hdrValues of a header: of the request in requests, of the response in responses.\
        hdr_cntHow many values a header of the request has, between commas.hdr_ipAn address in a header of the request.\
        hdr_valA value of a header of the request, as a number.hostnameThe name of the machine.http_auth\
        Whether the request's user and password are those of a userlist.http_auth_bearerThe bearer token of the request.\
        http_auth_groupThe group of the request's user, where its password is right.http_auth_pass\
        The password of the request.http_auth_typeThe authentication scheme of the request.http_auth_user\
        The user of the request.http_first_reqWhether the request is the first one of its connection.\
        intA constant number.internal.htx.dataBytes of the message in the buffer; for developers.internal.htx.free\
        Free bytes of the buffer; for developers.internal.htx.free_dataBytes of data that the buffer can still take; for developers.\
        internal.htx.has_eomWhether the message's end is in the buffer; for developers.internal.htx.nbblks\
        Blocks of the message in the buffer; for developers.internal.htx.sizeThe size of the buffer; for developers.\
        internal.htx.usedUsed bytes of the buffer; for developers.internal.htx_blk.dataThe data of a block of the message; for developers.\
        internal.htx_blk.hdrnameThe header name in a block of the message; for developers.internal.htx_blk.hdrval\
        The header value in a block of the message; for developers.internal.htx_blk.sizeThe size of a block of the message; for developers.\
        internal.htx_blk.start_lineThe first line in a block of the message; for developers.internal.htx_blk.type\
        The type of a block of the message; for developers.internal.strm.is_htxWhether the stream carries HTTP messages; for developers.\
        ipv4A constant IPv4 address.ipv6A constant IPv6 address.last_entityWhat last acted on the stream: a rule or a filter.\
        last_rule_fileThe file of the last final rule.last_rule_lineThe line of the last final rule.\
        lat_ns_avgNanoseconds that the stream's task waited to be run, on average.lat_ns_totNanoseconds that the stream's task waited to be run, in all.\
        A fetch that a Lua script registers.methA constant method.The request's method.How many processes there are: one.\
        nbsrvHow many servers of a backend are usable.The path of the request's URI, without the query.\
        pathqThe path of the request, with its query.payloadBytes of the buffer, from an offset on.\
        payload_lvBytes of the buffer whose length stands in front of them.pidThe number of the process.\
        prio_classThe class in which the request queues.prio_offsetHow much time the request gains or loses in the queue.\
        procThe place of the process among several: the first.queryThe query part of the request's URI.\
        queueHow many requests wait in the queues of a backend.quic_enabledWhether QUIC can be used.\
        randA random number.rdp_cookieA cookie of RDP.rdp_cookie_cntHow many RDP cookies there are.\
        rep_ssl_hello_typeThe type of the TLS hello in the response's first bytes.req.bodyThe request's body, as far as it is there.\
        req.body_lenHow much of the request's body is there.req.body_paramA parameter in the request's body of a form.\
        req.body_sizeThe length of the request's body, as announced or as far as it is there.req.bytes_in\
        How many bytes of the request were received.req.bytes_outHow many bytes of the request were sent on.\
        req.cookreq.cook_cntreq.cook_namesThe names of the request's cookies.req.cook_valreq.fhdrWhole values of a request header.\
        req.fhdr_cntHow often a header stands in the request, whole values counted.req.hdrValues of a request header, one per element of its list.\
        req.hdr_cntreq.hdr_ipreq.hdr_namesThe names of the request's headers.req.hdr_valreq.hdrsAll headers of the request, as text.\
        req.hdrs_binAll headers of the request, in a binary list.req.lenHow many bytes of the request are in the buffer.\
        req.payloadBytes of the request, from an offset on.req.payload_lvBytes of the request whose length stands in front of them.\
        req.proto_httpWhether the first bytes look like HTTP.req.rdp_cookiereq.rdp_cookie_cntreq.ssl_alpn\
        The protocols that ALPN offers in the client's hello.req.ssl_cipherlistThe ciphers in the client's hello, as bytes.\
        req.ssl_ec_extWhether the client's hello has the extension for curves.req.ssl_hello_typeThe type of the TLS hello in the request's first bytes.\
        req.ssl_keyshare_groupsThe groups of the key shares in the client's hello, as bytes.req.ssl_sigalgs\
        The signature algorithms in the client's hello, as bytes.req.ssl_sniThe server name in the client's hello.\
        req.ssl_st_extWhether and how the client's hello has the extension for session tickets.req.ssl_supported_groups\
        The groups in the client's hello, as bytes.req.ssl_verThe TLS version in the client's hello.\
        req.timer.hdrMilliseconds until the request's header was complete.req.timer.idleMilliseconds that the connection was idle before the request.\
        req.timer.queueMilliseconds that the request waited in queues.req.timer.tqMilliseconds from the end of the handshake to the complete header of the request.\
        req.verThe request's HTTP version.req_lenreq_proto_httpreq_ssl_hello_typereq_ssl_snireq_ssl_ver\
        req_verrequest_dateWhen the request began.res.bodyThe response's body, as far as it is there.\
        res.body_lenHow much of the response's body is there.res.body_sizeThe length of the response's body, as announced or as far as it is there.\
        res.bytes_inHow many bytes of the response were received.res.bytes_outHow many bytes of the response were sent on.\
        res.cache_hitWhether the response came from a cache.res.cache_nameThe cache that the response came from.\
        res.compWhether the response is compressed here.res.comp_algoWith which algorithm the response is compressed here.\
        res.cookThe value of a cookie of the response.res.cook_cntHow often a cookie stands in the response.\
        res.cook_namesThe names of the response's cookies.res.cook_valThe value of a cookie of the response, as a number.\
        res.fhdrA whole value of a header of the response.res.fhdr_cntHow often a header stands in the response, whole values counted.\
        res.hdrA value of a header of the response, between commas.res.hdr_cntHow many values a header of the response has, between commas.\
        res.hdr_ipAn address in a header of the response.res.hdr_namesThe names of the response's headers.\
        res.hdr_valA value of a header of the response, as a number.res.hdrsAll headers of the response, as text.\
        res.hdrs_binAll headers of the response, in a binary list.res.lenHow many bytes of the response are in the buffer.\
        res.payloadBytes of the response, from an offset on.res.payload_lvBytes of the response whose length stands in front of them.\
        res.ssl_hello_typeres.timer.dataMilliseconds that the response's body took.res.timer.hdrMilliseconds until the response's header was complete.\
        res.verThe response's HTTP version.resp_versc0_bytes_in_rateThe rate of bytes received of the first tracked key.\
        sc0_bytes_out_rateThe rate of bytes sent of the first tracked key.sc0_clr_gpc0Clears the first general purpose counter and gives what it was, of the first tracked key.\
        sc0_clr_gpc1Clears the second general purpose counter and gives what it was, of the first tracked key.\
        sc0_conn_cntHow many connections were made of the first tracked key.sc0_conn_curHow many connections are open of the first tracked key.\
        sc0_conn_rateThe rate of new connections of the first tracked key.sc0_get_gpc0The first general purpose counter of the first tracked key.\
        sc0_get_gpc1The second general purpose counter of the first tracked key.sc0_get_gpt0The first general purpose tag of the first tracked key.\
        sc0_glitch_cntHow many glitches there were of the first tracked key.sc0_glitch_rateThe rate of glitches of the first tracked key.\
        sc0_gpc0_rateThe rate at which the first general purpose counter grows of the first tracked key.\
        sc0_gpc1_rateThe rate at which the second general purpose counter grows of the first tracked key.\
        sc0_http_err_cntHow many errors of clients there were of the first tracked key.sc0_http_err_rate\
        The rate of errors of clients of the first tracked key.sc0_http_fail_cntHow many failures of servers there were of the first tracked key.\
        sc0_http_fail_rateThe rate of failures of servers of the first tracked key.sc0_http_req_cnt\
        How many requests were made of the first tracked key.sc0_http_req_rateThe rate of requests of the first tracked key.\
        sc0_inc_gpc0Counts the first general purpose counter up and gives it, of the first tracked key.\
        sc0_inc_gpc1Counts the second general purpose counter up and gives it, of the first tracked key.\
        sc0_kbytes_inHow many kilobytes were received of the first tracked key.sc0_kbytes_outHow many kilobytes were sent of the first tracked key.\
        sc0_keyThe key that the first counter tracks.sc0_sess_cntHow many sessions were made of the first tracked key.\
        sc0_sess_rateThe rate of new sessions of the first tracked key.sc0_trackedWhether the first counter tracks a key.\
        sc0_trackersHow many streams track the key of the first counter.sc1_bytes_in_rateThe rate of bytes received of the second tracked key.\
        sc1_bytes_out_rateThe rate of bytes sent of the second tracked key.sc1_clr_gpcClears a general purpose counter and gives what it was, of the second tracked key.\
        sc1_clr_gpc0Clears the first general purpose counter and gives what it was, of the second tracked key.\
        sc1_clr_gpc1Clears the second general purpose counter and gives what it was, of the second tracked key.\
        sc1_conn_cntHow many connections were made of the second tracked key.sc1_conn_curHow many connections are open of the second tracked key.\
        sc1_conn_rateThe rate of new connections of the second tracked key.sc1_get_gpc0The first general purpose counter of the second tracked key.\
        sc1_get_gpc1The second general purpose counter of the second tracked key.sc1_get_gpt0The first general purpose tag of the second tracked key.\
        sc1_glitch_cntHow many glitches there were of the second tracked key.sc1_glitch_rateThe rate of glitches of the second tracked key.\
        sc1_gpc0_rateThe rate at which the first general purpose counter grows of the second tracked key.\
        sc1_gpc1_rateThe rate at which the second general purpose counter grows of the second tracked key.\
        sc1_http_err_cntHow many errors of clients there were of the second tracked key.sc1_http_err_rate\
        The rate of errors of clients of the second tracked key.sc1_http_fail_cntHow many failures of servers there were of the second tracked key.\
        sc1_http_fail_rateThe rate of failures of servers of the second tracked key.sc1_http_req_cnt\
        How many requests were made of the second tracked key.sc1_http_req_rateThe rate of requests of the second tracked key.\
        sc1_inc_gpc0Counts the first general purpose counter up and gives it, of the second tracked key.\
        sc1_inc_gpc1Counts the second general purpose counter up and gives it, of the second tracked key.\
        sc1_kbytes_inHow many kilobytes were received of the second tracked key.sc1_kbytes_outHow many kilobytes were sent of the second tracked key.\
        sc1_keyThe key that the second counter tracks.sc1_sess_cntHow many sessions were made of the second tracked key.\
        sc1_sess_rateThe rate of new sessions of the second tracked key.sc1_trackedWhether the second counter tracks a key.\
        sc1_trackersHow many streams track the key of the second counter.sc2_bytes_in_rateThe rate of bytes received of the third tracked key.\
        sc2_bytes_out_rateThe rate of bytes sent of the third tracked key.sc2_clr_gpc0Clears the first general purpose counter and gives what it was, of the third tracked key.\
        sc2_clr_gpc1Clears the second general purpose counter and gives what it was, of the third tracked key.\
        sc2_conn_cntHow many connections were made of the third tracked key.sc2_conn_curHow many connections are open of the third tracked key.\
        sc2_conn_rateThe rate of new connections of the third tracked key.sc2_get_gpc0The first general purpose counter of the third tracked key.\
        sc2_get_gpc1The second general purpose counter of the third tracked key.sc2_get_gpt0The first general purpose tag of the third tracked key.\
        sc2_glitch_cntHow many glitches there were of the third tracked key.sc2_glitch_rateThe rate of glitches of the third tracked key.\
        sc2_gpc0_rateThe rate at which the first general purpose counter grows of the third tracked key.\
        sc2_gpc1_rateThe rate at which the second general purpose counter grows of the third tracked key.\
        sc2_http_err_cntHow many errors of clients there were of the third tracked key.sc2_http_err_rate\
        The rate of errors of clients of the third tracked key.sc2_http_fail_cntHow many failures of servers there were of the third tracked key.\
        sc2_http_fail_rateThe rate of failures of servers of the third tracked key.sc2_http_req_cnt\
        How many requests were made of the third tracked key.sc2_http_req_rateThe rate of requests of the third tracked key.\
        sc2_inc_gpc0Counts the first general purpose counter up and gives it, of the third tracked key.\
        sc2_inc_gpc1Counts the second general purpose counter up and gives it, of the third tracked key.\
        sc2_kbytes_inHow many kilobytes were received of the third tracked key.sc2_kbytes_outHow many kilobytes were sent of the third tracked key.\
        sc2_keyThe key that the third counter tracks.sc2_sess_cntHow many sessions were made of the third tracked key.\
        sc2_sess_rateThe rate of new sessions of the third tracked key.sc2_trackedWhether the third counter tracks a key.\
        sc2_trackersHow many streams track the key of the third counter.sc_bytes_in_rateThe rate of bytes received of the tracked key.\
        sc_bytes_out_rateThe rate of bytes sent of the tracked key.sc_clr_gpcClears a general purpose counter and gives what it was, of the tracked key.\
        sc_clr_gpc0Clears the first general purpose counter and gives what it was, of the tracked key.\
        sc_clr_gpc1Clears the second general purpose counter and gives what it was, of the tracked key.\
        sc_conn_cntHow many connections were made of the tracked key.sc_conn_curHow many connections are open of the tracked key.\
        sc_conn_rateThe rate of new connections of the tracked key.sc_get_gpcA general purpose counter of the tracked key.\
        sc_get_gpc0The first general purpose counter of the tracked key.sc_get_gpc1The second general purpose counter of the tracked key.\
        sc_get_gptA general purpose tag of the tracked key.sc_get_gpt0The first general purpose tag of the tracked key.\
        sc_glitch_cntHow many glitches there were of the tracked key.sc_glitch_rateThe rate of glitches of the tracked key.\
        sc_gpc0_rateThe rate at which the first general purpose counter grows of the tracked key.sc_gpc1_rate\
        The rate at which the second general purpose counter grows of the tracked key.sc_gpc_rateThe rate at which a general purpose counter grows of the tracked key.\
        sc_http_err_cntHow many errors of clients there were of the tracked key.sc_http_err_rateThe rate of errors of clients of the tracked key.\
        sc_http_fail_cntHow many failures of servers there were of the tracked key.sc_http_fail_rate\
        The rate of failures of servers of the tracked key.sc_http_req_cntHow many requests were made of the tracked key.\
        sc_http_req_rateThe rate of requests of the tracked key.sc_inc_gpcCounts a general purpose counter up and gives it, of the tracked key.\
        sc_inc_gpc0Counts the first general purpose counter up and gives it, of the tracked key.sc_inc_gpc1\
        Counts the second general purpose counter up and gives it, of the tracked key.sc_kbytes_in\
        How many kilobytes were received of the tracked key.sc_kbytes_outHow many kilobytes were sent of the tracked key.\
        sc_keyThe key that the counter tracks.sc_sess_cntHow many sessions were made of the tracked key.\
        sc_sess_rateThe rate of new sessions of the tracked key.sc_trackedWhether the counter tracks a key.\
        sc_trackersHow many streams track the key of the counter.scookscook_cntscook_valserver_status\
        The status code that the server sent.shdrshdr_cntshdr_ipshdr_valso_idThe number of the listening socket.\
        so_nameThe name of the listening socket.spoe.engine-idThe ID of the SPOE engine.srcThe client's address.\
        src_bytes_in_rateThe rate of bytes received of the client's address in a stick table.src_bytes_out_rate\
        The rate of bytes sent of the client's address in a stick table.src_clr_gpcClears a general purpose counter and gives what it was, of the client's address in a stick table.\
        src_clr_gpc0Clears the first general purpose counter and gives what it was, of the client's address in a stick table.\
        src_clr_gpc1Clears the second general purpose counter and gives what it was, of the client's address in a stick table.\
        src_conn_cntHow many connections were made of the client's address in a stick table.src_conn_cur\
        How many connections are open of the client's address in a stick table.src_conn_rateThe rate of new connections of the client's address in a stick table.\
        src_get_gpcA general purpose counter of the client's address in a stick table.src_get_gpc0\
        The first general purpose counter of the client's address in a stick table.src_get_gpc1The second general purpose counter of the client's address in a stick table.\
        src_get_gptA general purpose tag of the client's address in a stick table.src_get_gpt0The first general purpose tag of the client's address in a stick table.\
        src_glitch_cntHow many glitches there were of the client's address in a stick table.src_glitch_rate\
        The rate of glitches of the client's address in a stick table.src_gpc0_rateThe rate at which the first general purpose counter grows of the client's address in a stick table.\
        src_gpc1_rateThe rate at which the second general purpose counter grows of the client's address in a stick table.\
        src_gpc_rateThe rate at which a general purpose counter grows of the client's address in a stick table.\
        src_http_err_cntHow many errors of clients there were of the client's address in a stick table.\
        src_http_err_rateThe rate of errors of clients of the client's address in a stick table.src_http_fail_cnt\
        How many failures of servers there were of the client's address in a stick table.src_http_fail_rate\
        The rate of failures of servers of the client's address in a stick table.src_http_req_cntHow many requests were made of the client's address in a stick table.\
        src_http_req_rateThe rate of requests of the client's address in a stick table.src_inc_gpc\
        Counts a general purpose counter up and gives it, of the client's address in a stick table.\
        src_inc_gpc0Counts the first general purpose counter up and gives it, of the client's address in a stick table.\
        src_inc_gpc1Counts the second general purpose counter up and gives it, of the client's address in a stick table.\
        src_is_localWhether the client's address is one of this machine's.src_kbytes_inHow many kilobytes were received of the client's address in a stick table.\
        src_kbytes_outHow many kilobytes were sent of the client's address in a stick table.src_port\
        The client's port.src_sess_cntHow many sessions were made of the client's address in a stick table.\
        src_sess_rateThe rate of new sessions of the client's address in a stick table.src_updt_conn_cnt\
        Counts a connection of the client's address in a stick table and gives the count.srv_connHow many connections a server has.\
        srv_conn_freeHow many connections a server can still take.srv_idThe number of the server that answers.\
        srv_is_upWhether a server is up.srv_iweightThe weight that a server began with.srv_nameThe server's name.\
        srv_queueHow many requests wait for a server.srv_sess_rateNew sessions a second of a server.\
        srv_uweightThe weight of a server, as configured or set.srv_weightThe weight of a server in balancing.\
        ssl_bcWhether the connection is over TLS.ssl_bc_alg_keysizeThe key length of the cipher of the TLS connection to the server, in bits.\
        ssl_bc_alpnThe protocol that ALPN chose on the TLS connection to the server.ssl_bc_cipherThe cipher of the TLS connection to the server.\
        ssl_bc_client_early_traffic_secretA secret of TLS 1.3, for key logs: the client's early data on the TLS connection to the server.\
        ssl_bc_client_handshake_traffic_secretA secret of TLS 1.3, for key logs: the client's handshake on the TLS connection to the server.\
        ssl_bc_client_randomThe client's random bytes of the TLS connection to the server.ssl_bc_client_traffic_secret_0\
        A secret of TLS 1.3, for key logs: the client's data on the TLS connection to the server.ssl_bc_curve\
        The curve of the key exchange of the TLS connection to the server.ssl_bc_early_exporter_secret\
        A secret of TLS 1.3, for key logs: the early exporter of the TLS connection to the server.\
        ssl_bc_errThe error of the TLS connection to the server, as a number.ssl_bc_err_strThe error of the TLS connection to the server, in words.\
        ssl_bc_exporter_secretA secret of TLS 1.3, for key logs: the exporter of the TLS connection to the server.\
        ssl_bc_is_resumedWhether the TLS connection to the server resumed a session.ssl_bc_npnThe protocol that NPN chose on the TLS connection to the server.\
        ssl_bc_protocolThe TLS version of the TLS connection to the server.ssl_bc_server_handshake_traffic_secret\
        A secret of TLS 1.3, for key logs: the server's handshake on the TLS connection to the server.\
        ssl_bc_server_randomThe server's random bytes of the TLS connection to the server.ssl_bc_server_traffic_secret_0\
        A secret of TLS 1.3, for key logs: the server's data on the TLS connection to the server.ssl_bc_session_id\
        The session ID of the TLS connection to the server.ssl_bc_session_keyThe master secret of the TLS connection to the server.\
        ssl_bc_sniThe server name that the TLS connection to the server asks for.ssl_bc_unique_idThe unique ID of the TLS connection to the server, for channel binding.\
        ssl_bc_use_keysizeHow many bits of the key the TLS connection to the server uses.ssl_c_ca_err\
        The first error in the chain of the client's certificate, as a number.ssl_c_ca_err_depthAt which depth of the chain the first error is.\
        ssl_c_chain_derThe chain of the client's certificate, in DER.ssl_c_derThe client's certificate, in DER.\
        ssl_c_errThe first error of the client's certificate itself, as a number.ssl_c_i_dnThe issuer of the client's certificate, or a part of its name.\
        ssl_c_key_algThe key algorithm of the client's certificate.ssl_c_notafterWhen the client's certificate stops being valid.\
        ssl_c_notbeforeWhen the client's certificate begins to be valid.ssl_c_r_dnThe root authority of the client's certificate, or a part of its name.\
        ssl_c_s_dnThe subject of the client's certificate, or a part of its name.ssl_c_sanThe alternative names in the client's certificate.\
        ssl_c_serialThe serial number of the client's certificate.ssl_c_sha1The SHA-1 fingerprint of the client's certificate.\
        ssl_c_sig_algThe signature algorithm of the client's certificate.ssl_c_usedWhether the client showed a certificate on this connection or in the session that it resumed.\
        ssl_c_verifyWhat verifying the client's certificate gave, as a number.ssl_c_versionThe version of the client's certificate.\
        ssl_f_derThe certificate shown to the client, in DER.ssl_f_i_dnThe issuer of the certificate shown to the client, or a part of its name.\
        ssl_f_key_algThe key algorithm of the certificate shown to the client.ssl_f_notafterWhen the certificate shown to the client stops being valid.\
        ssl_f_notbeforeWhen the certificate shown to the client begins to be valid.ssl_f_s_dnThe subject of the certificate shown to the client, or a part of its name.\
        ssl_f_serialThe serial number of the certificate shown to the client.ssl_f_sha1The SHA-1 fingerprint of the certificate shown to the client.\
        ssl_f_sig_algThe signature algorithm of the certificate shown to the client.ssl_f_versionThe version of the certificate shown to the client.\
        ssl_fcssl_fc_alg_keysizeThe key length of the cipher of the client's TLS connection, in bits.\
        ssl_fc_alpnThe protocol that ALPN chose on the client's TLS connection.ssl_fc_cipherThe cipher of the client's TLS connection.\
        ssl_fc_cipherlist_binThe ciphers that the client offers, as bytes.ssl_fc_cipherlist_hexThe ciphers that the client offers, in hexadecimal.\
        ssl_fc_cipherlist_strThe ciphers that the client offers, by their names.ssl_fc_cipherlist_xxh\
        A hash of the ciphers that the client offers.ssl_fc_client_early_traffic_secretA secret of TLS 1.3, for key logs: the client's early data on the client's TLS connection.\
        ssl_fc_client_handshake_traffic_secretA secret of TLS 1.3, for key logs: the client's handshake on the client's TLS connection.\
        ssl_fc_client_randomThe client's random bytes of the client's TLS connection.ssl_fc_client_traffic_secret_0\
        A secret of TLS 1.3, for key logs: the client's data on the client's TLS connection.ssl_fc_crtname\
        The name of the certificate that was shown to the client.ssl_fc_curveThe curve of the key exchange of the client's TLS connection.\
        ssl_fc_early_exporter_secretA secret of TLS 1.3, for key logs: the early exporter of the client's TLS connection.\
        ssl_fc_early_rcvdWhether the client sent early data.ssl_fc_ecformats_binThe point formats that the client offers, as bytes.\
        ssl_fc_eclist_binThe curves that the client offers, as bytes.ssl_fc_errThe error of the client's TLS connection, as a number.\
        ssl_fc_err_strThe error of the client's TLS connection, in words.ssl_fc_exporter_secretA secret of TLS 1.3, for key logs: the exporter of the client's TLS connection.\
        ssl_fc_extlist_binThe extensions in the client's hello, as bytes.ssl_fc_has_crtWhether the client showed a certificate on this connection.\
        ssl_fc_has_earlyWhether early data came and the handshake is not complete.ssl_fc_has_sniWhether the client asked for a server name.\
        ssl_fc_is_resumedWhether the client's TLS connection resumed a session.ssl_fc_npnThe protocol that NPN chose on the client's TLS connection.\
        ssl_fc_protocolThe TLS version of the client's TLS connection.ssl_fc_protocol_hello_idThe TLS version in the client's hello, as a number.\
        ssl_fc_server_handshake_traffic_secretA secret of TLS 1.3, for key logs: the server's handshake on the client's TLS connection.\
        ssl_fc_server_randomThe server's random bytes of the client's TLS connection.ssl_fc_server_traffic_secret_0\
        A secret of TLS 1.3, for key logs: the server's data on the client's TLS connection.ssl_fc_session_id\
        The session ID of the client's TLS connection.ssl_fc_session_keyThe master secret of the client's TLS connection.\
        ssl_fc_sigalgs_binThe signature algorithms that the client offers, as bytes.ssl_fc_sniThe server name that the client's TLS connection asks for.\
        ssl_fc_supported_versions_binThe TLS versions that the client offers, as bytes.ssl_fc_unique_id\
        The unique ID of the client's TLS connection, for channel binding.ssl_fc_use_keysizeHow many bits of the key the client's TLS connection uses.\
        ssl_ocsp_certidThe OCSP ID of the certificate whose response is refreshed.ssl_ocsp_certname\
        The path of the certificate whose OCSP response is refreshed.ssl_ocsp_fail_cntHow often refreshing the OCSP response failed.\
        ssl_ocsp_statusWhat refreshing the OCSP response gave, as a number.ssl_ocsp_status_strWhat refreshing the OCSP response gave, in words.\
        ssl_ocsp_success_cntHow often refreshing the OCSP response succeeded.ssl_s_chain_derThe chain of the server's certificate, in DER.\
        ssl_s_derThe server's certificate, in DER.ssl_s_i_dnThe issuer of the server's certificate, or a part of its name.\
        ssl_s_key_algThe key algorithm of the server's certificate.ssl_s_notafterWhen the server's certificate stops being valid.\
        ssl_s_notbeforeWhen the server's certificate begins to be valid.ssl_s_s_dnThe subject of the server's certificate, or a part of its name.\
        ssl_s_serialThe serial number of the server's certificate.ssl_s_sha1The SHA-1 fingerprint of the server's certificate.\
        ssl_s_sig_algThe signature algorithm of the server's certificate.ssl_s_versionThe version of the server's certificate.\
        The response's status code.stoppingWhether the process is being stopped.strA constant string.\
        table_avlHow many entries a stick table can still take.table_cntHow many entries a stick table has.\
        term_eventsWhat ended the connections and the stream, in the order of time.tgroupThe number of the thread group.\
        The number of the thread.txn.conn_retriesHow often the connection to a server was tried again.\
        txn.id32A number of the transaction.txn.redispatchedWhether the request went to another server when one failed.\
        txn.sess_term_stateHow the stream ended: two letters, as in logs.txn.statusThe status code that the client is sent.\
        txn.timer.totalMilliseconds that the request and its response took.txn.timer.userMilliseconds that the client saw the request take.\
        unique-idThe unique ID of the request.uptimeMilliseconds since the process started.urlThe request's target as sent.\
        url32A hash of the host and the URI of the request.url32+srcA hash of the host and the URI of the request, with the client's address.\
        url_ipThe address in the URI of the request.url_paramA parameter of the query.url_portThe port in the URI of the request.\
        urlpurlp_valA parameter of the query, as a number.uuidA new UUID.varThe value of a variable.\
        wait_endTrue at the end of the inspection; until then it waits.waiting_entityWhat the stream waited for when it ended: a rule or a filter.\
        addAdds a number.7.3.1add_itemAdds an item to a list, behind a separator.aes_cbc_decDecrypts by AES-CBC.\
        aes_cbc_encEncrypts by AES-CBC.aes_gcm_decDecrypts by AES-GCM.aes_gcm_encEncrypts by AES-GCM.\
        andThe bitwise AND with a number.b64decDecodes base64.base2Writes bytes in binary digits.base64\
        Encodes in base64.be2decWrites big-endian pieces in decimal.be2hexWrites big-endian pieces in hexadecimal.\
        True unless it is 0.bytesSome of the bytes, from an offset on.capture-reqCaptures it among the request's, and gives it on.\
        capture-resCaptures it among the response's, and gives it on.concatAdds text and variables behind it.\
        cplThe bitwise complement.crc32A CRC-32 hash.crc32cA CRC-32C hash.cut_crlfWhat stands before the end of the first line.\
        The current time, with an offset.Prints it, and gives it on; for developers.digestA hash by a named algorithm.\
        divDivides by a number.djb2A DJB2 hash.eth.dataWhat an Ethernet frame carries.eth.dstThe destination in an Ethernet frame.\
        eth.hdrThe header of an Ethernet frame.eth.protoThe protocol in an Ethernet frame.eth.srcThe source in an Ethernet frame.\
        eth.vlanThe VLAN in an Ethernet frame.evenTrue if it is even.fe_existsTrue if there is a frontend of this name.\
        fieldFields between separators.fix_is_validTrue for a well-formed FIX message.fix_tag_value\
        The value of a tag of a FIX message.Writes bytes in hexadecimal.hex2iReads a hexadecimal number.\
        hmacA keyed hash by a named algorithm.host_onlyA Host header without its port.htonlThe number as four bytes, big-endian.\
        http_dateWrites a time as HTTP does.iifOne of two strings, for true and false.in_tableTrue if the key is in a stick table.\
        ip.dataWhat an IP packet carries.ip.dfThe flag of an IP packet that forbids fragments.ip.dst\
        The destination in an IP packet.ip.fpA fingerprint of an IP packet with TCP.ip.hdrThe header of an IP packet.\
        ip.protoThe protocol in an IP packet.ip.srcThe source in an IP packet.ip.tosThe type of service in an IP packet.\
        ip.ttlThe time to live in an IP packet.ip.verThe version of an IP packet.ipmaskThe address with a mask laid over it.\
        jsonEscapes text for JSON.json_queryA value in JSON, by its path.jwt_decrypt_certDecrypts a token with the key of a certificate.\
        jwt_decrypt_jwkDecrypts a token with a JSON web key.jwt_decrypt_secretDecrypts a token with a secret.\
        jwt_header_queryA value in the header of a token.jwt_payload_queryA value in the payload of a token.\
        jwt_verifyWhether the signature of a token is right.jwt_verify_certWhether the signature of a token is right, by a certificate.\
        languageThe best of some languages for an Accept-Language header.le2decWrites little-endian pieces in decimal.\
        lengthThe length.lowerWrites in lower case.ltimeWrites a time as local time in a format.ltrim\
        Takes characters off the front.A converter that a Lua script registers.Looks it up in a map: the entry that is equal to it.\
        map_begLooks it up in a map: the entry that it begins with.map_beg_intLooks it up in a map: the entry that it begins with, as a number.\
        map_beg_ipLooks it up in a map: the entry that it begins with, as an address.map_beg_keyLooks it up in a map: the entry that it begins with: its key.\
        map_dirLooks it up in a map: the entry that is one of its parts between slashes.map_dir_int\
        Looks it up in a map: the entry that is one of its parts between slashes, as a number.map_dir_ip\
        Looks it up in a map: the entry that is one of its parts between slashes, as an address.map_dir_key\
        Looks it up in a map: the entry that is one of its parts between slashes: its key.map_domLooks it up in a map: the entry that is one of its parts between dots.\
        map_dom_intLooks it up in a map: the entry that is one of its parts between dots, as a number.\
        map_dom_ipLooks it up in a map: the entry that is one of its parts between dots, as an address.\
        map_dom_keyLooks it up in a map: the entry that is one of its parts between dots: its key.\
        map_endLooks it up in a map: the entry that it ends in.map_end_intLooks it up in a map: the entry that it ends in, as a number.\
        map_end_ipLooks it up in a map: the entry that it ends in, as an address.map_end_keyLooks it up in a map: the entry that it ends in: its key.\
        map_intLooks it up in a map: the entry of its number or range.map_int_intLooks it up in a map: the entry of its number or range, as a number.\
        map_int_ipLooks it up in a map: the entry of its number or range, as an address.map_int_key\
        Looks it up in a map: the entry of its number or range: its key.map_ipLooks it up in a map: the entry of its network.\
        map_ip_intLooks it up in a map: the entry of its network, as a number.map_ip_ipLooks it up in a map: the entry of its network, as an address.\
        map_ip_keyLooks it up in a map: the entry of its network: its key.map_regLooks it up in a map: the entry whose regular expression matches it.\
        map_reg_intLooks it up in a map: the entry whose regular expression matches it, as a number.\
        map_reg_ipLooks it up in a map: the entry whose regular expression matches it, as an address.\
        map_reg_keyLooks it up in a map: the entry whose regular expression matches it: its key.map_regm\
        Looks it up in a map: the entry whose regular expression matches it, with what its groups matched put in.\
        map_strmap_str_intLooks it up in a map: the entry that is equal to it, as a number.map_str_ip\
        Looks it up in a map: the entry that is equal to it, as an address.map_str_keyLooks it up in a map: the entry that is equal to it: its key.\
        map_subLooks it up in a map: the entry that it holds.map_sub_intLooks it up in a map: the entry that it holds, as a number.\
        map_sub_ipLooks it up in a map: the entry that it holds, as an address.map_sub_keyLooks it up in a map: the entry that it holds: its key.\
        modWhat is left of a division by a number.mqtt_field_valueA field of an MQTT message.mqtt_is_valid\
        True for a well-formed MQTT message.ms_ltimeWrites a time in milliseconds as local time in a format.\
        ms_utimeWrites a time in milliseconds as universal time in a format.mulMultiplies by a number.\
        How many servers of the named backend are up.negThe number with the other sign.notTrue if it is false.\
        oddTrue if it is odd.orThe bitwise OR with a number.paramA parameter in text that is written like a query.\
        port_onlyThe port of a Host header.protobufA field of a Protocol Buffers message.regsubReplaces what a regular expression matches.\
        reverseThe characters in reverse order.reverse_domThe parts of a domain in reverse order.rfc7239_field\
        A field of a Forwarded header.rfc7239_is_validTrue for a well-formed Forwarded header.rfc7239_n2nn\
        The name or address in a node of a Forwarded header.rfc7239_n2npThe port in a node of a Forwarded header.\
        rfc7239_nnrfc7239_nprtrimTakes characters off the end.sdbmAn SDBM hash.secure_memcmpCompares with a variable, in a time that tells nothing.\
        Sets a variable to it, and gives it on.sha1A SHA-1 hash.sha2A SHA-2 hash.Whether the named server is up.\
        How many requests wait for the named server.strcmpCompares with a variable: less, equal or more.\
        subSubtracts a number.table_bytes_in_rateLooks the key up in a stick table: the rate of bytes received.\
        table_bytes_out_rateLooks the key up in a stick table: the rate of bytes sent.table_clr_gpc\
        Clears a general purpose counter and gives what it was, of the key in a stick table.table_clr_gpc0\
        Clears the first general purpose counter and gives what it was, of the key in a stick table.\
        table_clr_gpc1Clears the second general purpose counter and gives what it was, of the key in a stick table.\
        table_conn_cntLooks the key up in a stick table: how many connections were made.table_conn_cur\
        Looks the key up in a stick table: how many connections are open.table_conn_rateLooks the key up in a stick table: the rate of new connections.\
        table_expireLooks the key up in a stick table: how long the key's entry is kept yet.table_glitch_cnt\
        Looks the key up in a stick table: how many glitches there were.table_glitch_rateLooks the key up in a stick table: the rate of glitches.\
        table_gpcLooks the key up in a stick table: a general purpose counter.table_gpc0Looks the key up in a stick table: the first general purpose counter.\
        table_gpc0_rateLooks the key up in a stick table: the rate at which the first general purpose counter grows.\
        table_gpc1Looks the key up in a stick table: the second general purpose counter.table_gpc1_rate\
        Looks the key up in a stick table: the rate at which the second general purpose counter grows.\
        table_gpc_rateLooks the key up in a stick table: the rate at which a general purpose counter grows.\
        table_gptLooks the key up in a stick table: a general purpose tag.table_gpt0Looks the key up in a stick table: the first general purpose tag.\
        table_http_err_cntLooks the key up in a stick table: how many errors of clients there were.\
        table_http_err_rateLooks the key up in a stick table: the rate of errors of clients.table_http_fail_cnt\
        Looks the key up in a stick table: how many failures of servers there were.table_http_fail_rate\
        Looks the key up in a stick table: the rate of failures of servers.table_http_req_cntLooks the key up in a stick table: how many requests were made.\
        table_http_req_rateLooks the key up in a stick table: the rate of requests.table_idleLooks the key up in a stick table: how long the key's entry was not used.\
        table_inc_gpcCounts a general purpose counter up and gives it, of the key in a stick table.\
        table_inc_gpc0Counts the first general purpose counter up and gives it, of the key in a stick table.\
        table_inc_gpc1Counts the second general purpose counter up and gives it, of the key in a stick table.\
        table_kbytes_inLooks the key up in a stick table: how many kilobytes were received.table_kbytes_out\
        Looks the key up in a stick table: how many kilobytes were sent.table_server_idLooks the key up in a stick table: the number of the server that the key is stuck to.\
        table_sess_cntLooks the key up in a stick table: how many sessions were made.table_sess_rate\
        Looks the key up in a stick table: the rate of new sessions.table_trackersLooks the key up in a stick table: how many streams track it.\
        tcp.dstThe destination port in a TCP segment.tcp.flagsThe flags of a TCP segment.tcp.options.mss\
        The segment size among the options of a TCP segment.tcp.options.sackWhether a TCP segment allows selective acknowledgements.\
        tcp.options.tsoptWhether a TCP segment has timestamps.tcp.options.tsvalThe timestamp of a TCP segment.\
        tcp.options.wscaleThe window scale of a TCP segment.tcp.options.wsoptWhether a TCP segment has a window scale.\
        tcp.options_listThe kinds of options of a TCP segment, in order.tcp.seqThe sequence number of a TCP segment.\
        tcp.srcThe source port in a TCP segment.tcp.winThe window in a TCP segment.ub64decDecodes base64 for URLs.\
        ub64encEncodes in base64 for URLs.ungrpcA field of a gRPC message.Deletes a variable, and gives the value on.\
        upperWrites in upper case.url_decDecodes the escapes of a URL.url_encEscapes for a URL.us_ltime\
        Writes a time in microseconds as local time in a format.us_utimeWrites a time in microseconds as universal time in a format.\
        utimeWrites a time as universal time in a format.whenGives it on only when a condition holds.\
        wordA word between separators, empty ones not counted.wt6A WT6 hash.x509_v_err_strThe name of an error in verifying a certificate.\
        xorThe bitwise exclusive OR with a number.xxh3A hash of 64 bits by XXH3.xxh32A hash of 32 bits by XXH32.\
        xxh64A hash of 64 bits by XXH64.Compares 'base' by -m str.7.1base_begCompares 'base' by -m beg.\
        base_dirCompares 'base' by -m dir.base_domCompares 'base' by -m dom.base_endCompares 'base' by -m end.\
        base_lenCompares 'base' by -m len.base_regCompares 'base' by -m reg.base_subCompares 'base' by -m sub.\
        Compares 'req.cook' by -m str.cook_begCompares 'req.cook' by -m beg.cook_dirCompares 'req.cook' by -m dir.\
        cook_domCompares 'req.cook' by -m dom.cook_endCompares 'req.cook' by -m end.cook_lenCompares 'req.cook' by -m len.\
        cook_regCompares 'req.cook' by -m reg.cook_subCompares 'req.cook' by -m sub.Compares 'req.hdr' by -m str.\
        hdr_begCompares 'req.hdr' by -m beg.hdr_dirCompares 'req.hdr' by -m dir.hdr_domCompares 'req.hdr' by -m dom.\
        hdr_endCompares 'req.hdr' by -m end.hdr_lenCompares 'req.hdr' by -m len.hdr_regCompares 'req.hdr' by -m reg.\
        hdr_subCompares 'req.hdr' by -m sub.Compares 'http_auth_group' by -m str.Compares 'method' by -m str.\
        Compares 'path' by -m str.path_begCompares 'path' by -m beg.path_dirCompares 'path' by -m dir.\
        path_domCompares 'path' by -m dom.path_endCompares 'path' by -m end.path_lenCompares 'path' by -m len.\
        path_regCompares 'path' by -m reg.path_subCompares 'path' by -m sub.Compares 'req.payload' by -m bin.\
        Compares 'req.payload_lv' by -m bin.Compares 'req.ssl_ver' by -m int.req_rdp_cookieCompares 'req.rdp_cookie' by -m str.\
        req_rdp_cookie_cntCompares 'req.rdp_cookie_cnt' by -m int.Compares 'req.ssl_sni' by -m str.\
        Compares 'req.ver' by -m str.Compares 'res.ver' by -m str.Compares 'res.cook' by -m str.scook_beg\
        Compares 'res.cook' by -m beg.scook_dirCompares 'res.cook' by -m dir.scook_domCompares 'res.cook' by -m dom.\
        scook_endCompares 'res.cook' by -m end.scook_lenCompares 'res.cook' by -m len.scook_regCompares 'res.cook' by -m reg.\
        scook_subCompares 'res.cook' by -m sub.Compares 'res.hdr' by -m str.shdr_begCompares 'res.hdr' by -m beg.\
        shdr_dirCompares 'res.hdr' by -m dir.shdr_domCompares 'res.hdr' by -m dom.shdr_endCompares 'res.hdr' by -m end.\
        shdr_lenCompares 'res.hdr' by -m len.shdr_regCompares 'res.hdr' by -m reg.shdr_subCompares 'res.hdr' by -m sub.\
        ssl_fc_sni_endCompares 'ssl_fc_sni' by -m end.ssl_fc_sni_regCompares 'ssl_fc_sni' by -m reg.\
        Compares 'url' by -m str.url_begCompares 'url' by -m beg.url_dirCompares 'url' by -m dir.url_dom\
        Compares 'url' by -m dom.url_endCompares 'url' by -m end.url_lenCompares 'url' by -m len.url_reg\
        Compares 'url' by -m reg.url_subCompares 'url' by -m sub.Compares 'urlp' by -m str.urlp_beg\
        Compares 'urlp' by -m beg.urlp_dirCompares 'urlp' by -m dir.urlp_domCompares 'urlp' by -m dom.\
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
        spoeAsks agents about streams.Prints what passes; for developers.HAPROXY_HTTPS_LOG_FMTThe format that 'option httpslog' stands for.\
        2.3%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc %ac/%fc/%bc/%sc/%rc %sq/%bq %hr %hs %{+Q}r %[fc_err]/%[ssl_fc_err,hex]/%[ssl_c_err]/%[ssl_c_ca_err]/%[ssl_fc_is_resumed] %[ssl_fc_sni]/%sslv/%sslc\
        HAPROXY_HTTP_CLF_LOG_FMTThe format that 'option httplog clf' stands for.%{+Q}o %{-Q}ci - - [%trg] %r %ST %B \"\" \"\" %cp %ms %ft %b %s %TR %Tw %Tc %Tr %Ta %tsc %ac %fc %bc %sc %rc %sq %bq %CC %CS %hrl %hsl\
        HAPROXY_HTTP_LOG_FMTThe format that 'option httplog' stands for.%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %CC %CS %tsc %ac/%fc/%bc/%sc/%rc %sq/%bq %hr %hs %{+Q}r\
        HAPROXY_KEYLOG_BC_LOG_FMTThe secrets of the server's TLS connection in the form of key logs, on one line here.\
        CLIENT_RANDOM %[ssl_bc_client_random,hex] %[ssl_bc_session_key,hex] CLIENT_EARLY_TRAFFIC_SECRET %[ssl_bc_client_random,hex] %[ssl_bc_client_early_traffic_secret] CLIENT_HANDSHAKE_TRAFFIC_SECRET %[ssl_bc_client_random,hex] %[ssl_bc_client_handshake_traffic_secret] SERVER_HANDSHAKE_TRAFFIC_SECRET %[ssl_bc_client_random,hex] %[ssl_bc_server_handshake_traffic_secret] CLIENT_TRAFFIC_SECRET_0 %[ssl_bc_client_random,hex] %[ssl_bc_client_traffic_secret_0] SERVER_TRAFFIC_SECRET_0 %[ssl_bc_client_random,hex] %[ssl_bc_server_traffic_secret_0] EXPORTER_SECRET %[ssl_bc_client_random,hex] %[ssl_bc_exporter_secret] EARLY_EXPORTER_SECRET %[ssl_bc_client_random,hex] %[ssl_bc_early_exporter_secret]\
        HAPROXY_KEYLOG_FC_LOG_FMTThe secrets of the client's TLS connection in the form of key logs, on one line here.\
        CLIENT_RANDOM %[ssl_fc_client_random,hex] %[ssl_fc_session_key,hex] CLIENT_EARLY_TRAFFIC_SECRET %[ssl_fc_client_random,hex] %[ssl_fc_client_early_traffic_secret] CLIENT_HANDSHAKE_TRAFFIC_SECRET %[ssl_fc_client_random,hex] %[ssl_fc_client_handshake_traffic_secret] SERVER_HANDSHAKE_TRAFFIC_SECRET %[ssl_fc_client_random,hex] %[ssl_fc_server_handshake_traffic_secret] CLIENT_TRAFFIC_SECRET_0 %[ssl_fc_client_random,hex] %[ssl_fc_client_traffic_secret_0] SERVER_TRAFFIC_SECRET_0 %[ssl_fc_client_random,hex] %[ssl_fc_server_traffic_secret_0] EXPORTER_SECRET %[ssl_fc_client_random,hex] %[ssl_fc_exporter_secret] EARLY_EXPORTER_SECRET %[ssl_fc_client_random,hex] %[ssl_fc_early_exporter_secret]\
        HAPROXY_TCP_CLF_LOG_FMTThe format that 'option tcplog clf' stands for.%{+Q}o %{-Q}ci - - [%T] \"TCP \" 000 %B \"\" \"\" %cp %ms %ft %b %s %Th %Tw %Tc %Tt %U %ts-- %ac %fc %bc %sc %rc %sq %bq \"\" \"\"\
        HAPROXY_TCP_LOG_FMTThe format that 'option tcplog' stands for.%ci:%cp [%t] %ft %b/%s %Tw/%Tc/%Tt %B %ts %ac/%fc/%bc/%sc/%rc %sq/%bq\
        A service written in Lua.prometheus-exporterGives statistics in the format of Prometheus.bytes_in_cnt\
        Bytes received from clients.11.1bytes_in_rateHow fast bytes are received from clients.bytes_out_cnt\
        Bytes sent to clients.bytes_out_rateHow fast bytes are sent to clients.conn_cntConnections that were made.\
        conn_curConnections at a time.conn_rateHow fast connections are made.glitch_cntGlitches of connections.\
        glitch_rateHow often connections have glitches.gpcCounters for any use.gpc0A counter for any use.\
        gpc0_rateHow fast gpc0 grows.gpc1A second counter for any use.gpc1_rateHow fast gpc1 grows.\
        gpc_rateHow fast counters for any use grow.gptTags for any use.gpt0A tag for any use.http_err_cnt\
        Errors of clients.http_err_rateHow often clients err.http_fail_cntFailures of servers.http_fail_rate\
        How often servers fail.http_req_cntHTTP requests.http_req_rateHow fast HTTP requests come.\
        server_idThe server that was chosen, by number.server_keyThe server that was chosen, by name or address.\
        sess_cntSessions that were made.sess_rateHow fast sessions are made.defaultSets an option back to its default.\
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
        req.len gt 0TRUEStands for 'always_true'.WAIT_ENDStands for 'wait_end'.ifemptyThe new value is empty.\
        ifexistsThe variable exists already.ifgtThe variable is greater than the new value.ifltThe variable is less than the new value.\
        ifnotemptyThe new value is not empty.ifnotexistsThe variable does not exist yet.ifnotsetThe variable is not set.\
        ifsetThe variable is set.spoe-agentHow HAProxy talks to agents, and which messages it sends.\
        spoe-groupMessages that a rule sends together.spoe-messageSomething to be sent: when, and with which values.\
        fromautoidentitygzipdeflateraw-deflaterequestresponsebothrewriteinsertprefixindirectnocache\
        postonlypreservehttponlysecuredynamicdomainmaxidlemaxlifeattrper-groupper-coreper-threadper-ccx\
        noneperformancegroup-by-ccxgroup-by-2-ccxgroup-by-3-ccxgroup-by-4-ccxgroup-by-clustergroup-by-2-clusters\
        group-by-3-clustersgroup-by-4-clustersefficiencyresourcefirst-usable-nodethreads-per-core1\
        resetdrop-cpuonly-cpudrop-nodeonly-nodedrop-clusteronly-clusterdrop-coreonly-coredrop-thread\
        only-threadorigincurrentconfigparentemergalertcriterrwarningnoticeinfo200400401403404405407\
        408410413414421422425429431500501502503504on-client-sessionon-server-sessionon-frontend-tcp-request\
        on-backend-tcp-requeston-tcp-responseon-frontend-http-requeston-backend-http-requeston-http-response\
        preserve-envrfc3164rfc5424isorawshortprioritytimedlocalusersalwaysmap-basedconsistentavalanche\
        nxrefusedvalidobsoleteothervia-socks4lingerh1h2fcgispopquicqmuxcommentmin-recvok-statusL4OK\
        L6OKL7OKL7OKCerror-statusL4CONL6RSPL7RSPL7STStout-statusL4TOUTL6TOUTL7TOUTon-successstatus-code\
        !rstatusstringrstring!status!rstatus!string!rstringcustomname-lfvaluevalue-lffhdrstring-lf\
        !hdr!fhdr!string-lfuri-lfverbodybody-lfcontent-typedefault-errorfileslf-filelf-stringnever\
        safeaggressiverequiredkeyocspissuersctljwtdomainsipsgenerate-dummyaliasstdoutstderrlocal0local1\
        local2local3local4local5local6local7kernmailsysloglprnewsuucpcronauth2ftpntpauditcron2connect\
        http-reqhttp-reshttp-after-restcp-req-conntcp-req-sesstcp-req-conttcp-res-contcpathno-exit-on-failure\
        tcphttphatermdropsdhosthost-exprbyby-exprby_portby_port-exprforfor-exprfor_portfor_port-expr\
        exceptheaderif-nonereplacefillkeepappenddeleteclfpre-41post-41post-80l7-retrieslockno-lock\
        memoryno-memorylocationschemecode301302303307308drop-querykeep-queryappend-slashignore-empty\
        set-cookieset-cookie-fmtclear-cookieconn-failureempty-responsejunk-responseresponse-timeout\
        0rtt-rejectedall-retryable-errorscap_net_rawcap_net_admincap_net_bind_servicecap_sys_admin\
        clientclientipSSLv3TLSv1.0TLSv1.1TLSv1.2TLSv1.3algooptionalbundlebinaryexpirebrates-factor\
        nopurgerecv-onlysrvkeystorewrite-torbinarybinary-lf!binary!rbinary!binary-lfresolveretryhup\
        rdhuprq-loadignoreminconnectionstreamfullby-processby-threadby-groupfairnormalpre-3.1-bugio\
        osmathutf8packagedefault-onforce-offlistenerrestrictedtcp-checkhttpchkssl-hello-chksmtpchk\
        pgsql-checkredis-checkmysql-checkldap-checkspop-checkpasswordinsecure-passwordlistenersoperator\
        adminid32addr-portlastlibcfully-upupdownfully-downoctet-countlegacylayer4layer7fail-checksudden-death\
        mark-downshutdown-sessionsshutdown-backup-sessionscert-cncert-keycert-sigssl-cipherauthority\
        allow-dup-ipignore-weightprevent-dup-iprealmdeny_statusfragment-encodefragment-strippath-merge-slashes\
        path-strip-dotpath-strip-dotdotpercent-decode-unreservedstrictpercent-to-uppercasequery-sort-by-name\
        limitperiodsilentreasontunnelrst-ttltimeat-leastuse-large-bufferuse_domain_onlydepthwholepath-only\
        check_postdefault-limitdefault-periodmin-sizeenginerandom-parsingrandom-forwardinghexdumpmax-fwd\
        propertycharacterignoredexprvariablesoldalgorithmaddressoptionkindconditionssecretarguments\
        directionmimeidlelifeattributepolicyset1set2set3set4set5set6set7set8set9set10curvestatefamilies\
        sectioncondfilterstofactorfunctionwhatactionprotocolsprotocolleastpassedfailedtimed-outformat1\
        format2matchpatternname-methodvalue-methodformat3urilfversionbodylfcodesfamilylistupdatedummy\
        targetfacilityminlevelstepstagsecondspercentratemegabytesstepexpressionsecondintervalhello\
        namesrangecapabilitiessettingmostalgorithmssetproxydataeventslibrariesownerappmagicerrorspassphrase\
        methodsreactionoptionsnetworksheaderscookie-formatcounterwhichservicetext2text3text4text5text6\
        text7text8text9text10text11text12number2convertersdrawsparameterdirectivebind-optionserver-option\
        fetchconverteracl-wordmatch-methodacl-flaglog-aliaslog-flagpredicateenvironmentcheck-option\
        table-columnpseudo-variablemodifiercondition-wordaddress-prefixboolean-wordnumber-set-word\
        variable-scopepredefined-aclspoe-sectionalgo-reqalgo-resminsize-reqminsize-resoffloadtype-req\
        type-resdeclareemail-alertmyhostnamehttp-checkdisable-on-404expectsendsend-statemonitorfail\
        abortoncloseaccept-invalid-http-requestaccept-invalid-http-responseaccept-unsafe-violations-in-http-request\
        accept-unsafe-violations-in-http-responseallbackupsassume-rfc6587-ntfasynccheckcacheclitcpka\
        continue-on-errorcontstatsdisable-h2-upgradedont-parse-logdontlog-normaldontlognullforce-set-var\
        forcecloseforwardedforwardforget-valuesh1-case-adjust-bogus-clienth1-case-adjust-bogus-server\
        http-buffer-requesthttp-drop-request-trailershttp-drop-response-trailershttp-ignore-probes\
        http-keep-alivehttp-no-delayhttp-pretend-keepalivehttp-restrict-req-hdr-nameshttp-server-close\
        http-tunnelhttp-use-htxhttp-use-proxy-headerhttp_proxyhttpclosehttploghttpslogidle-close-on-response\
        independent-streamskeep-connlog-health-checkslog-separate-errorslogasapmax-reqsmpxs-connsnolinger\
        originaltopersistpipeliningprefer-last-serversend-frag-payloadset-on-errorset-process-time\
        set-total-timesocket-statssplice-autosplice-requestsplice-responsesrvtcpkastart-on-reloadtcp-smart-accept\
        tcp-smart-connecttcpkatcplogtcpspliceuse-small-buffersvar-prefixrate-limitsessionsstatsenable\
        hide-versionrefreshscopeshow-descshow-legendsshow-modulesshow-nodeshow-versionsocketstore-request\
        store-responsesend-binarysend-binary-lfsend-lftcp-requestcontentinspect-delaysessiontcp-response\
        client-finclient-hsprocessingserver-fin
        """
    }
}
