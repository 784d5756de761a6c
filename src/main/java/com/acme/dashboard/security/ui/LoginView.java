package com.acme.dashboard.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Signs people in. */
@Route(value = "login", autoLayout = false)
@PageTitle("sign-in.title")
@AnonymousAllowed
public class LoginView extends Main {

    LoginView() {
        var form = new LoginForm();
        form.setAction("login");
        add(new H1("Sign in"), new Div(form));
    }
}
