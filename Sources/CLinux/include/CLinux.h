// What the kernel offers and Swift's Glibc module cannot see. Each shim says why it is here.
// Never define _GNU_SOURCE or include <emmintrin.h> here: either breaks the Glibc module.
#ifndef CLINUX_H
#define CLINUX_H

// The headers that the Glibc module leaves out.
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/types.h>

// accept4 is behind _GNU_SOURCE, which the importer does not set.
int baton_accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);

#endif
