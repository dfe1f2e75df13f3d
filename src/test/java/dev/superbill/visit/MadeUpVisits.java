package dev.superbill.visit;

import dev.superbill.codeset.FlatFile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Visit models with made-up weights.
public final class MadeUpVisits {
    private static final double SPEAKS = 8;

    private final double[] heard =
            new double[VisitModel.FAMILIES.size() * (1 + FamilyCues.all().size())];
    private final double[] unheard =
            new double[VisitModel.FAMILIES.size() * (1 + FamilyCues.ofTheNote())];
    private final double[] levels = new double[VisitFamily.values().length * 16];

    /// A model in which nothing speaks for any family but none, and each level is right as read.
    public MadeUpVisits() {
        for (int i = 0; i < levels.length; i++) {
            int read = i / 4 % 4;
            int given = i % 4;
            levels[i] = read == given ? 0.7 : Math.abs(read - given) == 1 ? 0.2 : 0.05;
        }
        base(VisitFamily.NONE, 2.5);
    }

    /// A model in which a note with the headings of a visit is one of a patient who is known.
    public static VisitModel byHeadings() {
        return new MadeUpVisits()
                .speaks("together.visit-headings", VisitFamily.OFFICE_ESTABLISHED)
                .speaks("section.procedure", VisitFamily.NONE)
                .speaks("section.procedure", VisitFamily.NONE)
                .model();
    }

    /// Lets a cue speak for a family.
    public MadeUpVisits speaks(String cue, VisitFamily family) {
        int at = FamilyCues.all().indexOf(cue);
        add(heard, FamilyCues.all().size(), family, at + 1, SPEAKS);
        if (at < FamilyCues.ofTheNote()) {
            add(unheard, FamilyCues.ofTheNote(), family, at + 1, SPEAKS);
        }
        return this;
    }

    private void base(VisitFamily family, double weight) {
        add(heard, FamilyCues.all().size(), family, 0, weight);
        add(unheard, FamilyCues.ofTheNote(), family, 0, weight);
    }

    private static void add(
            double[] weights, int width, VisitFamily family, int column, double weight) {
        weights[VisitModel.FAMILIES.indexOf(family) * (1 + width) + column] += weight;
    }

    /// Sets how often a level is given where another is read.
    public MadeUpVisits level(VisitFamily family, MdmLevel read, double... given) {
        System.arraycopy(given, 0, levels, (family.ordinal() * 4 + read.ordinal()) * 4, 4);
        return this;
    }

    /// The model.
    public VisitModel model() {
        return VisitModel.open(
                FlatFile.open(
                        ByteBuffer.wrap(
                                new FlatFile.Builder()
                                        .doubles("visit.heard", heard)
                                        .doubles("visit.unheard", unheard)
                                        .doubles(
                                                "visit.levels",
                                                Arrays.copyOf(levels, levels.length))
                                        .toBytes())));
    }
}
