package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A server's certificate that no authority has signed, made by the JDK's keytool.
 *
 * @param file in PEM, for the server and for those who trust it
 * @param keyFile the private key in PEM, for the server alone
 */
record SelfSignedCertificate(Path file, Path keyFile) {

    private static final String PASSWORD = "of-a-test";

    /** Makes one for a host's name or IPv4 address; the files' names begin with that path. */
    static SelfSignedCertificate of(String host, Path path)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = Path.of(path + ".p12");
        var kind = Character.isDigit(host.charAt(0)) ? "ip:" : "dns:";
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=" + kind + host,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        var made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var certificate = Files.writeString(
                Path.of(path + ".crt"),
                pem("CERTIFICATE", made.getCertificate("server").getEncoded()));
        // PostgreSQL takes no key that others may read.
        var key = Files.createFile(
                Path.of(path + ".key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                pem("PRIVATE KEY", made.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        return new SelfSignedCertificate(certificate, key);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(
                        what, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content));
    }
}
