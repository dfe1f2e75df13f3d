package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.CodingOptions;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.code.Modifier;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.note.GlobalPeriod;
import dev.superbill.note.Patient;
import dev.superbill.note.PlaceOfService;
import dev.superbill.note.PriorLine;
import dev.superbill.note.Sex;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestMappingTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);

    private static SuggestionRequest read(String encounter, String options) {
        return new RequestReader(Sample.validator())
                .read(
                        ("{\"encounter\":"
                                        + encounter
                                        + ",\"note\":{\"text\":\"x\"}"
                                        + options
                                        + "}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotToldStaysUnknown() {
        var request = read("{\"serviceDate\":\"2026-06-15\"}", "");

        assertThat(RequestMapping.encounter(request.encounter())).isEqualTo(Encounter.on(DATE));
        assertThat(RequestMapping.options(request.options())).isEqualTo(CodingOptions.defaults());
        assertThat(RequestMapping.note(request.note()).id()).isEmpty();
    }

    @Test
    void whatIsToldIsKnown() {
        var request =
                read(
                        """
                        {"serviceDate":"2026-06-15","placeOfService":"22","payer":" Medicare","specialty":"surgery",
                         "patient":{"ageYears":54,"sex":"female","established":false},"claimType":"facility",
                         "providerRole":"assistant","jurisdiction":"J5","totalMinutes":35,
                         "globalPeriod":{"code":"47562","date":"2026-06-01"},
                         "sameDayLines":[{"code":"G0105"},{"code":"0764T","units":2,"modifiers":["26"]}]}
                        """,
                        ",\"options\":{\"systems\":[\"HCPCS\"],\"maxLines\":3,\"classifier\":\"none\"}");

        assertThat(RequestMapping.encounter(request.encounter()))
                .isEqualTo(
                        new Encounter(
                                DATE,
                                Fact.known(new PlaceOfService("22")),
                                Fact.known("medicare"),
                                Fact.known("surgery"),
                                new Patient(
                                        Fact.known(54), Fact.known(Sex.FEMALE), Fact.known(false)),
                                ClaimType.FACILITY,
                                Fact.known("assistant"),
                                Fact.known("J5"),
                                Fact.known(35),
                                Fact.known(
                                        new GlobalPeriod(
                                                new Code.Cpt("47562"), LocalDate.of(2026, 6, 1))),
                                List.of(
                                        new PriorLine(new Code.Hcpcs("G0105"), 1, List.of()),
                                        new PriorLine(
                                                new Code.Cpt("0764T"),
                                                2,
                                                List.of(new Modifier("26"))))));
        assertThat(RequestMapping.options(request.options()))
                .isEqualTo(
                        new CodingOptions(
                                Set.of(CodeSystem.HCPCS), 3, CodingOptions.Classification.NONE));
    }
}
