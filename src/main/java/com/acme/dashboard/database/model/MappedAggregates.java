package com.acme.dashboard.database.model;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.util.ClassUtils;

/** Finds the mapped classes on the class path, from a directory as well as from the executable jar, without Spring's start. */
public final class MappedAggregates {

    private static final String HOME = "com.acme.dashboard";

    private MappedAggregates() {}

    /** Every class of the application that says {@code @Table}, in the order of their names. */
    public static List<Class<?>> find() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent();
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Table.class, false));
        return load(scanner.findCandidateComponents(HOME).stream()
                .map(definition -> definition.getBeanClassName())
                .sorted()
                .toList());
    }

    private static List<Class<?>> load(Collection<String> names) {
        return names.stream()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, MappedAggregates.class.getClassLoader()))
                .toList();
    }
}
