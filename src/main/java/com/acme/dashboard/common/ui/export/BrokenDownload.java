package com.acme.dashboard.common.ui.export;

import org.apache.coyote.BadRequestException;

/**
 * Ends a download whose file is not whole, so that it does not look so: the web server cuts the connection. It is of the
 * kind that the web server does so for without logging it as an error of its own; whoever throws it has said why. Of a
 * kind that tells of a client that has gone, Spring would make an ordinary end of the file.
 */
public final class BrokenDownload extends BadRequestException {

    private static final long serialVersionUID = 1L;

    /** The message is for a log alone. */
    public BrokenDownload(String message) {
        super(message);
    }
}
