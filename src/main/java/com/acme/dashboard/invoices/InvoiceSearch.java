package com.acme.dashboard.invoices;

import com.acme.dashboard.common.SearchWords;
import com.acme.dashboard.invoices.InvoiceCriteria.Cents;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a query asks for. Dates and months ({@code 2024-12-06}, {@code 2024-12}, {@code Dec 6, 2024}, {@code Dec 2024})
 * are taken out first; every other word must be found, in the customer's name or email, or, of the first that can be
 * meant so, as the amount in dollars, as the status or as the year.
 */
record InvoiceSearch(List<Dates> dates, List<String> words) {

    /** Days between two, both included. */
    record Dates(LocalDate first, LocalDate last) {}

    /** The first letters of each month, in every language that the application speaks. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb"),
            List.of("mar", "mär", "mrz"),
            List.of("apr"),
            List.of("may", "mai"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez"));

    private static final String MONTH =
            "(?<month>jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?"
                    + "|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?";

    /** What the application calls each status, in every language that it speaks. */
    private static final Map<String, InvoiceStatus> STATUSES = Map.of(
            "pending", InvoiceStatus.PENDING,
            "offen", InvoiceStatus.PENDING,
            "paid", InvoiceStatus.PAID,
            "bezahlt", InvoiceStatus.PAID);

    private static final List<Pattern> DATE_PHRASES = List.of(
            phrase("(?<year>[0-9]{4})-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?"),
            phrase("(?<day>[0-9]{1,2})\\.(?<month>[0-9]{1,2})\\.(?<year>[0-9]{4})"),
            phrase("(?<day>[0-9]{1,2})\\.?\\s+" + MONTH + "\\s+(?<year>[0-9]{4})"),
            phrase(MONTH + "\\s+(?:(?<day>[0-9]{1,2}),?\\s+)?(?<year>[0-9]{4})"));

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    /** Dollars as they are shown, or with the separators the other way round; cents may be left out. */
    private static final Pattern DOLLARS = Pattern.compile(
            "\\$?(?<whole>[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}(?![,0-9])|[0-9]{1,3}(?:\\.[0-9]{3}){1,2}(?![.0-9]))"
                    + "(?:[.,](?<cents>[0-9]{1,2}))?");

    /** So many words of a query can mean an amount, a status or a year; each doubles what the query can mean, at least. */
    private static final int MOST_SPECIAL = 4;

    private static final long MAX_CENTS = Invoice.MAX_CENTS;

    static InvoiceSearch of(String query) {
        var dates = new ArrayList<Dates>();
        var rest = query;
        for (var phrase : DATE_PHRASES) {
            rest = phrase.matcher(rest).replaceAll(found -> {
                var meant = dates(found);
                meant.ifPresent(dates::add);
                return Matcher.quoteReplacement(meant.isPresent() ? " " : found.group());
            });
        }
        return new InvoiceSearch(List.copyOf(dates), SearchWords.of(rest));
    }

    /**
     * All that the query can mean, each a set of conditions on top of the base; an invoice is found if it meets one of
     * them.
     *
     * @param knownToCustomers whether any customer has that word in the name or email: a word that none has cannot be
     *     meant that way
     */
    Set<InvoiceCriteria> meanings(InvoiceCriteria base, Predicate<String> knownToCustomers) {
        var meanings = dated(base).stream().toList();
        var specials = 0;
        for (var word : words) {
            var mayBeSpecial = specials < MOST_SPECIAL;
            var cents = cents(word).filter(_ -> mayBeSpecial);
            var status = Optional.ofNullable(STATUSES.get(word.toLowerCase(Locale.ROOT)))
                    .filter(_ -> mayBeSpecial);
            var year = year(word).filter(_ -> mayBeSpecial);
            var special = cents.isPresent() || status.isPresent() || year.isPresent();
            specials += special ? 1 : 0;
            var customers = !special || knownToCustomers.test(word);
            var narrowed = new LinkedHashSet<InvoiceCriteria>();
            for (var meaning : meanings) {
                cents.flatMap(meaning::withCents).ifPresent(narrowed::add);
                status.flatMap(meaning::withStatus).ifPresent(narrowed::add);
                year.flatMap(it -> meaning.withDates(it.first(), it.last())).ifPresent(narrowed::add);
                if (customers) {
                    narrowed.add(meaning.withCustomerWord(word));
                }
            }
            meanings = List.copyOf(narrowed);
        }
        return new LinkedHashSet<>(meanings);
    }

    private Optional<InvoiceCriteria> dated(InvoiceCriteria base) {
        var dated = Optional.of(base);
        for (var phrase : dates) {
            dated = dated.flatMap(criteria -> criteria.withDates(phrase.first(), phrase.last()));
        }
        return dated;
    }

    /** {@code 448} means 448.00 to 448.99, {@code 448.5} means 448.50 to 448.59: what the shown amount begins with. */
    static Optional<Cents> cents(String word) {
        var found = DOLLARS.matcher(word);
        if (!found.matches()) {
            return Optional.empty();
        }
        var decimals = found.group("cents") == null ? "" : found.group("cents");
        var least = Long.parseLong(found.group("whole").replaceAll("[.,]", "") + (decimals + "00").substring(0, 2));
        var most = Long.parseLong(found.group("whole").replaceAll("[.,]", "") + (decimals + "99").substring(0, 2));
        return least > MAX_CENTS
                ? Optional.empty()
                : Optional.of(new Cents(Math.toIntExact(least), Math.toIntExact(Math.min(most, MAX_CENTS))));
    }

    private static Optional<Dates> year(String word) {
        if (!YEAR.matcher(word).matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(word);
        return Optional.of(new Dates(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** Empty for what only looks like a date, such as {@code 2024-13} or {@code Feb 30, 2024}. */
    private static Optional<Dates> dates(MatchResult found) {
        try {
            var month = YearMonth.of(Integer.parseInt(found.group("year")), month(found.group("month")));
            if (found.group("day") == null) {
                return Optional.of(new Dates(month.atDay(1), month.atEndOfMonth()));
            }
            var day = month.atDay(Integer.parseInt(found.group("day")));
            return Optional.of(new Dates(day, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        // As the pattern reads them: it takes a dotless i for an i, and a long s for an s.
        var letters = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).substring(0, 3);
        return IntStream.range(0, MONTHS.size())
                        .filter(month -> MONTHS.get(month).contains(letters))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private static Pattern phrase(String regex) {
        return Pattern.compile("(?<!\\S)" + regex + "(?!\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
