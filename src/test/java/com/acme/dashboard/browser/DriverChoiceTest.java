package com.acme.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.WebDriver;

/** Which driver the browser tests use where, and that TestBench is left alone without a key. */
class DriverChoiceTest {

    static final List<String> VARIABLES = LicenceKey.VARIABLES;
    static final List<String> PROPERTIES = LicenceKey.PROPERTIES;
    static final List<String> FILES = LicenceKey.FILES;

    private final Properties properties = new Properties();

    @TempDir
    private Path home;

    @BeforeEach
    void live_here() {
        properties.setProperty("user.home", home.toString());
    }

    @Test
    void without_a_key_it_is_selenium_and_says_where_a_key_would_be() {
        assertThat(DriverChoice.of(properties, Map.of()))
                .hasToString("The browser tests use Selenium without TestBench: no Vaadin licence key is configured, "
                        + "neither in the variables VAADIN_PRO_KEY, VAADIN_OFFLINE_KEY, VAADIN_KEY nor in "
                        + "~/.vaadin/proKey, offlineKeyV2, offlineKeyV2.txt, offlineKey, offlineKey.txt, serverKey, "
                        + "serverKey.txt");
    }

    @ParameterizedTest
    @FieldSource("VARIABLES")
    void a_variable_with_a_key_chooses_testbench(String variable) {
        assertThat(DriverChoice.of(properties, Map.of(variable, "someone@acme.test/pro-1")))
                .hasToString("The browser tests use TestBench: a Vaadin licence key is configured in the variable "
                        + variable);
    }

    @ParameterizedTest
    @FieldSource("PROPERTIES")
    void a_system_property_with_a_key_chooses_testbench(String property) {
        properties.setProperty(property, "someone@acme.test/pro-1");

        assertThat(DriverChoice.of(properties, Map.of()))
                .hasToString(
                        "The browser tests use TestBench: a Vaadin licence key is configured in the system property "
                                + property);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void a_file_with_a_key_chooses_testbench(String name) throws IOException {
        var file = Files.createDirectories(home.resolve(".vaadin")).resolve(name);
        Files.writeString(file, "a key");

        assertThat(DriverChoice.of(properties, Map.of()))
                .hasToString("The browser tests use TestBench: a Vaadin licence key is configured in the file " + file);
    }

    /** What a workflow sets whose secret is not there. */
    @Test
    void an_empty_variable_is_no_key() {
        assertThat(DriverChoice.of(properties, Map.of("VAADIN_PRO_KEY", "")).testBench())
                .isFalse();
    }

    @Test
    void no_key_is_shown() {
        assertThat(DriverChoice.of(properties, Map.of("VAADIN_PRO_KEY", "someone@acme.test/pro-1"))
                        .reason())
                .doesNotContain("pro-1");
    }

    /** Where neither can be loaded, neither is missed. */
    @Test
    void without_a_key_no_class_of_testbench_or_of_its_licence_check_is_loaded() throws Exception {
        var driver = driver();

        assertThat(wrapWithoutTestBench(false, driver)).isSameAs(driver);
    }

    @Test
    void with_a_key_the_driver_goes_to_testbench() {
        assertThatThrownBy(() -> wrapWithoutTestBench(true, driver()))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("com/vaadin/testbench/TestBench");
    }

    private static Object wrapWithoutTestBench(boolean testBench, WebDriver driver) throws Exception {
        var choice = new WithoutTestBench().loadClass(DriverChoice.class.getName());
        var made = choice.getDeclaredConstructor(boolean.class, String.class);
        made.setAccessible(true);
        var wrap = choice.getDeclaredMethod("wrap", WebDriver.class);
        wrap.setAccessible(true);
        return wrap.invoke(made.newInstance(testBench, ""), driver);
    }

    private static WebDriver driver() {
        return (WebDriver) Proxy.newProxyInstance(
                DriverChoiceTest.class.getClassLoader(),
                new Class<?>[] {WebDriver.class},
                (proxy, method, arguments) -> "a driver");
    }

    /** Loads this package's classes anew, and finds neither TestBench nor the check of its licence. */
    private static final class WithoutTestBench extends ClassLoader {

        WithoutTestBench() {
            super(DriverChoiceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.vaadin.testbench.") || name.startsWith("com.vaadin.pro.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(DriverChoiceTest.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            try (var file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                var bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
