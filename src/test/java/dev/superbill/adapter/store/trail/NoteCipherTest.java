package dev.superbill.adapter.store.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteCipherTest {
    private static final String TEXT = "the patient's own words";

    @TempDir Path folder;

    private final NoteCipher cipher = NoteTexts.cipher();

    @Test
    void nothingOfTheTextIsSeenAndNoTwoSealsAreAlike() {
        var one = cipher.seal("clinic", "a", TEXT);
        var other = cipher.seal("clinic", "a", TEXT);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("patient");
        assertThat(cipher.open("clinic", "a", one)).isEqualTo(TEXT);
        assertThat(cipher.open("clinic", "a", other)).isEqualTo(TEXT);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        var sealed = cipher.seal("clinic", "a", TEXT);

        locked(() -> NoteTexts.cipher((byte) 8).open("clinic", "a", sealed));
    }

    @Test
    void underAnotherNameItDoesNotOpen() {
        var sealed = cipher.seal("clinic", "1a", TEXT);

        locked(() -> cipher.open("clinic", "1b", sealed));
        locked(() -> cipher.open("other", "1a", sealed));
        locked(() -> cipher.open("clinic1", "a", sealed));
    }

    @Test
    void noByteOfItCanBeChanged() {
        var sealed = cipher.seal("clinic", "a", TEXT);
        for (int i = 0; i < sealed.length; i++) {
            var damaged = sealed.clone();
            damaged[i] ^= 1;
            locked(() -> cipher.open("clinic", "a", damaged));
        }
        for (int length = 0; length < sealed.length; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            locked(() -> cipher.open("clinic", "a", cut));
        }
    }

    private static void locked(ThrowingCallable opening) {
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(opening)
                .withMessageContaining("not the key")
                .withNoCause()
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.STORE_UNAVAILABLE))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("patient"));
    }

    @Test
    void aSettingIsAKeyOf32BytesInBase64() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(NoteKey.of(" " + key + "\n")).map(SecretKey::getEncoded).contains(new byte[32]);
        assertThat(NoteKey.of("")).isEmpty();
        assertThat(NoteKey.of("not Base64!")).isEmpty();
        assertThat(NoteKey.of(Base64.getEncoder().encodeToString(new byte[16]))).isEmpty();
    }

    @Test
    void aKeyFileIsMadeAtTheFirstUseForItsOwnerAlone() throws IOException {
        var deep = folder.resolve("deep");
        var file = deep.resolve("superbill.db.key");
        var supplied = NoteKey.in(file);
        assertThat(file).doesNotExist();

        var key = supplied.get();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)))
                .isEqualTo("rwx------");
        assertThat(deep.toFile().list()).containsExactly("superbill.db.key");
        assertThat(supplied.get()).isEqualTo(key);
        assertThat(NoteKey.in(file).get()).isEqualTo(key);
    }

    @Test
    void whoeverMakesTheKeyFileAllHaveOneKey() throws Exception {
        var file = folder.resolve("key");
        var work =
                IntStream.range(0, 8)
                        .mapToObj(_ -> (Callable<SecretKey>) () -> NoteKey.in(file).get())
                        .toList();
        var keys = new HashSet<SecretKey>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var made : threads.invokeAll(work)) {
                keys.add(made.get());
            }
        }

        assertThat(keys).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("key");
    }

    @Test
    void aKeyFileWithoutAKeyIsNotReplaced() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "nonsense");

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> NoteKey.in(file).get())
                .withMessageContaining("32 bytes")
                .withMessageNotContaining("nonsense");
        assertThat(file).hasContent("nonsense");
    }
}
