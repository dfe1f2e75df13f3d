package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    private final RequestReader reader = new RequestReader(Sample.validator());

    private Problem refusal(String body) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> reader.read(body.getBytes(StandardCharsets.UTF_8)))
                .problem();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
"""
{"note":{"text":"x"}}                                                             | /encounter                          | is required
{"encounter":{},"note":{"text":"x"}}                                              | /encounter/serviceDate              | is required
{"encounter":{"serviceDate":"2026-06-15"}}                                        | /note                               | is required
{"encounter":{"serviceDate":"2026-06-15"},"note":{}}                              | /note/text                          | is required
{"encounter":{"serviceDate":"2026-06-15"},"note":{"text":" "}}                    | /note/text                          | is blank
{"encounter":{"serviceDate":"2026-06-15"},"note":{"text":1}}                      | /note/text                          | is not a string
{"encounter":{"serviceDate":"2026-06-15"},"note":"x"}                             | /note                               | is not an object
{"encounter":{"serviceDate":"2026-6-15"},"note":{"text":"x"}}                     | /encounter/serviceDate              | is not a date such as 2026-06-15
{"encounter":{"serviceDate":20260615},"note":{"text":"x"}}                        | /encounter/serviceDate              | is not a date such as 2026-06-15
{"encounter":{"patient":{"established":"yes"}}}                                   | /encounter/patient/established      | is not true or false
{"encounter":{"patient":{"established":1}}}                                       | /encounter/patient/established      | is not true or false
{"encounter":{"patient":{"ageYears":"54"}}}                                       | /encounter/patient/ageYears         | is not a whole number
{"encounter":{"patient":{"ageYears":5.5}}}                                        | /encounter/patient/ageYears         | is not a whole number
{"encounter":{"patient":{"ageYears":99999999999}}}                                | /encounter/patient/ageYears         | is out of range
{"encounter":{"sameDayLines":{}}}                                                 | /encounter/sameDayLines             | is not an array
{"encounter":{"sameDayLines":[{"code":"47562","modifiers":[3]}]}}                 | /encounter/sameDayLines/0/modifiers/0 | is not a string
{"encounter":{"pulse":60}}                                                        | /encounter/pulse                    | is not a field of the interface
{"encounter":{"Seen Mary Smith today":60}}                                        | /encounter                          | is not a field of the interface
{"encounter":{"serviceDate":"2026-06-15","sameDayLines":[{"code":"47562"},{"code":"4756"}]},"note":{"text":"x"}} | /encounter/sameDayLines/1/code | is no CPT or HCPCS code
{"encounter":{"serviceDate":"2026-06-15","sameDayLines":[null]},"note":{"text":"x"}} | /encounter/sameDayLines/0        | is null
{"encounter":{"serviceDate":"2026-06-15"},"note":{"text":"x"},"options":{"systems":["CPT","ICD-9"]}} | /options/systems/1 | is not one of CPT, HCPCS, ICD-10-CM
{"encounter":{"serviceDate":"2026-06-15"},"note":{"text":"x"},"options":{"classifier":"best"}} | /options/classifier | is neither default nor none
""")
    void aPointerSaysWhereAndWeSayWhat(String body, String pointer, String detail) {
        assertThat(refusal(body).errors()).containsExactly(new Problem.At(pointer, detail));
    }

    @Test
    void everythingThatBreaksAConstraintIsTold() {
        var problem =
                refusal(
                        "{\"encounter\":{\"placeOfService\":\"x\",\"totalMinutes\":-1},\"note\":{}}");

        assertThat(problem.errors())
                .extracting(Problem.At::pointer)
                .containsExactly(
                        "/encounter/placeOfService",
                        "/encounter/serviceDate",
                        "/encounter/totalMinutes",
                        "/note/text");
    }

    @Test
    void malformedJsonIsToldByPlaceAndNotByContent() {
        var problem = refusal("{\"note\":\n{\"text\":" + Sample.PLANTED + "}}");

        assertThat(problem.type()).isEqualTo("urn:superbill:problem:malformed-json");
        assertThat(problem.detail()).contains("line 2").doesNotContain(Sample.PLANTED);
    }

    @Test
    void aNoteTooLongIsTooLarge() {
        var problem = refusal(Sample.request("x".repeat(100_001)));

        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.errors()).containsExactly(new Problem.At("/note/text", "is too long"));
    }

    @Test
    void theRequestOfTheContractIsRead() {
        var request =
                reader.read(
                        """
                        {
                          "encounter": { "serviceDate": "2026-06-15", "placeOfService": "22", "payer": "medicare",
                                         "specialty": "gastroenterology",
                                         "patient": { "ageYears": 54, "sex": "female", "established": true },
                                         "claimType": "professional", "providerRole": "performing",
                                         "jurisdiction": null, "totalMinutes": 35,
                                         "globalPeriod": { "code": "47562", "date": "2026-06-01" }, "sameDayLines": [] },
                          "note": { "id": "n1", "text": "PREOPERATIVE DIAGNOSIS: ..." },
                          "options": { "systems": ["CPT", "HCPCS", "ICD-10-CM"], "maxLines": 20, "quotes": true,
                                       "audit": true, "classifier": "default" }
                        }\
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(request.note().text()).isEqualTo("PREOPERATIVE DIAGNOSIS: ...");
        assertThat(request.toString()).doesNotContain("DIAGNOSIS");
    }
}
