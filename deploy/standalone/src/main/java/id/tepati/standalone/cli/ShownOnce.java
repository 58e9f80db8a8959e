package id.tepati.standalone.cli;

import id.tepati.access.secret.Secret;

/** Shows a secret: alone on the output, so that a script can take it, and on the other what is to be known of it. */
final class ShownOnce {
    private ShownOnce() {}

    static int show(Secret secret, String what) {
        System.out.println(secret.text());
        System.err.println(what + " It is shown this once and kept nowhere: put it now where it is used.");
        return Exit.OK;
    }
}
