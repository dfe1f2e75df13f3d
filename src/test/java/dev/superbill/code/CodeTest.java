package dev.superbill.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {
    @ParameterizedTest
    @CsvSource({
        "CPT, 47562",
        "CPT, 0764T",
        "HCPCS, G0105",
        "ICD_10_CM, K80.10",
        "ICD_10_CM, I10",
        "ICD_10_CM, QA0.8"
    })
    void aCodeKeepsItsSystemAndValue(CodeSystem system, String value) {
        var code = Code.of(system, value);

        assertThat(code.system()).isEqualTo(system);
        assertThat(code.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "CPT, 4756",
        "CPT, 47562X",
        "HCPCS, 00105",
        "ICD_10_CM, K8010",
        "ICD_10_CM, k80.10"
    })
    void aValueOfAnotherFormIsRefused(CodeSystem system, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Code.of(system, value));
    }
}
