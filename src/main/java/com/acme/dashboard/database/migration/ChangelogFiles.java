package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.MigrationFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import liquibase.resource.URIResource;

/**
 * The changelog as it was built into the class path. Unlike Liquibase's own accessor it asks the class loader and
 * nobody else, so it reads the same files under the same paths from a directory, a jar and a jar inside a jar.
 */
final class ChangelogFiles extends AbstractResourceAccessor {

    private final ClassLoader classLoader;

    ChangelogFiles(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        var url = classLoader.getResource(path);
        if (url == null) {
            return List.of();
        }
        try {
            return List.of(new ClassPathResource(path, url.toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("Unreadable place of " + path, e);
        }
    }

    @Override
    public List<Resource> search(String path, ResourceAccessor.SearchOptions options) {
        return List.of();
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the class path");
    }

    /** Holds nothing open. */
    @Override
    public void close() {}

    private final class ClassPathResource extends URIResource {

        ClassPathResource(String path, URI uri) {
            super(path, uri);
        }

        /** By path: the URI of a file inside a jar has no siblings. */
        @Override
        public Resource resolveSibling(String other) {
            try {
                return getExisting(resolveSiblingPath(other));
            } catch (IOException e) {
                throw new MigrationFailed("The changelog names a file that is not there: " + other, e);
            }
        }
    }
}
