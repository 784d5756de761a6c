package com.acme.dashboard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.util.Calendar;
import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of the house: which part may know which. */
@AnalyzeClasses(packagesOf = Application.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HOME = "com.acme.dashboard";

    private static final DescribedPredicate<JavaClass> PERSISTENCE = describe(
            "repositories and queries",
            candidate -> candidate.isAssignableTo(Repository.class)
                    || candidate.getSimpleName().endsWith("Queries"));

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(HOME + ".(*)..").should().beFreeOfCycles();

    /** Security's configuration and filters name its own pages. */
    @ArchTest
    static final ArchRule parts_of_features_have_no_cycles = slices().matching(HOME + ".(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(HOME + ".security"), resideInAPackage(HOME + ".security.ui"));

    @ArchTest
    static final ArchRule repositories_and_queries_are_private_to_their_feature =
            classes().that(PERSISTENCE).should().bePackagePrivate();

    @ArchTest
    static final ArchRule features_do_not_reach_into_each_others_user_interface = slices().matching(HOME + ".(*)..ui..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(HOME + ".common.ui.."));

    @ArchTest
    static final ArchRule what_pages_share_is_in_parts_of_their_own =
            slices().matching(HOME + ".common.ui.(*)").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule only_user_interfaces_know_vaadin = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..security..")
            .and()
            .doNotHaveFullyQualifiedName(HOME + ".Application")
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin.."));

    @ArchTest
    static final ArchRule user_interfaces_are_known_to_nobody_behind_them = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "..security..", "..standalone..")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + "..ui.."));

    @ArchTest
    static final ArchRule user_interfaces_know_no_database = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", HOME + ".database..")
                    .or(PERSISTENCE)
                    .or(assignableTo(JdbcClient.class)));

    @ArchTest
    static final ArchRule customers_do_not_know_invoices = noClasses()
            .that()
            .resideInAPackage(HOME + ".customers..")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + ".invoices.."));

    @ArchTest
    static final ArchRule common_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(HOME + ".common..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(HOME + "..").and(DescribedPredicate.not(resideInAPackage(HOME + ".common.."))));

    @ArchTest
    static final ArchRule only_the_application_knows_the_commands = noClasses()
            .that()
            .resideOutsideOfPackage(HOME + ".database.cli..")
            .and()
            .doNotHaveFullyQualifiedName(HOME + ".Application")
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + ".database.cli.."));

    @ArchTest
    static final ArchRule fields_are_not_injected =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule static_fields_do_not_change =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule dates_are_those_of_java_time =
            noClasses().should().dependOnClassesThat(type(Date.class).or(type(Calendar.class)));

    @ArchTest
    static final ArchRule nothing_is_kept_in_floating_point = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule amounts_never_become_floating_point = noClasses()
            .should()
            .callMethod(BigDecimal.class, "doubleValue")
            .orShould()
            .callMethod(BigDecimal.class, "floatValue")
            .orShould()
            .callConstructor(BigDecimal.class, double.class);
}
