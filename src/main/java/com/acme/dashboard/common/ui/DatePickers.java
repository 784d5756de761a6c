package com.acme.dashboard.common.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.DateFormatSymbols;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Date fields that write days as the rest of the app does and read the ways people type them. */
public final class DatePickers {

    private DatePickers() {}

    /**
     * A field with a (translated) label that shows {@code Dec 6, 2024} and also reads {@code 12/6/2024}, {@code 12/6/24}
     * and {@code 2024-12-06}, or what corresponds to these in the locale.
     */
    public static DatePicker create(String label, Locale locale) {
        var field = new DatePicker(label);
        field.setLocale(locale);
        field.setI18n(words(locale));
        return field;
    }

    /** What is wrong with what stands in the field, where that is no day at all; else empty. */
    public static Optional<String> unreadable(DatePicker field) {
        var read = field.getDefaultValidator().apply(field.getValue(), new ValueContext(new Binder<>(), field));
        return read.isError() ? Optional.of(read.getErrorMessage()) : Optional.empty();
    }

    private static DatePickerI18n words(Locale locale) {
        var symbols = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setMonthNames(Arrays.asList(symbols.getMonths()).subList(0, 12))
                .setWeekdays(days(symbols.getWeekdays()))
                .setWeekdaysShort(days(symbols.getShortWeekdays()))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setDateFormats(shown(locale), pattern(FormatStyle.SHORT, locale), "yyyy-MM-dd")
                .setToday(I18NProvider.translate("common.date.today"))
                .setCancel(I18NProvider.translate("app.cancel"))
                .setBadInputErrorMessage(I18NProvider.translate("common.date.unreadable"));
    }

    /** The field in the browser knows the names of months in English only: elsewhere it writes figures. */
    private static String shown(Locale locale) {
        var medium = pattern(FormatStyle.MEDIUM, locale);
        var english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return english || !medium.contains("MMM") ? medium : pattern(FormatStyle.SHORT, locale);
    }

    private static String pattern(FormatStyle style, Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE, locale)
                .replaceAll("y+", "yyyy");
    }

    /** The symbols of Java start with an empty one, then Sunday. */
    private static List<String> days(String[] symbols) {
        return Arrays.asList(symbols).subList(1, 8);
    }
}
