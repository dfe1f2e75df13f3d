package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {
    private final Api api = Sample.api(NoteClassifier.none(), AuditTrail.none());

    /// Asks with parameters, names and values in turn.
    private Reply search(String... parameters) {
        var query = new HashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.merge(
                    parameters[i],
                    List.of(parameters[i + 1]),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return api.answer(Call.get(Sample.ACTOR, Door.HTTP, Api.SEARCH, query));
    }

    private SearchAnswer found(String... parameters) {
        var reply = search(parameters);
        assertThat(reply.status()).isEqualTo(200);
        return reply.read(SearchAnswer.class);
    }

    private static List<String> codes(SearchAnswer answer) {
        return answer.items().stream().map(SearchAnswer.Item::code).toList();
    }

    @Test
    void theDateIsTodayAndThePageHasTwentyCodesWhereNothingIsSaid() {
        var answer = found("q", "fracture");

        assertThat(answer.date()).isEqualTo("2026-06-15");
        assertThat(answer.items()).hasSize(20);
        assertThat(answer.warnings()).isNull();
    }

    @Test
    void theVeryCodeHasTheScoreOne() {
        var item = found("q", "k80.10").items().getFirst();

        assertThat(item.code()).isEqualTo("K80.10");
        assertThat(item.score()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"4756, 1", "left knee arthroscopic meniscectomy, 7", "cholecystectomy, 100"})
    void cursorsLeadToTheLastPageWithoutGapsAndRepetitions(String query, String limit) {
        var all = new ArrayList<String>();
        var answer = found("q", query, "limit", limit);
        all.addAll(codes(answer));
        while (answer.next() != null) {
            answer = found("q", query, "limit", limit, "cursor", answer.next());
            all.addAll(codes(answer));
        }

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(2);
        var whole = found("q", query, "limit", "100");
        assertThat(all).startsWith(codes(whole).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ankle | 2026-06-15 | CPT
                    Knee  | 2026-06-15 | CPT
                    knee  | 2026-06-16 | CPT
                    knee  | 2026-06-15 | HCPCS
                    """)
    void aCursorOfAnotherSearchIsRefused(String query, String date, String system) {
        var next = found("q", "knee", "system", "CPT", "limit", "2").next();

        assertThat(search("q", "knee", "system", "CPT", "cursor", String.valueOf(next)).status())
                .isEqualTo(200);
        assertThat(
                        search(
                                        "q",
                                        query,
                                        "date",
                                        date,
                                        "system",
                                        system,
                                        "cursor",
                                        String.valueOf(next))
                                .status())
                .isEqualTo(400);
    }

    static Stream<List<String>> refused() {
        return Stream.of(
                List.of("/q"),
                List.of("/q", "q", ""),
                List.of("/q", "q", " \t\u2003"),
                List.of("/q", "q", "x".repeat(201)),
                List.of("/q", "q", "knee", "q", "hip"),
                List.of("/limit", "q", "knee", "limit", ""),
                List.of("/limit", "q", "knee", "limit", "0"),
                List.of("/limit", "q", "knee", "limit", "101"),
                List.of("/limit", "q", "knee", "limit", "-1"),
                List.of("/limit", "q", "knee", "limit", "1e1"),
                List.of("/limit", "q", "knee", "limit", "99999999999"),
                List.of("/limit", "q", "knee", "limit", "2", "limit", "2"),
                List.of("/date", "q", "knee", "date", "2026-02-30"),
                List.of("/date", "q", "knee", "date", ""),
                List.of("/system", "q", "knee", "system", ""),
                List.of("/system", "q", "knee", "system", "CPT,"),
                List.of("/system", "q", "knee", "system", "CPT", "system", "SNOMED"),
                List.of("/cursor", "q", "knee", "cursor", ""),
                List.of("/cursor", "q", "knee", "cursor", "%%%"),
                List.of("/cursor", "q", "knee", "cursor", "AAAAAQAAAAAAAAAA"),
                List.of("/cursor", "q", "knee", "cursor", "A".repeat(10_000)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aParameterThatBreaksItsConstraintIsNamed(List<String> call) {
        var reply = search(call.stream().skip(1).toArray(String[]::new));

        assertThat(reply.status()).isEqualTo(400);
        var problem = reply.read(Problem.class);
        assertThat(problem.type()).isEqualTo("urn:superbill:problem:invalid-request");
        assertThat(problem.errors())
                .extracting(Problem.At::pointer)
                .containsExactly(call.getFirst());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(search("limit", "no", "date", "no").read(Problem.class).errors())
                .extracting(Problem.At::pointer)
                .containsExactlyInAnyOrder("/q", "/limit", "/date");
    }

    @Test
    void twoHundredCharactersAreTaken() {
        assertThat(search("q", "👩".repeat(200)).status()).isEqualTo(200);
        assertThat(search("q", "\uD800 \u202Eknee").status()).isEqualTo(200);
    }

    @Test
    void aSystemWithoutAnEditionIsAWarning() {
        var answer = found("q", "asthma", "date", "2025-11-15");

        assertThat(answer.warnings())
                .extracting(SearchAnswer.Warning::system)
                .containsExactly("CPT", "HCPCS");
        assertThat(answer.items())
                .isNotEmpty()
                .extracting(SearchAnswer.Item::system)
                .containsOnly("ICD-10-CM");
    }

    @Test
    void aDateThatNoSearchedSystemHasAnEditionOfIsTold() {
        var reply = search("q", "knee", "system", "CPT", "date", "2027-01-01");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.read(Problem.class).editions())
                .contains(new Problem.Edition("2026", "2026-01-01", "2026-12-31"));
        assertThat(search("q", "knee", "date", "1951-01-01").read(Problem.class).editions())
                .extracting(Problem.Edition::edition)
                .contains("CPT 2026", "ICD-10-CM FY2026");
    }

    @Test
    void theSameSearchHasTheSameAnswer() {
        var parameters = Map.of("q", List.of("knee replacment left"));
        var call = Call.get(Sample.ACTOR, Door.HTTP, Api.SEARCH, parameters);

        assertThat(api.answer(call).text()).isEqualTo(api.answer(call).text());
    }
}
