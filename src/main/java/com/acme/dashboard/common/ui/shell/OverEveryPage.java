package com.acme.dashboard.common.ui.shell;

/** A dialog that is not about the page below it: it stays open when another page is shown. */
public interface OverEveryPage {}
