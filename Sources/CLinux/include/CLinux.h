// What the kernel offers and Swift's Glibc module cannot see. Each shim says why it is here.
// Never define _GNU_SOURCE or include <emmintrin.h> here: either breaks the Glibc module.
#ifndef CLINUX_H
#define CLINUX_H

// The headers that the Glibc module leaves out.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/types.h>

#include "CLinuxProcess.h"

// accept4 is behind _GNU_SOURCE, which the importer does not set.
int baton_accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);

// EPOLLEXCLUSIVE and EPOLLET are unsigned enum constants above INT_MAX, which the importer drops.
static const unsigned int baton_epoll_edge_triggered = 1u << 31;
static const unsigned int baton_epoll_exclusive = 1u << 28;

#endif
