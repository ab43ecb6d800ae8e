// The parts of OpenSSL that read files: certificates, keys, revocations, DH parameters, OCSP responses. No connection is made with it.
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
