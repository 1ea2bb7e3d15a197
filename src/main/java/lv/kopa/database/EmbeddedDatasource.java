package lv.kopa.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.configuration.jdbc.hikari.DatasourceFactory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Starts the embedded server for a data source whose address is {@code jdbc:mariadb:embedded}, and ends it after the pool. */
@Singleton
final class EmbeddedDatasource
        implements BeanCreatedEventListener<DatasourceConfiguration>,
                BeanDestroyedEventListener<DatasourceFactory>,
                Closeable {
    private static final String MARKER = "jdbc:mariadb:embedded";

    private final Path folder;
    private volatile @Nullable EmbeddedMariaDb server;

    EmbeddedDatasource(@Value("${kopa.data}") Path folder) {
        this.folder = folder;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        if (MARKER.equals(configuration.getConfiguredUrl())) {
            EmbeddedMariaDb started = EmbeddedMariaDb.startIn(folder);
            server = started;
            configuration.setJdbcUrl(started.url("kopa"));
            configuration.setUsername(started.username());
            configuration.setPassword(started.password());
        }
        return configuration;
    }

    @Override
    public void onDestroyed(BeanDestroyedEvent<DatasourceFactory> event) {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server, also of a program that did not get as far as having a pool. */
    @Override
    public void close() throws IOException {
        EmbeddedMariaDb started = server;
        if (started != null) {
            started.close();
        }
    }
}
