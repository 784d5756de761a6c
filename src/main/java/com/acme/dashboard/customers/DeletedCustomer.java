package com.acme.dashboard.customers;

/** A customer who has just been deleted: all that {@link CustomerService#restore} needs to bring them back with their id. */
public record DeletedCustomer(Customer customer) {}
