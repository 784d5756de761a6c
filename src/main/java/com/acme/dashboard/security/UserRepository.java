package com.acme.dashboard.security;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface UserRepository extends ListCrudRepository<User, UUID> {

    @Query("select * from users where lower(email) = lower(:email)")
    List<User> findByEmailIgnoringCase(String email);
}
