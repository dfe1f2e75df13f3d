package dev.superbill.adapter.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.superbill.classification.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final List<String> LABELS = List.of("b", "a", "c");

    @Test
    void softmaxSumsToOneAndTheBestComesFirst() {
        var head = new Head("noteType", 1, Head.Activation.SOFTMAX, LABELS);
        var labels = head.decode(new float[] {99, 0, 0, 1000});
        assertThat(labels).extracting(Label::name).containsExactly("c", "a", "b");
        assertThat(labels.stream().mapToDouble(Label::score).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void sigmoidLooksAtEachLabelAlone() {
        var head = new Head("specialty", 0, Head.Activation.SIGMOID, LABELS);
        assertThat(head.decode(new float[] {0, -1000, 1000}))
                .containsExactly(new Label("c", 1), new Label("b", 0.5), new Label("a", 0));
    }
}
