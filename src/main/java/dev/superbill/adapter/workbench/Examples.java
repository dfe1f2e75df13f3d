package dev.superbill.adapter.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SuggestionRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Worked examples in our own words, read from the class path. The file `index` lists them, one a
/// line.
final class Examples {
    private static final String FOLDER = "/workbench/examples/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

    private final List<Example> all;

    private Examples(List<Example> all) {
        this.all = List.copyOf(all);
    }

    /// An example as its file has it.
    ///
    /// @param title what it is
    /// @param kind what kind of note
    /// @param encounter the encounter
    /// @param text the note
    public record Content(
            String title, String kind, SuggestionRequest.Encounter encounter, String text) {
        @Override
        public String toString() {
            return "Content[]";
        }
    }

    /// The examples that ship with the program; none where it ships without.
    static Examples shipped() {
        return new Examples(
                read("index").stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.replaceFirst("\\.json$", ""))
                        .map(Examples::example)
                        .toList());
    }

    private static Example example(String name) {
        var file = name + ".json";
        var json =
                read(file)
                        .orElseThrow(
                                () -> new IllegalStateException("there is no example " + file));
        try {
            var content = Json.read(json, Content.class);
            return new Example(
                    name,
                    content.title(),
                    content.kind(),
                    StartForm.of(
                            new SuggestionRequest(
                                    content.encounter(),
                                    new SuggestionRequest.Note(null, content.text()),
                                    null)),
                    content.encounter());
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("the example " + file + " cannot be read");
        }
    }

    private static Optional<String> read(String file) {
        try (InputStream stream = Examples.class.getResourceAsStream(FOLDER + file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Example> all() {
        return all;
    }

    /// The request with what the example of its note tells and the form does not ask for.
    SuggestionRequest completed(SuggestionRequest request) {
        return all.stream()
                .filter(example -> example.form().text().equals(request.note().text()))
                .findFirst()
                .map(example -> completed(request, example.encounter()))
                .orElse(request);
    }

    private static SuggestionRequest completed(
            SuggestionRequest request, SuggestionRequest.Encounter told) {
        var typed = request.encounter();
        return new SuggestionRequest(
                new SuggestionRequest.Encounter(
                        typed.serviceDate(),
                        typed.placeOfService(),
                        typed.payer(),
                        typed.specialty(),
                        typed.department(),
                        typed.patient(),
                        told.claimType(),
                        told.providerRole(),
                        told.jurisdiction(),
                        typed.totalMinutes(),
                        told.globalPeriod(),
                        told.sameDayLines()),
                request.note(),
                request.options());
    }

    Optional<Example> named(String name) {
        return NAME.matcher(name).matches()
                ? all.stream().filter(example -> example.name().equals(name)).findFirst()
                : Optional.empty();
    }
}
