package dev.npanel.ssl.key;

/** The keys that can be made. */
public enum KeyType {
    /** ECDSA on P-256: what is made when nothing else is asked for. */
    EC256,
    RSA2048,
    RSA3072,
    RSA4096
}
