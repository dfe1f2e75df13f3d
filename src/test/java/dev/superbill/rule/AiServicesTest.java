package dev.superbill.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.Knowledge;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.MentionFinder;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Works services of software over the tables that the artifact carries, by notes in our own words.
class AiServicesTest {
    private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
    private static final Rules RULES = Rules.standard(KNOWLEDGE.codeSets());
    private static final MentionFinder FINDER = new MentionFinder(KNOWLEDGE.lexicon());
    private static final String SERVICE_DATE = "2026-06-30";

    /// What is judged here: the rest of the rules have tests of their own.
    private static final Set<String> JUDGED =
            Set.of(
                    "software-analysis",
                    "software-analysis-ungradable",
                    "ai-concurrent-study",
                    "ai-components",
                    "ai-missed-service",
                    "cmaa-guidance",
                    "date-of-service",
                    "ncci-add-on",
                    "remote-monitoring");

    private static List<Finding> findings(
            Claim.State state, String codes, String note, String serviceDate) {
        var encounter = EncounterBuilder.on(serviceDate).build();
        var lines = new ArrayList<ClaimLine>();
        for (var code : codes.isEmpty() ? new String[0] : codes.split(" ", -1)) {
            lines.add(
                    new ClaimLine(
                            lines.size() + 1,
                            entry(code, encounter.serviceDate()),
                            1,
                            List.of(),
                            Laterality.NONE,
                            List.of(),
                            List.of(),
                            List.of()));
        }
        var read = new Note("", note.replace("\\n", "\n"));
        var mentions = FINDER.find(read, new Sectionizer().split(read));
        return RULES.check(new Claim(state, lines, List.of(), encounter, mentions)).stream()
                .filter(finding -> JUDGED.contains(finding.ruleId()))
                .toList();
    }

    private static CodeEntry entry(String value, LocalDate serviceDate) {
        var code = EntryBuilder.code(value);
        return KNOWLEDGE
                .codeSets()
                .describe(code, serviceDate)
                .orElseGet(() ->
                        CodeEntry.known(code, "", CodeEntry.ALWAYS_FROM, CodeEntry.ALWAYS_TO));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plaque, read and signed        | 75577       | Coronary plaque analysis by Cleerly Labs 2.4 of the coronary CTA. Total plaque volume 312. My interpretation: moderate burden. Electronically signed. | ''
                    plaque, unsigned               | 75577       | Coronary plaque analysis by Cleerly Labs 2.4 of the coronary CTA. Total plaque volume 312. My interpretation: moderate burden. | software-analysis WARN
                    plaque, printout alone         | 75577       | Coronary plaque analysis by Cleerly Labs 2.4 of the coronary CTA. Total plaque volume 312. Printout attached. | software-analysis BLOCK
                    plaque, software described     | 75577       | Coronary plaque quantification by software on the coronary CTA. Total plaque volume 200. My interpretation: mild. Electronically signed. | software-analysis INFO
                    plaque, no software            | 75577       | Coronary CTA shows plaque. My interpretation: mild. Electronically signed. | software-analysis WARN
                    plaque, failed                 | 75577       | Coronary plaque analysis by Cleerly Labs of the coronary CTA could not be graded. My interpretation: none. Electronically signed. | software-analysis-ungradable BLOCK
                    plaque, other day              | 75577       | Coronary plaque analysis by Cleerly Labs of the coronary CTA. Software analysis performed on June 28, 2026. My interpretation: mild. Electronically signed. | software-analysis WARN
                    plaque by its old codes        | 0623T       | Coronary plaque analysis by Cleerly Labs of the coronary CTA. My interpretation: mild. Electronically signed. | date-of-service BLOCK
                    flow by its old code           | 0501T       | HeartFlow analysis of the coronary CTA, FFRct 0.78. My interpretation: significant. Electronically signed. | date-of-service BLOCK
                    flow                           | 75580       | HeartFlow analysis of the coronary CTA, FFRct value 0.78. My interpretation: significant. Electronically signed. | ''
                    flow and plaque of one CT      | 75577 75580 | HeartFlow analysis of the coronary CTA: FFRct value 0.78, total plaque volume 300. My interpretation: significant. Electronically signed. | ''
                    fat, CT of before              | 0992T       | Perivascular fat analysis by Caristo software on the prior CCTA. Risk score 12. My interpretation: raised. Electronically signed. | ''
                    fat, CT of the session billed  | 0992T 75574 | Perivascular fat analysis by Caristo software on the CCTA. Risk score 12. My interpretation: raised. Electronically signed. | ai-concurrent-study WARN
                    fat, CT of the session told    | 0992T       | Perivascular fat analysis by Caristo software on the concurrent CCTA. Risk score 12. My interpretation: raised. Electronically signed. | ai-concurrent-study WARN
                    fat, CT dated before           | 0993T 75574 | Perivascular fat analysis by Caristo software on the CCTA. Risk score 12. My interpretation: raised. Electronically signed. | ''
                    fat, add-on without its CT     | 0993T       | Perivascular fat analysis by Caristo software on the CCTA of May 2, 2026. Risk score 12. My interpretation: raised. Electronically signed. | ncci-add-on WARN;ai-concurrent-study WARN
                    ECG risk with its ECG          | 0764T 93000 | ECG AI low ejection fraction by Anumana on the 12 lead ECG. Risk score high. I reviewed the images. My interpretation: high risk. Electronically signed. | ''
                    ECG risk without an ECG        | 0764T       | Algorithmic ECG risk assessment by Anumana. Risk output high. My interpretation: high risk. Electronically signed. | ncci-add-on WARN
                    ECG risk on an old tracing     | 0764T 93000 | Algorithmic ECG risk assessment by Anumana on the prior ECG. Risk output high. My interpretation: high risk. Electronically signed. | ''
                    old ECG, new one billed        | 0765T 93000 | Algorithmic ECG risk assessment by Anumana on the ECG. Risk output high. My interpretation: high risk. Electronically signed. | ai-concurrent-study WARN
                    retina, autonomous             | 92229       | Fundus photographs of both eyes taken. LumineticsCore: more than mild diabetic retinopathy not detected. Rescreen in 12 months. | ''
                    retina, no result              | 92229       | Fundus photographs of both eyes taken with LumineticsCore. | software-analysis WARN
                    retina, ungradable             | 92229       | Fundus photographs taken with LumineticsCore. Images ungradable. | software-analysis-ungradable BLOCK
                    lung, whole and part           | 0877T 0880T | Fibresolve classified interstitial lung disease on the chest CT. My interpretation: positive. Electronically signed. | ai-components WARN
                    reduced leads, whole and part  | 0903T 0904T | HeartBeam synthesized 12 lead ECG from reduced lead. My interpretation: sinus. Electronically signed. | ai-components WARN
                    brain MR with the MR           | 0866T 70551 | NeuroQuant volumes from today's MRI of the brain. My interpretation: atrophy. Electronically signed. | ''
                    liver MR, add-on to a visit    | 0649T 99213 | LiverMultiScan quantitative MR of the liver. My interpretation: steatosis. Electronically signed. | ai-concurrent-study WARN
                    RPM, a full month              | 99454 99457 | Cellular scale sent readings on 18 of 30 days. Spoke with patient by phone; 22 minutes of management this month. | ''
                    RPM, a short month             | 99454 99457 | Cellular scale sent readings on 11 of 30 days. 15 minutes of chart work. | remote-monitoring WARN;remote-monitoring WARN;remote-monitoring WARN
                    triage software                | ''          | CT head without contrast. The algorithm flagged a suspected hemorrhage and the worklist was reprioritized. | cmaa-guidance INFO
                    unattended algorithm           | ''          | A background algorithm measured liver fat on the CT without physician involvement. | cmaa-guidance INFO
                    skin photographs               | ''          | Total body photography with lesion tracking software, no change. | cmaa-guidance INFO
                    plaque not billed              | 75574       | Coronary plaque analysis by Cleerly Labs of the coronary CTA. Total plaque volume 312. My interpretation: mild. Electronically signed. | ai-missed-service WARN
                    plaque not billed, no reading  | 75574       | Coronary plaque analysis by Cleerly Labs of the coronary CTA. Total plaque volume 312. Printout attached. | ai-missed-service INFO
                    an ordinary film               | 71046       | Chest x ray, two views. FINDINGS: The lungs are clear. IMPRESSION: No acute disease. Electronically signed. | ''
                    """)
    void aServiceOfSoftwareIsJudgedByWhatTheNoteShows(
            String name, String codes, String note, String expected) {
        var findings = findings(Claim.State.CHOSEN, codes, note, SERVICE_DATE);

        assertThat(findings)
                .as(() ->
                        name + findings.stream().map(finding -> "; " + finding.message()).toList())
                .extracting(finding -> finding.ruleId() + " " + finding.severity())
                .containsExactlyInAnyOrder(
                        expected.isEmpty() ? new String[0] : expected.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource({"0623T, 75577", "0626T, 75577", "0501T, 75580", "0504T, 75580"})
    void theSuccessorOfAnOldCodeIsNamed(String code, String successor) {
        assertThat(findings(Claim.State.CHOSEN, code, "A note.", SERVICE_DATE))
                .filteredOn(finding -> finding.ruleId().equals("date-of-service"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains(successor));
    }

    @Test
    void remoteMonitoringIsNoWorkOfSoftware() {
        for (var code :
                Arrays.asList(
                        "99445 99453 99454 99457 99458 99470 98975 98976 98977 98978 98979 98980 98981 98984 98985 98986"
                                .split(" ", -1))) {
            var entry = KNOWLEDGE.codeSets().table().find(EntryBuilder.code(code)).orElseThrow();

            assertThat(entry.appendixS()).as(code).isEqualTo(Fact.unknown());
            assertThat(entry.activeOn(LocalDate.parse(SERVICE_DATE))).as(code).isTrue();
        }
    }

    @Test
    void theDefinitionOfTheClassIsTold() {
        assertThat(
                        findings(
                                Claim.State.CHOSEN,
                                "75577",
                                "Coronary plaque analysis by Cleerly Labs of the coronary CTA.",
                                SERVICE_DATE))
                .filteredOn(finding -> finding.severity() == Severity.BLOCK)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("augmentative work");
                    assertThat(finding.source()).contains("2022-01-01");
                });
    }
}
