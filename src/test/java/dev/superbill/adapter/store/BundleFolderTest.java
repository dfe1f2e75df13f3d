package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.code.Code;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.failure.CodingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
    private static final CodeSets OWN = EmbeddedKnowledge.load().codeSets();
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 11, 1);
    private static final Code.Icd10 CODE = new Code.Icd10("I42.0");

    @TempDir Path folder;

    private void write(String name, Billing billing) throws IOException {
        var builder = new BundleBuilder();
        builder.add(
                new SourceEdition(
                        SourceKind.ICD_10_CM,
                        "FY2027",
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2027, 9, 30)),
                new OfficialRow.Icd10(CODE, billing, "short", "long"));
        var whole = folder.resolve(name + ".part");
        Files.write(whole, builder.build().toBytes());
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> fiscalYears(CodeSets codeSets) {
        return codeSets.releases().stream()
                .filter(release -> release.name().equals("ICD-10-CM"))
                .map(CodeSetRelease::edition)
                .toList();
    }

    @Test
    void anEmptyFolderLeavesWhatShipsWithTheProgram() {
        var source = new BundleFolder(folder, OWN);

        assertThat(source.current().releases()).isEqualTo(OWN.releases());
    }

    @Test
    void aNewBundleIsTakenUpAndWhatIsInUseStaysAsItIs() throws IOException {
        var source = new BundleFolder(folder, OWN);
        var before = source.current();

        write("a.bundle", Billing.BILLABLE);
        assertThat(source.current()).isSameAs(before);
        source.refresh();
        var between = source.current();
        write("a.bundle", Billing.HEADER);
        Files.setLastModifiedTime(folder.resolve("a.bundle"), FileTime.fromMillis(1));
        source.refresh();

        assertThat(fiscalYears(before)).containsExactly("FY2026");
        assertThat(fiscalYears(source.current())).containsExactly("FY2027", "FY2026");
        assertThat(before.standing(CODE, NEXT_YEAR)).isNotEqualTo(CodeSets.Standing.HEADER);
        assertThat(between.standing(CODE, NEXT_YEAR)).isEqualTo(CodeSets.Standing.ACTIVE);
        assertThat(source.current().standing(CODE, NEXT_YEAR)).isEqualTo(CodeSets.Standing.HEADER);
    }

    @Test
    void nothingNewChangesNothing() throws IOException {
        write("a.bundle", Billing.BILLABLE);
        var source = new BundleFolder(folder, OWN);
        var before = source.current();

        source.refresh();

        assertThat(source.current()).isSameAs(before);
    }

    @Test
    void aDamagedBundleLeavesTheOldOnesServing() throws IOException {
        write("a.bundle", Billing.BILLABLE);
        var source = new BundleFolder(folder, OWN);
        var before = source.current();

        Files.write(folder.resolve("b.bundle"), new byte[100]);
        source.refresh();
        assertThat(source.current()).isSameAs(before);

        Files.delete(folder.resolve("b.bundle"));
        write("c.bundle", Billing.HEADER);
        source.refresh();
        assertThat(source.current().official().loaded()).hasSize(2);
    }

    @Test
    void aBundleThatIsTakenAwayIsForgotten() throws IOException {
        write("a.bundle", Billing.BILLABLE);
        var source = new BundleFolder(folder, OWN);

        Files.delete(folder.resolve("a.bundle"));
        source.refresh();

        assertThat(source.current().releases()).isEqualTo(OWN.releases());
    }

    @Test
    void onlyWholeBundlesAreSeen() throws IOException {
        Files.write(folder.resolve("a.bundle.part"), new byte[100]);

        assertThat(new BundleFolder(folder, OWN).current().official().loaded()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadOrADamagedBundleAtTheStartIsNamed() throws IOException {
        var missing = folder.resolve("none");
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> new BundleFolder(missing, OWN));

        Files.write(folder.resolve("bad.bundle"), new byte[100]);
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> new BundleFolder(folder, OWN))
                .withMessageContaining("bad.bundle");
    }
}
