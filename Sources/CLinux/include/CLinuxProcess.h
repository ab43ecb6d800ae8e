// What the master and the worker's control thread need of processes, memory files and descriptors. Each shim says why it is here.
#ifndef CLINUX_PROCESS_H
#define CLINUX_PROCESS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/types.h>

// signalfd, prlimit, pidfd_open and pipe2 are declared only for _GNU_SOURCE (or not at all before glibc 2.36), which the
// importer does not set. Results: 0 or a descriptor, or a negated errno.
int baton_signalfd(const int *signals, int count);
int baton_pidfd_open(pid_t pid);
int baton_pipe(int ends[2]);
int baton_limit(pid_t pid, int resource, uint64_t value);
// sched_getaffinity and its CPU_COUNT macro, the same. Answers the number of processors the process may use, at least 1.
int baton_processors(void);
// Raises the soft descriptor limit to the hard one. Answers the limit in force.
uint64_t baton_raise_descriptor_limit(void);

// The CMSG_* macros are not imported. One SOCK_SEQPACKET message with up to BATON_MESSAGE_DESCRIPTORS descriptors.
// Linux takes at most 253 a message (SCM_MAX_FD); fewer keep a message small.
#define BATON_MESSAGE_DESCRIPTORS 64
// Answers the bytes sent, or a negated errno.
ssize_t baton_send_message(int fd, const void *bytes, size_t count, const int *descriptors, int descriptorCount);
// Answers the bytes received (0: the other end is gone), or a negated errno. Descriptors come close-on-exec; `*truncated` is set when
// bytes or descriptors did not fit, and then the descriptors that did are closed.
ssize_t baton_receive_message(int fd, void *bytes, size_t capacity, int *descriptors, int *descriptorCount, int *truncated);

// struct sock_filter and its macros are not imported. Drops new SYNs of a listening TCP socket while handshakes under way go on.
int baton_refuse_new_handshakes(int fd);
int baton_allow_new_handshakes(int fd);

// prctl is variadic. The signal that the kernel sends this process when its parent's thread ends, and the process's name.
int baton_signal_at_parent_death(int signal);
void baton_process_name(const char *name);

// The result of posix_spawn with a clean signal mask and default dispositions, `descriptors[i]` becoming descriptor i of the child
// (-1: /dev/null), and nothing else inherited (everything here is close-on-exec). posix_spawn_file_actions_addclosefrom_np and the
// sigset_t macros are what Swift cannot write. `arguments` ends with NULL. Answers the process, or a negated errno.
pid_t baton_spawn(const char *path, char *const arguments[], const int *descriptors, int count, int ownGroup);

// <malloc.h> is not part of the Glibc module. Freed memory up to `bytes` at the heap's end stays with the process.
void baton_keep_freed_memory(int bytes);

// Blocks from `bytes` on get a mapping of their own, so that growing one moves pages instead of bytes (mallopt is in malloc.h, which the
// Glibc module leaves out).
void baton_map_large_blocks(int bytes);

#endif
