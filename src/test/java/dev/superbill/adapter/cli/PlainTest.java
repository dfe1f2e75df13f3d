package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void whatSteersATerminalIsLeftOut() {
        assertThat(Plain.text("a\u001B[2J\r\nb\u202Ec\u2066d\u0007 e\ud800f"))
                .isEqualTo("a [2J b c d e f");
    }

    @Test
    void emojiAndOtherScriptsStay() {
        assertThat(Plain.text("👩🏽‍⚕️ שלום é")).isEqualTo("👩🏽‍⚕️ שלום é");
    }

    @Test
    void linesBreakBetweenWords() {
        assertThat(Plain.wrapped("gallbladder removal through a laparoscope", 20))
                .containsExactly("gallbladder removal", "through a", "laparoscope");
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        assertThat(Plain.wrapped("x".repeat(30), 20)).containsExactly("x".repeat(30));
    }

    @Test
    void aCutIsMarked() {
        assertThat(Plain.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(Plain.cut("abcd", 4)).isEqualTo("abcd");
    }
}
