package dev.superbill.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.note.Note;
import org.junit.jupiter.api.Test;

class NoteFingerprintTest {
    @Test
    void theFingerprintIsTheSha256OfTheText() {
        assertThat(NoteFingerprint.of(new Note("n1", "abc")).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aLoneSurrogateHasAFingerprintToo() {
        assertThat(NoteFingerprint.of(new Note("", "\ud800")).sha256()).hasSize(64);
    }

    @Test
    void anythingElseIsNoFingerprint() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteFingerprint("abc"));
    }
}
