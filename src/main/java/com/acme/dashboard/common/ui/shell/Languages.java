package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the texts of each {@link Language} come from. */
@Configuration(proxyBeanMethods = false)
class Languages {

    @Bean
    I18NProvider texts() {
        return new DefaultI18NProvider(Language.locales());
    }
}
