package dev.superbill.adapter.store.official;

import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.util.List;
import java.util.Optional;

/// A file whose format, kind and edition are known.
///
/// @param head what it begins with
/// @param format how it is read
/// @param edition what its rows belong to
record Recognised(Head head, SourceFormat format, SourceEdition edition) {
    private static final List<SourceFormat> FORMATS =
            List.of(
                    new PtpFormat(),
                    new MueFormat(),
                    new AddOnFormat(),
                    new AddOnTextFormat(),
                    new FeeScheduleFormat(),
                    new GpciFormat(),
                    new HcpcsTextFormat(),
                    new HcpcsTableFormat(),
                    new Icd10OrderFormat(),
                    new Icd10AddendaFormat(),
                    new Icd10TabularFormat(),
                    new PlaceOfServiceFormat(),
                    new CoverageFormat(),
                    new CptFormat(),
                    new PayerPolicyFormat());

    /// Recognises a file by what it begins with, and by its name where that is not enough. What an
    /// operator says of it stands for its name.
    ///
    /// @return nothing where it is none of the files that are read
    /// @throws RefusedFileException if content, name and the operator contradict each other, or
    ///   nobody says which dates it serves
    static Optional<Recognised> of(Head head) {
        var argument = head.file().argument();
        var named = argument.kind().or(() -> FileNames.kind(head.file()));
        var format = FORMATS.stream().filter(known -> known.recognises(head)).findFirst();
        if (format.isEmpty()) {
            return refuseIfNamed(named);
        }
        var kind = kind(head, format.get(), named);
        var edition =
                argument.serving(format.get().dated(head))
                        .orElseThrow(() ->
                                new RefusedFileException(
                                        "it does not say which dates it serves; say so with"
                                                + " PATH@FROM..TO"));
        return Optional.of(
                new Recognised(
                        head,
                        format.get(),
                        new SourceEdition(kind, edition.edition(), edition.from(), edition.to())));
    }

    private static Optional<Recognised> refuseIfNamed(Optional<SourceKind> named) {
        if (named.isPresent()) {
            throw new RefusedFileException(
                    "it is called a file of "
                            + SourceArgument.nameOf(named.get())
                            + ", but does not begin as one that can be read");
        }
        return Optional.empty();
    }

    private static SourceKind kind(Head head, SourceFormat format, Optional<SourceKind> named) {
        var within = format.kindWithin(head);
        if (named.isPresent()) {
            boolean fits = format.kinds().contains(named.get());
            if (!fits || (within.isPresent() && !within.equals(named))) {
                throw new RefusedFileException(
                        "it is called a file of "
                                + SourceArgument.nameOf(named.get())
                                + ", but holds "
                                + within.map(SourceArgument::nameOf).orElse(format.label())
                                + ": it is mislabelled");
            }
        }
        return within.or(() -> named)
                .orElseThrow(() ->
                        new RefusedFileException(
                                "it holds "
                                        + format.label()
                                        + ", but does not say whose; say so with KIND=PATH"));
    }

    /// Whether it is of the same CPT edition as another file, and names it, which the other does
    /// not.
    boolean names(Recognised other) {
        var its = other.edition;
        return edition.kind() == SourceKind.CPT
                && its.kind() == SourceKind.CPT
                && edition.from().equals(its.from())
                && edition.to().equals(its.to())
                && !Dated.isStated(edition)
                && Dated.isStated(its);
    }

    /// The same as a part of another edition.
    Recognised in(SourceEdition other) {
        return new Recognised(head, format, other);
    }
}
