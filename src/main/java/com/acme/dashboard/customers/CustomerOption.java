package com.acme.dashboard.customers;

import java.util.UUID;

/** A customer to choose: what a combo box, a row or a chip shows; no image is an empty URL. */
public record CustomerOption(UUID id, String name, String email, String imageUrl) {}
