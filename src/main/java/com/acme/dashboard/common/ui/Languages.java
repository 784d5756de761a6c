package com.acme.dashboard.common.ui;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages that the texts exist in; the first one is for everybody whose browser asks for another. */
@Configuration(proxyBeanMethods = false)
class Languages {

    @Bean
    I18NProvider texts() {
        return new DefaultI18NProvider(List.of(Locale.US));
    }
}
