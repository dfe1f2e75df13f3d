package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerMappingTest {
    @Test
    void theAnswerIsWrittenAsTheContractShows() {
        var words =
                "{\"section\":\"PROCEDURE\",\"start\":11,\"end\":36,\"quote\":\"laparoscopic Quaxbolzinth\"}";
        var element =
                "{\"level\":\"low\",\"basis\":\"one stable illness\",\"evidence\":[" + words + "]}";
        var finding =
                "{\"rule\":\"ai-output\",\"severity\":\"block\",\"message\":\"the output is not documented\",\"source\":\"CPT Appendix S, 2022-01-01\",\"remedy\":\"state the result\"}";
        var met = "{\"state\":\"met\",\"evidence\":[" + words + "]}";

        assertThat(new String(Json.write(Sample.answer()), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"01JD\",\"release\":{\"build\":\"1.0.0+abc1234\",\"model\":\"note-encoder@3fa9\",\"rules\":\"2026.4\",\"codeSets\":{\"CPT\":\"2026\"}},"
                                + "\"classification\":{\"noteType\":{\"label\":\"operative\",\"score\":0.988},\"specialty\":{\"label\":\"general_surgery\",\"score\":0.9},"
                                + "\"serviceFamilies\":[{\"label\":\"cholecystectomy\",\"score\":0.88}],\"engine\":\"PyTorch\"},"
                                + "\"evaluationAndManagement\":{\"family\":\"office_established\",\"level\":\"99213\",\"mdm\":{\"level\":\"low\",\"problems\":"
                                + element
                                + ",\"data\":"
                                + element
                                + ",\"risk\":"
                                + element
                                + "},\"time\":{\"minutes\":25,\"evidence\":[]},\"evidence\":["
                                + words
                                + "]},\"lines\":[{\"line\":1,\"system\":\"CPT\",\"code\":\"0001T\",\"description\":\"a service done by software\",\"units\":2,"
                                + "\"modifiers\":[{\"code\":\"RT\",\"because\":\"the right side\",\"evidence\":[]}],\"confidence\":0.934,\"decision\":\"withhold\","
                                + "\"origins\":[\"lookup\",\"classifier\"],\"evidence\":["
                                + words
                                + "],\"diagnosisPointers\":[1],\"appendixS\":{\"class\":\"augmentative\",\"level\":null,\"basis\":\"descriptor wording\",\"edition\":2022,"
                                + "\"documentation\":{\"input\":"
                                + met
                                + ",\"process\":"
                                + met
                                + ",\"output\":{\"state\":\"missing\",\"evidence\":[]}}},\"alternatives\":[{\"code\":\"0002T\",\"unless\":\"it is not left\"}],\"findings\":["
                                + finding
                                + "]}],\"diagnoses\":[{\"pointer\":1,\"system\":\"ICD-10-CM\",\"code\":\"K80.10\",\"description\":\"stones\",\"confidence\":0.9,\"decision\":\"suggest\",\"evidence\":["
                                + words
                                + "],\"findings\":[]}],\"rejected\":[{\"code\":\"0003T\",\"system\":\"CPT\",\"because\":{\"rule\":\"lines\",\"message\":\"one line dropped\"},\"evidence\":["
                                + words
                                + "]}],\"findings\":[{\"rule\":\"lines\",\"severity\":\"info\",\"message\":\"one line dropped\",\"source\":\"\",\"remedy\":null}],"
                                + "\"routing\":{\"outcome\":\"query\",\"reasons\":[\"the output is not documented\"]},\"timing\":{\"totalMs\":4.1,\"stages\":{\"section\":0.123}}}");
    }

    @Test
    void quotesAreLeftOutOnRequest() {
        var answer =
                new AnswerMapping(AnswerMapping.Quotes.LEFT_OUT)
                        .answer("01JD", Sample.BUILD, "none", Sample.result(), 0);

        assertThat(new String(Json.write(answer), StandardCharsets.UTF_8))
                .doesNotContain("quote", Sample.PLANTED)
                .contains("\"start\":11");
    }

    @Test
    void theAnswerPrintsNoWordOfTheNote() {
        assertThat(Sample.answer().toString()).doesNotContain(Sample.PLANTED);
    }

    @Test
    void anAnswerReadsBackAsItself() throws Exception {
        var json = new String(Json.write(Sample.answer()), StandardCharsets.UTF_8);

        assertThat(Json.read(json, SuggestionAnswer.class)).isEqualTo(Sample.answer());
    }
}
