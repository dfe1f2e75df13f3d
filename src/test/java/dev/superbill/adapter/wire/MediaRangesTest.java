package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaRangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */*                                   | true
                    application/*                         | true
                    application/json                      | true
                    Application/JSON; charset=utf-8       | true
                    text/html, application/json;q=0.5     | true
                    text/html, */*;q=0.1                  | true
                    text/html                             | false
                    application/json;q=0                  | false
                    application/json; q=0.000             | false
                    application/json; q=0.001             | true
                    application/xml                       | false
                    """)
    void acceptTakesJsonOrNot(String header, boolean expected) {
        assertThat(MediaRanges.accept(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json                      | true
                    application/json;charset=UTF-8        | true
                    application/json; charset="utf-8"     | true
                    application/json; charset=iso-8859-1  | false
                    application/jsonp                     | false
                    text/json                             | false
                    application/x-www-form-urlencoded     | false
                    """)
    void contentTypeSaysJsonOrNot(String header, boolean expected) {
        assertThat(MediaRanges.json(header)).isEqualTo(expected);
    }
}
